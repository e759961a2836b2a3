"""How the columns of a list share the width that there is."""

from collections.abc import Sequence


def shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return a width for each column in pixels: what its contents need, as long as all fit.

    Where they do not, the widest give way first, down to their least width; the sum is larger
    than `room` only where the least widths are.
    """
    low, high = 0, max(wanted, default=0)
    while low < high:  # the widest cap under which all columns fit
        cap = (low + high + 1) // 2
        if sum(_under(cap, wanted, least)) <= room:
            low = cap
        else:
            high = cap - 1
    return _under(low, wanted, least)


def _under(cap: int, wanted: Sequence[int], least: Sequence[int]) -> list[int]:
    return [min(w, max(cap, at_least)) for w, at_least in zip(wanted, least, strict=True)]
