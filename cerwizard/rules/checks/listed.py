"""Checks against the lists of products that the law names by word, as they stand on a day."""

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
    if not product_lists.names(_LIST, place.value.listed_product, view.as_of):
        yield Fault(f"{place.address}.listed_product")
