"""The good dossiers, of different kinds: each must stay quiet above minor."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import samples
from cerwizard.dossier.dossier import Dossier

FOLDER = Path(__file__).with_name("dossiers")
FALSE_ALARMS = Path(__file__).with_name("false-alarms.toml")

KINDS: Mapping[str, str] = {
    "rollator": "class I",
    "colour-lens": "IIa, Annex XVI product",
    "connecting-line": "IIa, Article 61(10)",
    "af-detection-app": "IIa, software",
    "pta-balloon": "IIa, legacy, well-established technology",
    "foam-dressing": "IIb, legacy",
    "infusion-pump": "IIb, active, administers medicines (Rule 12), equivalence",
    "intraocular-lens": "IIb implantable, legacy",
    "hip-stem": "III implantable, new, own pivotal investigation",
}


@dataclass(frozen=True, slots=True)
class FalseAlarm:
    """A finding on a good dossier that is wrong, and why: the rule is to be mended."""

    base: str
    rule: str
    at: str
    because: str


@cache
def good(name: str) -> Dossier:
    """Return the good dossier called `name`; KeyError if there is none."""
    KINDS[name]
    own = FOLDER / name
    return samples.build(own if own.is_dir() else samples.SOURCES / name)


@cache
def false_alarms() -> tuple[FalseAlarm, ...]:
    """Return the false alarms that are known and not yet mended."""
    tables = tomllib.loads(FALSE_ALARMS.read_text(encoding="utf-8"))
    return tuple(FalseAlarm(**table) for table in tables.get("alarms", ()))
