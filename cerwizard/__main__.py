"""The door of the program: opens the window, or hands over to the command line."""

import gc
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from cerwizard.cli import door


def main() -> int:
    """Do what the command line says; without a command, open the wizard."""
    return door.run(sys.argv[1:], _window)


def main_window() -> int:
    """Open the wizard, with the file that was handed over, if any: for desktop shortcuts."""
    return _window(Path(sys.argv[1]) if len(sys.argv) > 1 else None)


def _window(file: Path | None) -> int:
    return opener()(sys.argv[:1], file)


def opener() -> Callable[[Sequence[str], Path | None], int]:
    """Return what opens the window; nothing is collected while it is imported, which is quicker."""
    gc.disable()
    try:
        from cerwizard.gui.app import run
    finally:
        gc.enable()
    return run


if __name__ == "__main__":
    raise SystemExit(main())
