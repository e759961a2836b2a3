"""Holds the class of a device against the rules of Annex VIII that are named for it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.populations import Duration
from cerwizard.dossier.values import YesNo
from cerwizard.law import classification
from cerwizard.law.classification import Class, Property, SubRule

_RULES = re.compile(r"\bRules?\s+(\d{1,2}(?:\s*(?:,|and|or)\s*\d{1,2})*)", re.IGNORECASE)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
_NTH = rf"({'|'.join(_ORDINALS)}|\d+)(?:st|nd|rd|th)?"
_PLACED = re.compile(
    rf"\bRule\s+(\d{{1,2}})((?:[,;\s(]+(?:{_NTH}\s+(?:indent|paragraph)|(?:indent|paragraph)\s+\d+))+)",
    re.IGNORECASE,
)
_PLACE = re.compile(rf"{_NTH}\s+(indent|paragraph)|(indent|paragraph)\s+(\d+)", re.IGNORECASE)
_OWN_CODE = re.compile(r"\bR(\d{1,2}[a-l]?)\b")
_NOT_IT = re.compile(r"\b(?:not|no|neither|nor|excluded|except|unless)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\bRules?\s[\d\s,andor]+(?:\([^)]*\)\s*)?(?:do|does|did|is|are|has|have|was|were)\s+not\b"
    r"|\b(?:not|neither|nor)\s+(?:\w+\s+){0,3}Rules?\b",
    re.IGNORECASE,
)
_ORDER = tuple(Class)
_ANSWERED = (
    Property.ACTIVE,
    Property.SOFTWARE,
    Property.IMPLANTABLE,
    Property.REUSABLE_SURGICAL_INSTRUMENT,
    Property.MEDICINAL_SUBSTANCE,
    Property.ANIMAL_TISSUE,
    Property.HUMAN_TISSUE,
    Property.NANOMATERIAL,
    Property.ABSORBED_SUBSTANCES,
)
READS = (
    "device.device_class",
    "device.classification_rules",
    "device.classification_rationale",
    "populations.duration",
    *(f"device.{one.value}" for one in _ANSWERED),
)


@dataclass(frozen=True, slots=True)
class Named:
    """The rules that are named: by number, and, where given, by our own key of the sub-rule.

    `clear` tells whether each line says beyond doubt that a rule applies, or that it does not.
    """

    numbers: frozenset[int]
    codes: frozenset[str]
    clear: bool


def named(lines: Iterable[str]) -> Named:
    """Return the rules that the lines name; a line that denies one names none."""
    codes: set[str] = set()
    numbers: set[int] = set()
    clear = True
    for line in lines:
        own = _own_codes(line)
        if own:
            codes |= own
        elif not _NOT_IT.search(line) and (placed := _placed_codes(line)):
            codes |= placed
            numbers |= set(numbers_in(line))
        elif not _NOT_IT.search(line):
            numbers |= set(numbers_in(line))
        elif not _DENIED.search(line):
            clear = False
    numbers |= {classification.load().get(code).rule for code in codes}
    return Named(frozenset(numbers), frozenset(codes), clear)


def _own_codes(line: str) -> set[str]:
    """Return our keys of the sub-rules that a line gives, or whose words it ends with."""
    given = {f"R{code}" for code in _OWN_CODE.findall(line)}
    plain = line.strip().removesuffix(".")
    return {
        sub.code
        for sub in classification.load().sub_rule
        if sub.code in given or plain.endswith(f"Rule {sub.rule}: {sub.text.removesuffix('.')}")
    }


def _placed_codes(line: str) -> set[str]:
    """Return our keys of the sub-rules whose indent or paragraph a line names."""
    return {sub.code for found in _PLACED.finditer(line) for sub in _at(int(found[1]), found[2])}


def _at(number: int, words: str) -> Iterator[SubRule]:
    places = {
        (found[2] or found[3]).casefold(): _counted(found[1] or found[4])
        for found in _PLACE.finditer(words)
    }
    for sub in classification.load().sub_rule:
        if sub.rule == number and all(getattr(sub, kind) == nth for kind, nth in places.items()):
            yield sub


def _counted(word: str) -> int:
    return int(word) if word.isdigit() else _ORDINALS.index(word.casefold()) + 1


def numbers_in(text: str) -> Iterator[int]:
    """Yield the numbers of the rules of Annex VIII that a text names."""
    for found in _RULES.finditer(text):
        yield from (int(number) for number in re.findall(r"\d+", found[1]))


def possible(rules: Named) -> tuple[Class, ...]:
    """Return the classes that the rules can give; all of them if no rule is named.

    Of several rules the strictest counts (Annex VIII, Section 3.5).
    """
    subs = [_chosen(number, rules) for number in sorted(rules.numbers)]
    results = [{sub.result for sub in some if sub.result} for some in subs]
    results = [some for some in results if some]
    if not results:
        return _ORDER[1:]
    least = max(_ORDER.index(min(some, key=_ORDER.index)) for some in results)
    every = set().union(*results)
    return tuple(one for one in _ORDER[least:] if one in every)


def _chosen(number: int, rules: Named) -> list[SubRule]:
    subs = [sub for sub in classification.load().sub_rule if sub.rule == number]
    own = [sub for sub in subs if sub.code in rules.codes]
    return own or subs


def wrong_class(dossier: Dossier) -> tuple[Class, ...]:
    """Return the classes that the named rules can give, if that of the device is none of them."""
    device = dossier.device
    rules = named(device.classification_rules)
    told = device.device_class and rules.numbers and rules.clear
    if not told or device.annex_xvi is YesNo.YES:
        return ()
    can_be = possible(rules)
    return () if str(device.device_class) in [str(one) for one in can_be] else can_be


def unaddressed(dossier: Dossier) -> Iterator[tuple[Property, int]]:
    """Yield (property, rule) for each property of the device whose rule is nowhere spoken of."""
    device = dossier.device
    numbers = named(device.classification_rules).numbers
    texts = (*device.classification_rules, device.classification_rationale)
    told = numbers | {number for text in texts for number in numbers_in(text)}
    for one, rule in classification.load().must_address.items():
        if getattr(device, one.value, YesNo.UNSET) is not YesNo.YES or rule in told or not numbers:
            continue
        # An implant may fall under another rule, and software under the one of what it drives.
        by_another = one is Property.IMPLANTABLE and bool(numbers)
        drives = one is Property.SOFTWARE and "3.3" in device.classification_rationale
        if not by_another and not drives:
            yield one, rule


def unfit(dossier: Dossier) -> Iterator[int]:
    """Yield the named rules that ask for a property which the device is said not to have."""
    device = dossier.device
    lacking = {one for one in _ANSWERED if getattr(device, one.value) is YesNo.NO}
    if dossier.populations.duration in (Duration.NONE, Duration.TRANSIENT, Duration.SHORT):
        lacking.add(Property.LONG_TERM)
    if device.software is YesNo.YES:
        lacking.discard(Property.ACTIVE)  # software is an active device (Article 2(4))
    for number in sorted(named(device.classification_rules).numbers):
        subs = [sub for sub in classification.load().sub_rule if sub.rule == number]
        needs = {need for sub in subs for need in sub.needs}
        if subs and all(sub.needs for sub in subs) and needs <= lacking:
            yield number
