"""The only room that knows Word files: a house template in, a sound and anchored report out."""

from cerwizard.report.word.checker import check_file
from cerwizard.report.word.writer import Written, write

__all__ = ["Written", "check_file", "write"]
