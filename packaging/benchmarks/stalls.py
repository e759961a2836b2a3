"""Measures for how long work on another thread keeps this one from going on, as a window feels it.

It counts processor time of this program, so that whatever else the machine does is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles
from threading import Thread
from time import process_time, sleep

_TICK = 0.001  # seconds


@dataclass(frozen=True, slots=True)
class Stalls:
    """The waits between two ticks, in milliseconds."""

    waits: tuple[float, ...]

    @property
    def median(self) -> float:
        """The usual wait."""
        return median(self.waits)

    @property
    def rarely(self) -> float:
        """The wait that only one in a hundred exceeds."""
        return quantiles(self.waits, n=100)[-1]

    @property
    def longest(self) -> float:
        """The longest wait."""
        return max(self.waits)


def beside(work: Callable[[], object]) -> Stalls:
    """Do the work on another thread and return how long this one waited, tick by tick."""
    worker = Thread(target=work)
    waits, last = [], process_time()
    worker.start()
    while worker.is_alive():
        sleep(_TICK)
        now = process_time()
        waits.append((now - last) * 1000)
        last = now
    return Stalls(tuple(waits))
