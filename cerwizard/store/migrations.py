"""How an older dossier becomes a newer one, a version at a time, on plain data."""

from collections.abc import Callable, Mapping
from typing import Any

from cerwizard.dossier.dossier import SCHEMA_VERSION
from cerwizard.errors import NewerFileError, UnreadableFileError

Data = dict[str, Any]
_LONGEST = 9  # digits of a version that are shown; a file may hold a thousand
Rung = Callable[[Data], None]

# The rung at n brings a dossier of version n to version n + 1, in place. A field that is renamed
# or changes its meaning needs one, and a frozen dossier of version n in tests/dossiers.
LADDER: Mapping[int, Rung] = {}


def climb(data: Data, to: int = SCHEMA_VERSION, ladder: Mapping[int, Rung] = LADDER) -> Data:
    """Take the version out of `data` and bring the rest up to version `to`, in place.

    Raises NewerFileError if it is above `to` already, UnreadableFileError if it has no version.
    """
    version = data.pop("schema_version", None)
    if type(version) is not int or version < 1:
        raise UnreadableFileError(
            "It does not say in which version of the format it is; "
            "open a file that CER Wizard has saved."
        )
    if version > to:
        shown = str(version)[:_LONGEST]
        raise NewerFileError(
            f"It was saved by a newer CER Wizard, in version {shown} of the format; "
            f"this program reads up to version {to}. Install the newer program."
        )
    for step in range(version, to):
        ladder[step](data)
    return data
