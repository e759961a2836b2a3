"""The lints that hold what a text says against the rest of the dossier."""

from collections.abc import Iterator, Mapping

from cerwizard.dossier.view import View
from cerwizard.reckon import durations, names, stated, wording
from cerwizard.rules.lint import Lint, quoted
from cerwizard.rules.texts import Texts

_NAMES = (
    "device.name",
    "device.other_names",
    "device.models",
    "versions.variants[*].name",
    "versions.accessories[*].name",
    "versions.generations[*].name",
    "versions.similar_devices[*].name",
    "equivalence.devices[*].name",
    "state_of_the_art.alternatives[*].name",
    "state_of_the_art.benchmarks[*].comparison",
)
_BACKGROUND = frozenset(
    f"state_of_the_art.{name}"
    for name in ("condition", "epidemiology", "consequences", "standard_of_care", "unmet_need")
)
_ARGUED = ("state_of_the_art", "risks", "analysis", "gspr", "benefit_risk", "evidence.sufficiency")


def _own_work(pattern: str) -> bool:
    """Studies were done, and earlier reports written, under the editions of their time."""
    past = ("investigations", "evidence", "literature", "state_of_the_art", "document.revisions")
    told = ("market.pmcf_results", "versions", "plan.revisions", "document.changes")
    return not pattern.startswith((*past, *told))


def _known_codes(view: View) -> names.Codes:
    return view.passing("codes in use", lambda view: names.codes(view.root))


def _codes(text: str, view: View) -> str:
    return quoted(_known_codes(view).unknown(text))


def _unsourced(text: str, view: View) -> str:
    figures = stated.figures(text)
    cited = stated.cites(text) or _known_codes(view).names_some(text)
    return "" if cited else quoted(figures)


def _hearsay(text: str, view: View) -> str:
    found = stated.hearsay(wording.spoken(text))
    cited = stated.cites(text) or _known_codes(view).names_some(text)
    return "" if cited else quoted(found)


def _may_name(texts: Texts, view: View) -> bool:
    if "®" in texts.raw or "™" in texts.raw:
        return True
    return names.may_be_misspelt(texts.raw.casefold(), view.root.device.name)


def _names(text: str, view: View) -> str:
    root = view.root
    found = list(names.misspelt(text, root.device.name))
    if "®" in text or "™" in text:
        found += names.unknown_trade_marks(text, _known_names(view))
    return quoted(found)


def _known_names(view: View) -> Iterator[str]:
    root = view.root
    device, versions = root.device, root.versions
    yield from (device.name, *device.other_names, *device.models)
    rows = (
        *versions.variants,
        *versions.accessories,
        *versions.generations,
        *versions.similar_devices,
        *root.equivalence.devices,
        *root.state_of_the_art.alternatives,
    )
    yield from (row.name for row in rows)
    yield from (row.comparison for row in root.state_of_the_art.benchmarks)


def _class(text: str, view: View) -> str:
    ours = view.root.device.device_class
    return quoted(words for words, said in stated.classes(text) if ours and said != ours)


def _lifetime(text: str, view: View) -> str:
    device = view.root.device
    ours = durations.days(device.lifetime, device.lifetime_unit)
    if not ours:
        return ""
    return quoted(w for w, days in stated.lifetimes(text) if abs(days - ours) > ours / 50)


def _editions(text: str, view: View) -> str:
    found = list(stated.editions(text))
    if not found:
        return ""
    applied = [(row.reference, stated.years(row.edition)) for row in view.root.versions.standards]
    return quoted(words for words, number, year in found if _another(number, year, applied))


def _another(number: str, year: str, applied: list[tuple[str, frozenset[str]]]) -> bool:
    known = [years for reference, years in applied if number in reference.split() and years]
    return bool(known) and not any(year in years for years in known)


def _listed(view: View) -> Mapping[str, set[str]]:
    """Return the versions of each document that has a number."""
    listed: dict[str, set[str]] = {}
    for row in view.root.sources.items:
        if row.number.strip() and row.version.strip():
            listed.setdefault(row.number.strip(), set()).add(_plain(row.version))
    return listed


_LISTED = ("documents by number", _listed)


def _versions(text: str, view: View) -> str:
    listed = view.passing(*_LISTED)
    found = stated.versions(text, listed)
    return quoted(words for words, number, said in found if _plain(said) not in listed[number])


def _plain(version: str) -> str:
    """Return a version as it is compared: “06” and “6 (draft)” are 6."""
    first = version.strip().split()[0].casefold().removeprefix("v")
    return first.lstrip("0") or first


LINTS: Mapping[str, Lint] = {
    "codes-exist": Lint(
        "A text names a row by a code that no row has.",
        _codes,
        reads=names.PATTERNS,
        glance=lambda texts, view: _known_codes(view).may_be_unknown(texts.raw),
    ),
    "figures-sourced": Lint(
        "A text on the state of the art gives figures and cites nothing.",
        _unsourced,
        _BACKGROUND.__contains__,
        reads=names.PATTERNS,
        glance=lambda texts, _view: next(stated.figures(texts.raw), ""),
    ),
    "hearsay-sourced": Lint(
        "A text appeals to what everybody knows and cites nothing.",
        _hearsay,
        lambda pattern: pattern.startswith(_ARGUED),
        reads=names.PATTERNS,
        glance=lambda texts, _view: any(stated.hearsay(texts.own)),
    ),
    "names-exist": Lint(
        "A text names a device that the dossier does not know.",
        _names,
        reads=_NAMES,
        glance=_may_name,
    ),
    "class-as-stated": Lint(
        "A text gives the device another class.",
        _class,
        others=True,
        reads=("device.device_class",),
        glance=lambda texts, _view: "class" in texts.plain,
    ),
    "lifetime-as-stated": Lint(
        "A text gives the device another lifetime.",
        _lifetime,
        others=True,
        reads=("device.lifetime", "device.lifetime_unit"),
        glance=lambda texts, _view: "lifetime" in texts.plain,
    ),
    "editions-as-stated": Lint(
        "A text cites a standard in an edition that is not the one applied.",
        _editions,
        _own_work,
        lines=True,
        reads=("versions.standards[*].reference", "versions.standards[*].edition"),
        glance=lambda texts, _view: ":19" in texts.raw or ":20" in texts.raw,
    ),
    "versions-as-stated": Lint(
        "A text cites a document in a version that is not the one listed.",
        _versions,
        _own_work,
        lines=True,
        reads=("sources.items[*].number", "sources.items[*].version"),
        glance=lambda texts, view: any(one in texts.raw for one in view.passing(*_LISTED)),
    ),
}
