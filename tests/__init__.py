"""Tests, in the shape of the tree that they are about."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
