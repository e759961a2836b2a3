"""Checks on how widely a search looked."""

import re
from collections.abc import Iterator

from cerwizard.dossier.equivalence import Conclusion
from cerwizard.dossier.literature import Search, SearchPurpose
from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_FIELD_TAG = re.compile(r"\[[^\]]*\]|:\w+")
_WORD = re.compile(r"[^\W_]+")
_OF_THE_DEVICE = (SearchPurpose.DEVICE, SearchPurpose.EQUIVALENT)
_TYPED = re.compile(r"\b(?:AND|OR|NOT|NEAR|ADJ)\b|[\"“”'’()\[\]*|:/]")
_MANY = 6  # words
_OPERATORS = {"and", "or", "not", "near", "adj", "ti", "ab", "tw"}


@check(
    "brand-only",
    "Some string of the searches for the device has a word beside product and maker's names.",
    ".searches",
    ".searches[*].purpose",
    ".searches[*].queries[*].string",
    "device.name",
    "device.other_names",
    "document.manufacturer",
    "equivalence.devices[*].name",
    "equivalence.devices[*].manufacturer",
)
def _brand_only(view: View, place: Place) -> Iterator[Fault]:
    strings = [
        query.string
        for search in place.value.searches
        if search.purpose in _OF_THE_DEVICE
        for query in search.queries
        if query.string.strip()
    ]
    names = _names(view)
    if strings and names and all(_words(string) <= names for string in strings):
        yield Fault(f"{place.address}.searches")


@check(
    "equivalent-searched",
    "A search is for the equivalent device, or has its name in question or strings; "
    "{=detail} is the device.",
    ".searches",
    *(f".searches[*].{name}" for name in ("purpose", "title", "question")),
    ".searches[*].queries[*].string",
    "equivalence.devices",
    *(f"equivalence.devices[*].{name}" for name in ("name", "conclusion")),
)
def _equivalent(view: View, place: Place) -> Iterator[Fault]:
    searches = place.value.searches
    if any(search.purpose is SearchPurpose.EQUIVALENT for search in searches):
        return
    asked = {word for search in searches for text in _asked(search) for word in _words(text)}
    for device in view.root.equivalence.devices:
        if (
            device.conclusion is not Conclusion.NOT_DEMONSTRATED
            and not _words(device.name) <= asked
        ):
            yield Fault(f"{place.address}.searches", f"“{device.name}”")
            return


def _asked(search: Search) -> Iterator[str]:
    yield from (search.title, search.question)
    yield from (query.string for query in search.queries)


def _names(view: View) -> set[str]:
    root = view.root
    texts = [root.device.name, *root.device.other_names, root.document.manufacturer]
    for row in root.equivalence.devices:
        texts += [row.name, row.manufacturer]
    return {word for text in texts for word in _words(text)}


def _words(text: str) -> set[str]:
    bare = _FIELD_TAG.sub(" ", text)
    return {word.casefold() for word in _WORD.findall(bare)} - _OPERATORS


@check(
    "query-as-typed",
    "A string has operators, quotation marks, brackets or fields, or is a few words.",
    ".string",
)
def _typed(_view: View, place: Place) -> Iterator[Fault]:
    string = place.value.string.strip()
    wordy = "," in string or len(string.split()) >= _MANY
    if wordy and not _TYPED.search(string):
        yield Fault(f"{place.address}.string")
