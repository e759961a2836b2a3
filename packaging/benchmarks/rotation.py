"""Times pieces of work in rotation, so that a machine that slows down slows all of them down."""

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that each contender took, round by round."""

    taken: Mapping[str, tuple[float, ...]]

    def milliseconds(self, name: str) -> float:
        """Return the median time of one contender."""
        return median(self.taken[name]) * 1000

    def ratio(self, name: str, floor: str) -> float:
        """Return a contender's cost in floors: the median of same-round pairs."""
        pairs = zip(self.taken[name], self.taken[floor], strict=True)
        return median(ours / least for ours, least in pairs)


def rotate(contenders: Mapping[str, Work], rounds: int) -> Times:
    """Do each piece of work once to warm up, then `rounds` times in turn."""
    for work in contenders.values():
        work()
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, work in contenders.items():
            taken[name].append(_seconds(work))
    return Times({name: tuple(seconds) for name, seconds in taken.items()})


def _seconds(work: Work) -> float:
    """Return what a piece of work took; one that returns seconds was timed where it was done."""
    gc.collect()
    start = perf_counter()
    own = work()
    return own if isinstance(own, float) else perf_counter() - start
