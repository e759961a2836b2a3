"""Checks against the plain code lists: codes of notified bodies, sources, requirements."""

import re
from collections.abc import Iterable, Iterator

from cerwizard.dossier.literature import SearchPurpose, SourceKind
from cerwizard.dossier.values import YesNo
from cerwizard.dossier.view import Place, View
from cerwizard.law import codes, device_codes, requirements
from cerwizard.law.codes import Source
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_KIND = {
    codes.SourceKind.BIBLIOGRAPHIC: (SourceKind.DATABASE, "a bibliographic database"),
    codes.SourceKind.TRIALS: (SourceKind.REGISTER, "a trial register"),
}
_NEITHER = (SourceKind.UNSET, "")
_NUMBER = re.compile(r"(\d+)(?:\.\d+)*")
_BETWEEN = re.compile(r",|;|/|\band\b|\+|&")


@check(
    "device-codes-known",
    "Each device code is one of Regulation (EU) 2017/2185; {=detail} are those that are not.",
    ".mdr_codes",
)
def _known(view: View, place: Place) -> Iterator[Fault]:
    titles = device_codes.load().titles
    strange = [code for code in place.value.mdr_codes if code.strip() and not _good(code, titles)]
    if strange:
        yield Fault(f"{place.address}.mdr_codes", ", ".join(f"“{code}”" for code in strange))


def _good(text: str, titles: Iterable[str]) -> bool:
    found = device_codes.codes_in(text)
    return bool(found) and all(code in titles for code in found)


@check(
    "device-codes-fit",
    "Where special characteristics are coded, those of the device are all there and no other; "
    "{=detail} says what is missing or too much.",
    ".mdr_codes",
    *(f"device.{name}" for name in device_codes.load().goes_with),
)
def _fit(view: View, place: Place) -> Iterator[Fault]:
    said = {code for text in place.value.mdr_codes for code in device_codes.codes_in(text)}
    if not any(code.startswith("MDS") for code in said):
        return
    if amiss := list(_amiss(view, said)):
        yield Fault(f"{place.address}.mdr_codes", "; ".join(amiss))


def _amiss(view: View, said: set[str]) -> Iterator[str]:
    known = device_codes.load()
    for name, belonging in known.goes_with.items():
        answer = getattr(view.root.device, name)
        if answer is YesNo.YES and not said & {*belonging}:
            yield f"{' or '.join(belonging)} is missing ({_title(belonging[-1])})"
        if answer is YesNo.NO and name != "software" and said & {*belonging}:
            yield f"{belonging[0]} is there ({_title(belonging[0])}), which the answers deny"


def _title(code: str) -> str:
    title = device_codes.load().titles[code]
    return title[0].lower() + title[1:] if not title.startswith("Annex") else title


@check(
    "source-kind",
    "A source is of the kind under which it is entered; {=detail} says what it is.",
    ".source",
    ".kind",
)
def _kind(view: View, place: Place) -> Iterator[Fault]:
    source = _called(place.value.source)
    fitting, words = _KIND.get(source.kind, _NEITHER) if source else _NEITHER
    if fitting and place.value.kind in {SourceKind.DATABASE, SourceKind.REGISTER} - {fitting}:
        yield Fault(f"{place.address}.kind", words)


@check(
    "trial-registers",
    "The searches for the device or its equivalent look into a register of trials.",
    ".searches[*].purpose",
    ".searches[*].queries[*].source",
    ".searches[*].queries[*].kind",
)
def _registers(view: View, place: Place) -> Iterator[Fault]:
    queries = [query for search in place.value.searches for query in search.queries]
    sought = any(query.kind is SourceKind.REGISTER or _trials(query.source) for query in queries)
    about = any(
        search.purpose is SearchPurpose.DEVICE and search.queries for search in place.value.searches
    )
    if about and not sought:
        yield Fault(f"{place.address}.searches")


def _trials(name: str) -> bool:
    source = _called(name)
    return source is not None and source.kind is codes.SourceKind.TRIALS


@check(
    "safety-sources",
    "Safety databases of more than one authority were searched; {=detail} is the only one.",
    ".safety_searches[*].database",
)
def _safety(view: View, place: Place) -> Iterator[Fault]:
    named = [
        name.strip()
        for search in place.value.safety_searches
        for name in _BETWEEN.split(search.database)
        if name.strip()
    ]
    if named and len({_country(name) for name in named}) == 1:
        yield Fault(f"{place.address}.safety_searches", named[0])


def _country(name: str) -> str:
    source = _called(name)
    return source.country if source and source.country else name.casefold()


@check(
    "requirement-known",
    "The number is that of a requirement of Annex I.",
    ".number",
)
def _requirement(view: View, place: Place) -> Iterator[Fault]:
    found = _NUMBER.search(place.value.number)
    if found and found[1] not in _sections():
        yield Fault(f"{place.address}.number")


def _sections() -> set[str]:
    return {one.number.partition(".")[0] for one in requirements.load()}


def _called(name: str) -> Source | None:
    return next((source for source in codes.sources() if source.is_called(name)), None)
