"""The door of the program: opens the window, or hands over to the command line.

What takes long is imported where an interrupt is heeded already.
"""

import atexit
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_INTERRUPTED = 130
_codes: list[int] = []


def main() -> int:
    """Do what the command line says; without a command, open the wizard."""
    return _to_the_end(_command_line)


def main_window() -> int:
    """Open the wizard, with the file that was handed over, if any: for desktop shortcuts."""
    return _to_the_end(_shortcut)


def _to_the_end(work: "Callable[[], int]") -> int:
    """Return the exit code of the whole program; an interrupt gives 130, whenever it comes."""
    try:
        atexit.register(_leave)
        code = work()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    _codes.append(code)
    return code


def _leave() -> None:
    """End without heeding interrupts: what was to be done is done.

    Python ends itself by the signal, whatever the exit code, if an interrupt that was caught
    fell into code that was compiled from text, as that of dataclasses is.
    """
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _INTERRUPTED in _codes:
        try:
            sys.stdout.flush()
        finally:  # whoever read it may have gone, and a program without a console has none
            os._exit(_INTERRUPTED)


def _command_line() -> int:
    from cerwizard.cli import door

    return door.run(sys.argv[1:], _window)


def _shortcut() -> int:
    from pathlib import Path

    return _window(Path(sys.argv[1]) if len(sys.argv) > 1 else None)


def _window(file: "Path | None") -> int:
    return opener()(sys.argv[:1], file)


def opener() -> "Callable[[Sequence[str], Path | None], int]":
    """Return what opens the window; nothing is collected while it is imported, which is quicker."""
    import gc

    gc.disable()
    try:
        from cerwizard.gui.app import run
    finally:
        gc.enable()
    return run


if __name__ == "__main__":
    raise SystemExit(main())
