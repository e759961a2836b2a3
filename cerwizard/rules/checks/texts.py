"""Checks that compare texts word by word."""

import re
from collections.abc import Iterator

from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_NOT_A_WORD = re.compile(r"[\W_]+")


@check(
    "same-words",
    "The document's intended purpose has the words of this report, marks and case aside.",
    ".intended_purpose",
    "purpose.intended_purpose",
)
def _same_words(view: View, place: Place) -> Iterator[Fault]:
    theirs = _words(place.value.intended_purpose)
    ours = _words(view.root.purpose.intended_purpose)
    if theirs and ours and theirs != ours:
        yield Fault(f"{place.address}.intended_purpose")


def _words(text: str) -> str:
    return _NOT_A_WORD.sub(" ", text).strip().casefold()
