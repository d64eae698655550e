"""The dashboard: Voila, serving our pages, their kernels and nothing else."""

from teachback.dashboard.serve import serve

__all__ = ["serve"]
