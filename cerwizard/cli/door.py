"""The door of the command line: every error leaves it as a sentence and an exit code."""

import logging
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from cerwizard.cli import speech
from cerwizard.errors import CerWizardError

Window = Callable[[Path | None], int]
_CANNOT = 2
_INTERRUPTED = 130


def run(words: Sequence[str], window: Window) -> int:
    """Do what `words` say and return the exit code.

    0 is fine; 1 means that the answer is “no”; 2 that input or call can't be used. `window`
    opens the wizard, with a file or without.
    """
    speech.prepare()
    try:
        code = _obey(words, window)
        speech.finish()
    except BrokenPipeError:
        speech.fall_silent()
        return _CANNOT
    except CerWizardError as error:
        speech.complain(str(error))
        return _CANNOT
    except KeyboardInterrupt:
        speech.complain("Interrupted.")
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a traceback is nothing for a writer to read
        speech.complain(_unforeseen(error))
        return _CANNOT
    return code


def _obey(words: Sequence[str], window: Window) -> int:
    if not words:
        return window(None)
    from cerwizard.cli import parser

    try:
        call = parser.understand(words)
    except SystemExit as end:  # --help and --version have said all
        return int(end.code or 0)
    if not hasattr(call, "run"):
        return window(None)
    call.window = window
    code: int = call.run(call)
    return code


def _unforeseen(error: Exception) -> str:
    """Keep where it happened, not what was in the dossier; return the sentence about it."""
    from logging.handlers import RotatingFileHandler  # takes long to import, and is rarely needed

    import platformdirs

    log = Path(platformdirs.user_log_dir("cerwizard", appauthor=False)) / "command-line.log"
    what = type(error).__name__
    with suppress(OSError):
        log.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log, maxBytes=200_000, backupCount=1, encoding="utf-8")
        frames = "".join(traceback.format_tb(error.__traceback__))
        handler.emit(logging.makeLogRecord({"msg": f"{what}\n{frames}"}))
        handler.close()
        return f"Something went wrong inside the program ({what}); the details are in “{log}”."
    return f"Something went wrong inside the program ({what})."
