"""The search for garbage in cycles, put off while a large dossier is worked on."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest(*, keep: bool = False) -> Iterator[None]:
    """Put the search off: a dossier and what is made of it are a great many things, all in use.

    With `keep` what has been made is never searched again: one search through 20,000 records
    stops the whole program for 130 ms.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if keep:
            gc.freeze()
        if was:
            gc.enable()
