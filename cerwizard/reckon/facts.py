"""The named facts that conditions and rules may ask for."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.facts import Fact

_Answer = str  # "yes", "no" or "" for not known


def _either(*answers: str) -> _Answer:
    if "yes" in answers:
        return "yes"
    return "" if "" in answers else "no"


def _one_of(answer: str, codes: Iterable[str]) -> _Answer:
    return "" if not answer else ("yes" if answer in codes else "no")


def _class_iii_or_implantable(dossier: Dossier, _day: date) -> _Answer:
    device = dossier.device
    return _either(_one_of(device.device_class, ("III",)), device.implantable)


def _notified_body(dossier: Dossier, _day: date) -> _Answer:
    device = dossier.device
    higher = _one_of(device.device_class, ("IIa", "IIb", "III"))
    return _either(higher, device.sterile, device.measuring, device.reusable_surgical_instrument)


def _marketed(dossier: Dossier, _day: date) -> _Answer:
    return _one_of(dossier.device.market_status, ("mdr", "legacy", "class_one"))


def _non_clinical_route(dossier: Dossier, _day: date) -> _Answer:
    return _one_of(dossier.plan.route, ("non_clinical", "mixed"))


def _answer(path: str) -> Callable[[Any, date], str]:
    section, field = path.split(".")
    return lambda dossier, _day: str(getattr(getattr(dossier, section), field))


def _is(name: str, gist: str, path: str) -> Fact:
    return Fact(name, gist, (path,), _answer(path))


_FACTS = (
    Fact(
        "class_iii_or_implantable",
        "The device is of class III or implantable.",
        ("device.device_class", "device.implantable"),
        _class_iii_or_implantable,
    ),
    Fact(
        "notified_body_involved",
        "A notified body assesses the device.",
        (
            "device.device_class",
            "device.sterile",
            "device.measuring",
            "device.reusable_surgical_instrument",
        ),
        _notified_body,
    ),
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
    _is("implantable", "The device is implantable.", "device.implantable"),
    _is("software", "The device is medical device software.", "device.software"),
    _is("annex_xvi", "The product has no medical purpose (Annex XVI).", "device.annex_xvi"),
    _is("legacy", "The device was CE marked under a directive.", "device.previously_ce_marked"),
    _is("article_120", "Article 120 applies to the device.", "device.article_120"),
    _is("equivalence_claimed", "Equivalence is claimed.", "equivalence.claimed"),
    _is("pmcf_planned", "PMCF is planned.", "pmcf.planned"),
)

FACTS: dict[str, Fact] = {fact.name: fact for fact in _FACTS}
