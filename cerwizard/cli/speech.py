"""How the command line speaks: UTF-8 on any console, one sentence for an error."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from cerwizard.errors import CannotWriteError


def prepare() -> None:
    """Make both streams speak UTF-8, whatever the console was set to."""
    for stream in (sys.stdout, sys.stderr):
        again = getattr(stream, "reconfigure", None)
        if again is not None:
            # A file name may hold bytes that are no text; it is shown, not a reason to fail.
            again(encoding="utf-8", errors="backslashreplace")


def say(text: str = "") -> None:
    """Write a line to standard output; CannotWriteError if it does not take it."""
    with _heard():
        _write(sys.stdout, text)


def complain(sentence: str) -> None:
    """Write a sentence to standard error; what would steer a terminal is shown, not sent."""
    shown = (c if c.isprintable() or c == "\n" else repr(c)[1:-1] for c in sentence)
    try:
        _write(sys.stderr, "".join(shown))
        _flush(sys.stderr)
    except OSError:  # nobody is left to whom it could be said
        _hush(sys.stderr)


@contextmanager
def _heard() -> Iterator[None]:
    """Turn what keeps standard output from being written into a sentence."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        fall_silent()
        raise CannotWriteError(
            f"The output cannot be written: {error.strerror or error}; send it elsewhere."
        ) from error


def say_json(value: Any) -> None:
    """Write a value as JSON to standard output."""
    import json  # the window, which comes by the same door, does without it

    say(json.dumps(value, ensure_ascii=False, indent=2))


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:  # a program without a console has none
        stream.write(f"{text}\n")


def finish() -> None:
    """Bring everything said out now, so that a reader who has gone is noticed here."""
    with _heard():
        _flush(sys.stdout)


def _flush(stream: TextIO | None) -> None:
    if stream is not None:
        stream.flush()


def fall_silent() -> None:
    """Nobody reads standard output any more: let the interpreter's last flush go nowhere."""
    _hush(sys.stdout)


def _hush(stream: TextIO | None) -> None:
    if stream is not None:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: “1 record”, “2 records”."""
    return f"{number} {one if number == 1 else many or one + 's'}"
