"""Checks that compare the appraisals of all data sets."""

import re
from collections import Counter
from collections.abc import Iterator

from cerwizard.dossier.evidence import EvidenceKind
from cerwizard.dossier.numerals import whole
from cerwizard.dossier.view import Place, View
from cerwizard.law import appraisal
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_MANY = 10
_NOT_A_WORD = re.compile(r"[\W_]+")


@check(
    "same-limitations",
    "Fewer than ten data sets share the words of their limitations; {=detail} is how many do.",
    ".items",
    ".items[*].limitations",
)
def _alike(_view: View, place: Place) -> Iterator[Fault]:
    texts = (_NOT_A_WORD.sub(" ", row.limitations).strip() for row in place.value.items)
    counted = Counter(text.casefold() for text in texts if text)
    most = max(counted.values(), default=0)
    if most >= _MANY:
        yield Fault(f"{place.address}.items", whole(most))


@check(
    "tool-suits-design",
    "A tool of the catalogue is used for a design that it is made for; {=detail} names these.",
    ".kind",
    ".tool",
)
def _suits(_view: View, place: Place) -> Iterator[Fault]:
    row = place.value
    tools = _meant(row.tool)
    if not tools or row.kind not in _designs() or any(tool.suits(row.kind) for tool in tools):
        return
    made_for = (EvidenceKind(design).label.lower() for tool in tools for design in tool.designs)
    yield Fault(f"{place.address}.tool", ", ".join(dict.fromkeys(made_for)))


def _meant(said: str) -> tuple[appraisal.Tool, ...]:
    return tuple(tool for tool in appraisal.named(said) if tool.designs)


def _designs() -> set[str]:
    """Return the designs that some tool is made for; a survey or a registry may be any of them."""
    return {design for tool in appraisal.load() for design in tool.designs}
