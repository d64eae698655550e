"""Kernels forked from a warm process: many of them start at once, and each costs little."""
