"""How the command line speaks: UTF-8 on any console, one sentence for an error."""

import json
import os
import sys
from typing import Any, TextIO


def prepare() -> None:
    """Make both streams speak UTF-8, whatever the console was set to."""
    for stream in (sys.stdout, sys.stderr):
        again = getattr(stream, "reconfigure", None)
        if again is not None:
            # A file name may hold bytes that are no text; it is shown, not a reason to fail.
            again(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """Write a line to standard output."""
    _write(sys.stdout, text)


def complain(sentence: str) -> None:
    """Write a sentence to standard error."""
    _write(sys.stderr, sentence)


def say_json(value: Any) -> None:
    """Write a value as JSON to standard output."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:  # a program without a console has none
        stream.write(f"{text}\n")


def finish() -> None:
    """Bring everything said out now, so that a reader who has gone is noticed here."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def fall_silent() -> None:
    """Nobody reads standard output any more: let the interpreter's last flush go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: “1 record”, “2 records”."""
    return f"{number} {one if number == 1 else many or one + 's'}"
