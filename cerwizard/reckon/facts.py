"""The named facts that conditions and rules may ask for."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.facts import Fact
from cerwizard.reckon import transition
from cerwizard.reckon.device_facts import facts

_Answer = str  # "yes", "no" or "" for not known


def _said(answer: bool | None) -> _Answer:
    return "" if answer is None else ("yes" if answer else "no")


def _one_of(answer: str, codes: Iterable[str]) -> _Answer:
    return _said(answer in codes if answer else None)


def _class_iii_or_implantable(dossier: Dossier, _day: date) -> _Answer:
    return _said(facts(dossier).third_or_implant)


def _notified_body(dossier: Dossier, _day: date) -> _Answer:
    return _said(facts(dossier).notified_body)


def _marketed(dossier: Dossier, _day: date) -> _Answer:
    return _one_of(dossier.device.market_status, ("mdr", "legacy", "class_one"))


def _non_clinical_route(dossier: Dossier, _day: date) -> _Answer:
    return _one_of(dossier.plan.route, ("non_clinical", "mixed"))


def _answer(path: str) -> Callable[[Any, date], str]:
    section, field = path.split(".")
    return lambda dossier, _day: str(getattr(getattr(dossier, section), field))


def _is(name: str, gist: str, path: str) -> Fact:
    return Fact(name, gist, (path,), _answer(path))


_DEVICE = tuple(
    f"device.{name}"
    for name in (
        "device_class",
        "implantable",
        "sterile",
        "measuring",
        "reusable_surgical_instrument",
    )
)

_FACTS = (
    Fact(
        "class_iii_or_implantable",
        "The device is of class III or implantable.",
        _DEVICE,
        _class_iii_or_implantable,
    ),
    Fact("notified_body_involved", "A notified body assesses the device.", _DEVICE, _notified_body),
    Fact(
        "marketed",
        "The device is on the market in the Union.",
        ("device.market_status",),
        _marketed,
    ),
    Fact(
        "non_clinical_route",
        "Article 61(10) is used, alone or for some GSPRs.",
        ("plan.route",),
        _non_clinical_route,
    ),
    Fact(
        "transition_end",
        "The last day on which Article 120 lets the device be placed on the market.",
        (*_DEVICE, "device.article_120", "device.listed_product"),
        transition.last_day,
        codes=(),
    ),
    _is("annex_xvi", "The product has no medical purpose (Annex XVI).", "device.annex_xvi"),
    _is("article_120", "Article 120 applies to the device.", "device.article_120"),
    _is("equivalence_claimed", "Equivalence is claimed.", "equivalence.claimed"),
)

FACTS: dict[str, Fact] = {fact.name: fact for fact in _FACTS}
