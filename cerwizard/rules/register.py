"""The register of named checks, in which the modules of checks enter their functions."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault

Find = Callable[[View, Place], Iterable[Fault]]


@dataclass(frozen=True, slots=True)
class Check:
    """A function that yields what is wrong at a record, and the paths that it reads.

    The paths are written as in conditions: from the root, or with a dot from the record.
    """

    name: str
    gist: str
    reads: tuple[str, ...]
    find: Find


CHECKS: dict[str, Check] = {}


def check(name: str, gist: str, *reads: str) -> Callable[[Find], Find]:
    """Enter the function below into the register."""

    def enter(find: Find) -> Find:
        CHECKS[name] = Check(name, gist, reads, find)
        return find

    return enter
