"""How often safety reports are due by law, and clinical evaluations by practice."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from cerwizard import assets
from cerwizard.law.classification import Class
from cerwizard.law.toml_file import Entry, read


class Implantable(StrEnum):
    """For which devices of a class a rhythm holds."""

    YES = "yes"
    NO = "no"
    ANY = "any"


class Rhythm(Entry):
    """A rhythm for devices of one class; `months` is the longest interval."""

    device_class: Class
    implantable: Implantable
    clauses: tuple[str, ...]

    def holds_for(self, device_class: str, *, implantable: bool) -> bool:
        """Say whether the rhythm is that of such a device."""
        asked = Implantable.YES if implantable else Implantable.NO
        return self.device_class == device_class and self.implantable in {asked, Implantable.ANY}


class SafetyReport(Rhythm):
    """PSUR or PMSR; `months` is None where it is updated when necessary."""

    report: str
    months: int | None = None
    to_notified_body: str


class Evaluation(Rhythm):
    """The update of the clinical evaluation; practice, for no law sets a number."""

    months: int


class Rhythms(Entry):
    """Both tables."""

    safety_report: tuple[SafetyReport, ...]
    evaluation: tuple[Evaluation, ...]

    def safety_report_of(self, device_class: str, *, implantable: bool) -> SafetyReport | None:
        """Return the safety report that such a device needs; None for an unknown class."""
        return _first(self.safety_report, device_class, implantable=implantable)

    def evaluation_of(self, device_class: str, *, implantable: bool) -> Evaluation | None:
        """Return the usual update rhythm of such a device; None for an unknown class."""
        return _first(self.evaluation, device_class, implantable=implantable)


T = TypeVar("T", bound=Rhythm)


def _first(rows: Iterable[T], device_class: str, *, implantable: bool) -> T | None:
    fitting = (row for row in rows if row.holds_for(device_class, implantable=implantable))
    return next(fitting, None)


def load(folder: Path | None = None) -> Rhythms:
    """Return both tables; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "rhythms.toml")


@cache
def _load(path: Path) -> Rhythms:
    return read(path, Rhythms)
