"""Checks that other documents tell the risks of the report, and no figure that it lacks."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cerwizard.dossier.ask import title
from cerwizard.dossier.numerals import decimal
from cerwizard.dossier.risks import Risk
from cerwizard.dossier.values import YesNo
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import source_texts as texts
from cerwizard.rules.checks.purpose_texts import PURPOSE, lacking, whole_purpose
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_ITEM = re.compile(r"[.;,\n•]")
_RISK_TEXTS = (*Risk.TITLE, "ifu_text", "rate_source", "acceptability", "communicate")


@check(
    "risks-told",
    "Each risk that this document is to tell is in it; {=detail} names those of which no word is.",
    ".risks",
    ".contraindications",
    ".other",
    "<-risks.items.source_ids->communicate",
    *(f"<-risks.items.source_ids->{name}" for name in (*Risk.TITLE, "ifu_text")),
)
def _risks(view: View, place: Place) -> Iterator[Fault]:
    source = place.value
    if not source.risks.strip():
        return
    told = texts.stems(f"{source.risks}\n{source.contraindications}\n{source.other}")
    said = _heads(f"{source.risks}\n{source.contraindications}")
    rows = [
        row
        for row in view.holders("risks.items[*]", "source_ids", source.id)
        if row.communicate is YesNo.YES and texts.head(row.harm) not in said
    ]
    named = [(title(row), f"{row.harm} {row.ifu_text}") for row in rows]
    yield from lacking(place, "risks", texts.untold(named, told))


def _heads(text: str) -> set[str]:
    """Return the words with which the items of a list begin: “air” is too short for a stem."""
    return {texts.head(item) for item in _ITEM.split(text)}


@check(
    "risks-known",
    "The document tells no risk that the report lacks; {=detail} names those.",
    ".risks",
    "risks.misuse",
    *(f"risks.items[*].{name}" for name in _RISK_TEXTS),
    *PURPOSE,
)
def _more_risks(view: View, place: Place) -> Iterator[Fault]:
    items = texts.parts(place.value.risks, fine=True)
    rows = view.root.risks.items
    if items and rows:
        ours = [" ".join((r.harm, r.ifu_text, r.rate_source, r.acceptability)) for r in rows]
        known = texts.stems("\n".join((*ours, view.root.risks.misuse, whole_purpose(view))))
        yield from lacking(place, "risks", texts.foreign(items, known))


_FIGURES = {
    "benefits.items[*]": ("magnitude", "mcid", "statement", "measure"),
    "benefits.claims[*]": ("text",),
    "state_of_the_art.criteria[*]": ("statement", "threshold", "reference_value"),
    "analysis.results[*]": ("summary", "estimate", "ci_low", "ci_high"),
    "investigations.items[*].endpoints[*]": ("result", "estimate", "ci_low", "ci_high"),
    "evidence.items[*]": ("outcomes", "adverse_events"),
    "risks.items[*]": ("rate", "ci_low", "ci_high", "probability", "rate_source", "ifu_text"),
    "market.complaints[*]": ("rate",),
}


def _figures_of(field: str) -> None:
    reads = [f"{rows}.{name}" for rows, names in _FIGURES.items() for name in names]

    @check(
        f"figures-of-{field}",
        "Each percentage in the document stands in the report; {=detail} names the others.",
        f".{field}",
        *reads,
    )
    def find(view: View, place: Place) -> Iterator[Fault]:
        theirs = texts.per_cents(getattr(place.value, field))
        if theirs and (strange := theirs - _our_figures(view)):
            said = ", ".join(f"{decimal(one)} %" for one in sorted(strange))
            yield Fault(f"{place.address}.{field}", said)


def _our_figures(view: View) -> set[Decimal]:
    found: set[Decimal] = set()
    for rows, names in _FIGURES.items():
        for place in view.places(rows):
            for name in names:
                found |= _numbers(getattr(place.value, name))
    return found


def _numbers(value: Any) -> set[Decimal]:
    if isinstance(value, str):
        return texts.numbers(value)
    return {abs(value).normalize()} if isinstance(value, Decimal) and value.is_finite() else set()


for _field in ("benefits", "risks"):
    _figures_of(_field)
