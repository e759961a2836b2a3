"""How one record of the dossier is mentioned where another one refers to it."""

import re
from collections.abc import Iterable

from cerwizard.dossier.ask import Question, Row
from cerwizard.dossier.gspr import Requirement
from cerwizard.report import wording
from cerwizard.report.blocks import Provenance, Span, Spans
from cerwizard.report.view import (
    Part,
    address_of,
    field_address,
    held,
    record_of,
    sight_of,
)

REFERENCES = "literature.references"
BIBLIOGRAPHY = "references/bibliography"
UNNUMBERED = "[?]"  # what a citation reads until the first uses have been counted
_UNSAFE = re.compile(r"[^\w.-]")
_LONGEST = 60
_MANY_GONE = "records that are no longer there"

# Where the rows of a list that is referred to have their home: the table in which a link ends.
HOMES = {
    "versions.variants": "device/variants",
    "versions.accessories": "device/accessories",
    "versions.generations": "device/generations",
    "purpose.indications": "purpose/indications",
    "purpose.contraindications": "purpose/contraindications",
    "populations.groups": "purpose/populations",
    "populations.users": "purpose/users",
    "benefits.items": "device/benefits",
    "benefits.claims": "device/claims",
    "plan.revisions": "plan/plan-revisions",
    "state_of_the_art.alternatives": "background/alternatives",
    "state_of_the_art.benchmarks": "background/benchmarks",
    "state_of_the_art.criteria": "background/criteria",
    "equivalence.devices": "equivalence/presumed",
    "literature.searches": "references/searches",
    REFERENCES: BIBLIOGRAPHY,
    "investigations.items": "data/investigations",
    "supporting.items": "analysis/supporting",
    "evidence.items": "data/data-sets",
    "risks.items": "analysis/risks",
    "analysis.gaps": "analysis/gaps",
    "gspr.items": "conformity/requirements",
    "sources.items": "references/documents",
    "pmcf.activities": "follow-up/activities",
    "release.evaluators": "evaluators/evaluators",
}


def _escaped(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):x}"


def safe(record_id: str) -> str:
    """Return a record's id as it stands at the end of a block id."""
    return _UNSAFE.sub(_escaped, record_id)


def home(document: str, target: str, row: str) -> str:
    """Return the id of the block in which a record is introduced."""
    return f"{document}/{HOMES[target]}/{safe(row)}"


def calling(part: Part) -> str:
    """Return the short name of a record: its code or number, else its title cut to a line.

    A section is called by the title of its step.
    """
    record = record_of(part)
    if not isinstance(record, Row):
        return record.STEP.title if record.STEP else ""
    if isinstance(record, Requirement):
        return _gspr(record.number)
    words = (_said(part, name) for name in type(record).TITLE)
    text = next(filter(None, words), "") or f"unnamed {type(record).NOUN}"
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _gspr(number: str) -> str:
    return number if not number.strip()[:1].isdigit() else f"GSPR {number.strip()}"


def _said(part: Part, name: str) -> str:
    found = getattr(part, name)
    return " ".join(str(found).split()) if found else ""


def mention(part: Part, source: str = "") -> Span:
    """Return the name of a record, linked to its home; `source` is the field that refers."""
    at = address_of(part)
    sight_of(part).beat()
    known = sight_of(part).known
    if at not in known:
        known[at] = _named(part, at.partition("[")[0])
    text, provenance, link = known[at]
    return Span(text, source or at, provenance, link=link)


def _named(part: Part, target: str) -> tuple[str, Provenance, str]:
    place = home(sight_of(part).document, target, record_of(part).id) if target in HOMES else ""
    if target == REFERENCES:
        return UNNUMBERED, Provenance.COMPUTED, place
    return calling(part), Provenance.GIVEN, place


def mentions(part: Part, asks: Question) -> tuple[Spans, ...]:
    """Return a mention of each row to which a reference field refers.

    References that lead nowhere are shown, in one go, as something to be mended.
    """
    found = held(part, asks)
    if not found:
        return ()
    ids = (found,) if isinstance(found, str) else found
    source, target, row = field_address(part, asks.name), asks.item.target, sight_of(part).row
    parts = [row(target, one) for one in ids]
    named = tuple((mention(part, source),) for part in parts if part is not None)
    return named if len(named) == len(parts) else (*named, _gone(parts.count(None), source))


def _gone(number: int, source: str) -> Spans:
    words = wording.counted(number, "record that is no longer there", _MANY_GONE)
    text = "a record that is no longer there" if number == 1 else words
    return (Span(text, source, Provenance.OPEN),)


def listed(parts: Iterable[Part]) -> Spans:
    """Return the names of records as “B1, B2 and B3”."""
    return wording.listed([(mention(part),) for part in parts])
