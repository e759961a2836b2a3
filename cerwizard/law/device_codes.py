"""The codes of Implementing Regulation (EU) 2017/2185 by which notified bodies are designated."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from cerwizard import assets
from cerwizard.law.clauses import Mark
from cerwizard.law.toml_file import Entry, read

_FORM = re.compile(r"\b(MD[ANST]) ?(\d{4})\b", re.IGNORECASE)


class DeviceCodes(Entry):
    """The codes with our own short titles, in four groups.

    `goes_with` are properties of a device, by the names of the device step, each with the codes
    of which one belongs to a device that has it.
    """

    clause: str
    mark: Mark
    active: dict[str, str]
    non_active: dict[str, str]
    special: dict[str, str]
    technology: dict[str, str]
    goes_with: dict[str, tuple[str, ...]]

    @property
    def titles(self) -> Mapping[str, str]:
        """All codes with their titles."""
        return self.active | self.non_active | self.special | self.technology


def load(folder: Path | None = None) -> DeviceCodes:
    """Return the codes; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "device_codes.toml")


@cache
def _load(path: Path) -> DeviceCodes:
    return read(path, DeviceCodes)


def codes_in(text: str) -> tuple[str, ...]:
    """Return the codes that a text holds as they are written: “mdn1204” is MDN 1204."""
    return tuple(f"{group.upper()} {number}" for group, number in _FORM.findall(text))
