"""Checks that the class follows from the rules of Annex VIII and the properties answered."""

from collections.abc import Iterator

from cerwizard.dossier.view import Place, View
from cerwizard.reckon import classed
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check


@check(
    "class-by-its-rules",
    "The class is one that the named rules can give; {=detail} names those.",
    *classed.READS,
    "device.annex_xvi",
)
def _class(view: View, place: Place) -> Iterator[Fault]:
    can_be = classed.wrong_class(view.root)
    if can_be:
        said = " or ".join(str(one) for one in can_be)
        yield Fault(f"{place.address}.device_class", f"class {said}")


@check(
    "rules-addressed",
    "The rule for each special property is spoken of; {=detail} names property and rule.",
    *classed.READS,
)
def _addressed(view: View, place: Place) -> Iterator[Fault]:
    missing = list(classed.unaddressed(view.root))
    if missing:
        said = ", ".join(f"{one.value.replace('_', ' ')} (Rule {rule})" for one, rule in missing)
        yield Fault(f"{place.address}.classification_rules", said)


@check(
    "rules-fit-the-device",
    "No named rule asks for a property that the device lacks; {=detail} names those that do.",
    *classed.READS,
)
def _fit(view: View, place: Place) -> Iterator[Fault]:
    wrong = list(classed.unfit(view.root))
    if wrong:
        said = " and ".join(f"Rule {number}" for number in wrong)
        yield Fault(f"{place.address}.classification_rules", said)
