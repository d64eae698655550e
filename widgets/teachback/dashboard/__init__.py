"""The dashboard: Voila, serving our pages, their kernels and nothing else."""
