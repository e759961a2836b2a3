"""Checks that everything within the purpose is weighed and covered by data or a gap."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from cerwizard.dossier.ask import Row, title
from cerwizard.dossier.choices import Sex
from cerwizard.dossier.device_parts import Variant
from cerwizard.dossier.evidence import Role
from cerwizard.dossier.populations import Population
from cerwizard.dossier.purpose import Indication
from cerwizard.dossier.values import YesNo
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import coverage
from cerwizard.reckon.coverage import Pair
from cerwizard.rules.checks.naming import first_few
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_MOST_NAMED = 6
_SEX = re.compile(r"\b(?:sex|wom[ae]n|m[ae]n|females?|males?|gender)\b", re.IGNORECASE)
_PAIR = (
    "purpose.indications",
    *(f"purpose.indications[*].{name}" for name in Indication.TITLE),
    "populations.groups",
    "populations.groups[*].indication_ids",
    *(f"populations.groups[*].{name}" for name in Population.TITLE),
)
_BOTH = ("indication_ids", "population_ids")


@check(
    "pairs-weighed",
    "Benefit and risk are weighed for each indication in each population; {=detail} is left out.",
    *_PAIR,
    ".items",
    *(f".items[*].{name}" for name in _BOTH),
)
def _weighed(view: View, place: Place) -> Iterator[Fault]:
    rows = place.value.items
    left_out = [
        _named(view, pair)
        for pair in coverage.pairs(view.root)
        if not any(_about(row, pair, none_means_all=True) for row in rows)
    ]
    if left_out:
        yield Fault(f"{place.address}.items", _listed(left_out))


@check(
    "pairs-covered",
    "Data, a gap or a reason stand for each indication in each population; {=detail} has none.",
    *_PAIR,
    "evidence.items",
    "evidence.items[*].role",
    "analysis.gaps",
    "analysis.coverage",
    "analysis.coverage[*].state",
    "analysis.coverage[*].evidence_ids",
    *(f"evidence.items[*].{name}" for name in _BOTH),
    *(f"analysis.gaps[*].{name}" for name in _BOTH),
    *(f"analysis.coverage[*].{name}" for name in _BOTH),
)
def _covered(view: View, place: Place) -> Iterator[Fault]:
    dossier = view.root
    data = [row for row in dossier.evidence.items if row.role is not Role.CONTEXT]
    unspoken = coverage.unspoken(dossier)
    bare = [
        _named(view, pair)
        for pair in unspoken
        if not any(_about(row, pair) for row in (*data, *dossier.analysis.gaps))
    ]
    if bare:
        yield Fault(f"{place.address}.coverage", _listed(bare))


def _about(row: Any, pair: Pair, *, none_means_all: bool = False) -> bool:
    """Say whether a row names both sides of the pair; a side that the dossier lacks counts."""
    sides = ((pair.indication, row.indication_ids), (pair.population, row.population_ids))
    return all(not side or side in named or (none_means_all and not named) for side, named in sides)


def _named(view: View, pair: Pair) -> str:
    indication = view.row("purpose.indications", pair.indication)
    group = view.row("populations.groups", pair.population)
    return " in ".join(f"“{title(row)}”" for row in (indication, group) if row is not None)


def _listed(names: list[str]) -> str:
    # Sorted, so that moving a row changes no message.
    return first_few(sorted(names), _MOST_NAMED)


@check(
    "variants-covered",
    "A data set, a gap or the coverage speaks for each variant; {=detail} has none.",
    "versions.variants",
    *(f"versions.variants[*].{name}" for name in Variant.TITLE),
    "evidence.items",
    "evidence.items[*].variant_ids",
    "evidence.items[*].role",
    "analysis.gaps",
    "analysis.gaps[*].variant_ids",
    "analysis.coverage",
    "analysis.coverage[*].variant_ids",
    "analysis.coverage[*].state",
)
def _variants(view: View, place: Place) -> Iterator[Fault]:
    spoken_for = _spoken_for(view)
    if spoken_for is None:
        return
    bare = [title(row) for row in view.root.versions.variants if row.id not in spoken_for]
    if bare:
        yield Fault(f"{place.address}.coverage", _listed([f"“{name}”" for name in bare]))


def _spoken_for(view: View) -> set[str] | None:
    """Return the variants for which something speaks; None if an entry means all of them."""
    cells = [cell for cell in view.root.analysis.coverage if cell.state]
    if any(not cell.variant_ids for cell in cells):
        return None
    data = (row for row in view.root.evidence.items if row.role is not Role.CONTEXT)
    rows: Iterable[Any] = (*data, *cells, *view.root.analysis.gaps)
    return {variant for row in rows for variant in row.variant_ids}


@check(
    "ages-studied",
    "The data on a population studied each of its age groups; {=detail} were not studied.",
    ".ages",
    "<-evidence.items.population_ids->ages",
    "<-analysis.gaps.population_ids",
)
def _ages(view: View, place: Place) -> Iterator[Fault]:
    group = place.value
    studied = {age for row in _holding(view, "evidence.items", group) for age in row.ages}
    if not studied or list(_holding(view, "analysis.gaps", group)):
        return
    missing = [age.label.partition(" (")[0].lower() for age in group.ages if age not in studied]
    if missing:
        yield Fault(f"{place.address}.ages", ", ".join(missing))


def _holding(view: View, rows: str, group: Row) -> Iterable[Any]:
    return view.holders(f"{rows}[*]", "population_ids", group.id)


@check(
    "sex-studied",
    "Data of one sex are not all there is on a population of any sex; {=detail} names it.",
    ".sex",
    ".population_ids",
    ".population_ids->sex",
    *(f".population_ids->{name}" for name in Population.TITLE),
    ".population_ids<-evidence.items.population_ids->sex",
    ".population_ids<-evidence.items.population_ids->role",
    ".population_ids<-analysis.gaps.population_ids->text",
)
def _sex(view: View, place: Place) -> Iterator[Fault]:
    study = place.value
    bare = [
        f"“{title(group)}”"
        for group in view.referred("populations.groups", study.population_ids)
        if isinstance(group, Population) and group.sex is Sex.ALL and _one_sex(view, group, study)
    ]
    if bare:
        yield Fault(f"{place.address}.sex", _listed(bare))


def _one_sex(view: View, group: Population, study: Any) -> bool:
    rows = (r for r in _holding(view, "evidence.items", group) if r.role is not Role.CONTEXT)
    others = any(row.sex and row.sex is not study.sex for row in rows)
    told = (_SEX.search(gap.text) for gap in _holding(view, "analysis.gaps", group))
    return not others and not any(told)


@check(
    "variants-of-the-cell",
    "Data on each variant, or on the worst case, stand behind a covered cell; {=detail} has none.",
    ".variant_ids",
    *(f".variant_ids->{name}" for name in (*Variant.TITLE, "worst_case")),
    ".evidence_ids->variant_ids->worst_case",
    ".variant_ids<-evidence.items.variant_ids->role",
)
def _of_the_cell(view: View, place: Place) -> Iterator[Fault]:
    cell = place.value
    data: list[Any] = list(view.referred("evidence.items", cell.evidence_ids))
    studied = {variant for row in data for variant in row.variant_ids}
    extreme = any(_is_extreme(row) for row in view.referred("versions.variants", tuple(studied)))
    rows = view.referred("versions.variants", cell.variant_ids)
    missing = [row for row in rows if row.id not in studied]
    # What the worst case shows holds for the others, but not for another worst case.
    bare = [f"“{title(row)}”" for row in missing if not extreme or _never_studied(view, row)]
    if studied and bare:
        yield Fault(f"{place.address}.evidence_ids", _listed(bare))


def _never_studied(view: View, variant: Row) -> bool:
    rows = view.holders("evidence.items[*]", "variant_ids", variant.id)
    return _is_extreme(variant) and all(row.role is Role.CONTEXT for row in rows)


def _is_extreme(row: Any) -> bool:
    return bool(row.worst_case is YesNo.YES)
