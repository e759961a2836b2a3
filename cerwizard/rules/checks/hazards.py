"""A check that a hazard which was found has its place among the risks."""

import re
from collections.abc import Iterator
from typing import Any

from cerwizard.dossier.view import Place, View
from cerwizard.reckon import source_texts as texts
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_NONE = re.compile(r"\s*(?:none|no|nil|nothing|not|n/?a|neither)\b", re.IGNORECASE)
_ALL_KNOWN = re.compile(
    r"\b(?:all|each|every|any)\b[^.;]*\brisk (?:management )?file\b|\balready (?:known|in)\b",
    re.IGNORECASE,
)


@check(
    "new-hazards-entered",
    "A new hazard is entered as a risk, by its code, its id in the risk file or its words.",
    ".new_hazards",
    *(f"risks.items[*].{name}" for name in ("code", "file_id", "harm")),
)
def _entered(view: View, place: Place) -> Iterator[Fault]:
    text = place.value.new_hazards.strip()
    if not text or _NONE.match(text) or _ALL_KNOWN.search(text):
        return
    if not any(_names(text, risk) for risk in view.root.risks.items):
        yield Fault(f"{place.address}.new_hazards")


def _names(text: str, risk: Any) -> bool:
    if any(key and re.search(rf"(?<!\w){re.escape(key)}(?!\w)", text) for key in _keys(risk)):
        return True
    words = texts.stems(risk.harm)
    return bool(words) and words <= texts.stems(text)


def _keys(risk: Any) -> tuple[str, str]:
    return risk.code.strip(), risk.file_id.strip()
