"""Drives the window as a writer does: with keys, mouse and wheel, and with nothing else."""
