"""Reads the short values of a TOML file, line by line, for what is needed before the first paint.

Importing a whole parser takes as long as a tenth of the empty window.
"""

import re

_LINE = re.compile(
    r"""^[ \t]*(\w+)[ \t]*=[ \t]*(?:"([^"\\\n]*)"|'([^'\n]*)'|(\d+))[ \t]*(?:\#.*)?$""",
    re.MULTILINE,
)


def read(text: str) -> dict[str, str | int]:
    """Return texts and whole numbers by name, whatever table they are in; nothing else."""
    return {
        name: int(number) if number else double or single
        for name, double, single, number in _LINE.findall(text)
    }
