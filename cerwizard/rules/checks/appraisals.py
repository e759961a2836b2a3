"""Checks that compare the appraisals of all data sets."""

import re
from collections import Counter
from collections.abc import Iterator

from cerwizard.dossier.view import Place, View
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
        yield Fault(f"{place.address}.items", str(most))
