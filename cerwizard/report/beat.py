"""A call that is made again and again while long work goes on; what it raises ends the work."""

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

Thing = TypeVar("Thing")
Beat = Callable[[], object]
_SELDOM = 0.1  # seconds


def quiet() -> None:
    """Tell nobody."""


def seldom(tell: Beat) -> Beat:
    """Return what may be called at every row, and passes on some ten calls in a second."""
    due = 0.0

    def beat() -> None:
        nonlocal due
        if monotonic() >= due:
            tell()
            due = monotonic() + _SELDOM

    return beat


def beating(things: Iterable[Thing], beat: Beat) -> Iterator[Thing]:
    """Yield the things, with a call of `beat` before each."""
    for thing in things:
        beat()
        yield thing
