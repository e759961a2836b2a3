"""`cerwizard open FILE`: the wizard with a dossier."""

import argparse
from pathlib import Path

NAME = "open"
HELP = "open a dossier in the wizard"


def arguments(words: argparse.ArgumentParser) -> None:
    """Add the arguments of `open`."""
    words.add_argument("file", type=Path, metavar="FILE", help="the dossier")


def run(call: argparse.Namespace) -> int:
    """Open the window that the caller handed in."""
    code: int = call.window(call.file)
    return code
