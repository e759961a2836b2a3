"""The classification rules of Annex VIII, cut into sub-rules with the class that each gives."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from pathlib import Path

from cerwizard import assets
from cerwizard.law.toml_file import Entry, only_once, read


class Class(StrEnum):
    """A risk class; LEADS_ON where a sub-rule gives none and another one answers."""

    LEADS_ON = ""
    I = "I"  # noqa: E741 the law's own name
    IIA = "IIa"
    IIB = "IIb"
    III = "III"


_ORDER = tuple(Class)


class Property(StrEnum):
    """A property of a device by which a sub-rule may apply."""

    ACTIVE = "active"
    SOFTWARE = "software"
    IMPLANTABLE = "implantable"
    LONG_TERM = "long_term"
    NON_INVASIVE = "non_invasive"
    INVASIVE_ORIFICE = "invasive_orifice"
    SURGICALLY_INVASIVE = "surgically_invasive"
    INJURED_SKIN = "injured_skin"
    REUSABLE_SURGICAL_INSTRUMENT = "reusable_surgical_instrument"
    MEDICINAL_SUBSTANCE = "medicinal_substance"
    ANIMAL_TISSUE = "animal_tissue"
    HUMAN_TISSUE = "human_tissue"
    NANOMATERIAL = "nanomaterial"
    ABSORBED_SUBSTANCES = "absorbed_substances"


class SubRule(Entry):
    """One branch of a rule; it can apply if any property in `needs` holds, or if none is named.

    An exception takes the place of the branches in `instead_of`. `paragraph` and `indent` tell
    where it stands in the text of its rule, from 1, if that has several.
    """

    code: str
    rule: int
    text: str
    result: Class
    needs: tuple[Property, ...]
    clause: str
    instead_of: tuple[str, ...] = ()
    paragraph: int | None = None
    indent: int | None = None

    def fits(self, properties: Iterable[Property]) -> bool:
        """Say whether a device with these properties can fall under the sub-rule."""
        return not self.needs or bool(set(self.needs) & set(properties))


class Classification(Entry):
    """All sub-rules, the rules to address if a property holds, and what each rule is about."""

    heading: dict[int, str]
    must_address: dict[Property, int]
    sub_rule: tuple[SubRule, ...]

    def get(self, code: str) -> SubRule:
        """Return one sub-rule; KeyError if there is none with this code."""
        return {sub.code: sub for sub in self.sub_rule}[code]

    def strictest(self, codes: Iterable[str]) -> Class:
        """Return the highest class among the sub-rules (Annex VIII, Section 3.5)."""
        classes = (self.get(code).result for code in codes)
        return max(classes, key=_ORDER.index, default=Class.LEADS_ON)


def load(folder: Path | None = None) -> Classification:
    """Return the rules; BadClauseError if the file is not well-formed."""
    return _load((folder or assets.resources("codes")) / "classification.toml")


@cache
def _load(path: Path) -> Classification:
    rules = read(path, Classification)
    only_once(path, [sub.code for sub in rules.sub_rule])
    return rules
