"""Checks against the lists of products that the law names by word, as they stand on a day."""

import re
from collections.abc import Iterator

from cerwizard.dossier.view import Place, View
from cerwizard.law import product_lists
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_LIST = "MDR:61.6.b"


@check(
    "listed-product",
    "The product is called by a word of Article 61(6)(b) on the day of judging.",
    ".listed_product",
)
def _listed(view: View, place: Place) -> Iterator[Fault]:
    said = place.value.listed_product.casefold()
    names = product_lists.members(_LIST, view.as_of)
    words = {word.casefold().rstrip("s") for name in names for word in name.split(" and ")}
    if not any(re.search(rf"\b{re.escape(word)}", said) for word in words):
        yield Fault(f"{place.address}.listed_product")
