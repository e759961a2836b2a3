"""Walks Annex VIII: which rules can apply to a device, and what class follows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from cerwizard.law.classification import Class, Classification, Property, SubRule

PROPERTIES: dict[str, dict[Property, str]] = {
    "How it meets the body": {
        Property.NON_INVASIVE: "Stays outside the body",
        Property.INJURED_SKIN: "Touches injured skin or mucosa",
        Property.INVASIVE_ORIFICE: "Goes in through a body orifice",
        Property.SURGICALLY_INVASIVE: "Goes in through the surface of the body, by surgery",
        Property.LONG_TERM: "Stays for more than 30 days",
        Property.IMPLANTABLE: "Is implantable",
    },
    "What it is": {
        Property.ACTIVE: "Active: it needs a source of energy other than the body or gravity",
        Property.SOFTWARE: "Software",
        Property.REUSABLE_SURGICAL_INSTRUMENT: "Reusable surgical instrument",
    },
    "What it is made of": {
        Property.MEDICINAL_SUBSTANCE: "Contains an ancillary medicinal substance",
        Property.ANIMAL_TISSUE: "Made with animal tissue or cells",
        Property.HUMAN_TISSUE: "Made with human tissue or cells",
        Property.NANOMATERIAL: "Nanomaterial",
        Property.ABSORBED_SUBSTANCES: "Substances that are absorbed or dispersed in the body",
    },
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """What follows from the sub-rules that a writer chose.

    `rules` are their texts for the dossier, the strictest first; `unaddressed` the rules that a
    property calls for and no chosen sub-rule belongs to.
    """

    result: Class
    rules: tuple[str, ...]
    unaddressed: tuple[int, ...]


def candidates(
    law: Classification, properties: Collection[Property]
) -> tuple[tuple[int, tuple[SubRule, ...]], ...]:
    """Return, rule by rule, the sub-rules that can apply to a device with these properties."""
    fitting = [sub for sub in law.sub_rule if sub.fits(properties)]
    return tuple((rule, tuple(subs)) for rule, subs in groupby(fitting, key=lambda sub: sub.rule))


def propose(
    law: Classification, codes: Collection[str], properties: Collection[Property]
) -> Proposal:
    """Return the class that follows from the chosen sub-rules (Annex VIII, Section 3.5)."""
    chosen = [sub for sub in law.sub_rule if sub.code in codes]
    gone = {code for sub in chosen for code in sub.instead_of}
    kept = [sub for sub in chosen if sub.code not in gone]
    return Proposal(
        law.strictest(sub.code for sub in kept),
        _texts(kept),
        _unaddressed(law, chosen, properties),
    )


def _texts(kept: Iterable[SubRule]) -> tuple[str, ...]:
    order = tuple(Class)
    ranked = sorted(kept, key=lambda sub: -order.index(sub.result))
    return tuple(f"Annex VIII Rule {sub.rule}: {sub.text.rstrip('.')}" for sub in ranked)


def _unaddressed(
    law: Classification, chosen: Iterable[SubRule], properties: Collection[Property]
) -> tuple[int, ...]:
    addressed = {sub.rule for sub in chosen}
    called = {law.must_address[p] for p in properties if p in law.must_address}
    return tuple(sorted(called - addressed))
