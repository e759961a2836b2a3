"""The words of conditions hold when they should; of what is empty they say nothing."""

from datetime import date
from decimal import Decimal

import pytest

from cerwizard.dossier.conditions import Condition, both, either, filled, is_, no
from cerwizard.dossier.holds import Compiler
from cerwizard.dossier.reach import scope_at
from cerwizard.dossier.view import View
from cerwizard.errors import UnknownPathError
from tests.rules import small
from tests.rules.small import Benefit, Evidence, Line, Small, Twin

EVIDENCE = "evidence.items[*]"


def holds(condition, dossier, address="device", pattern=None):
    """Say whether a condition holds for the record at `address`."""
    compiler = Compiler(Small, small.FACTS)
    view = View(dossier, date(2026, 7, 1))
    place = view.place(address)
    scope = scope_at(Small, pattern or address)
    return compiler.judged(condition, scope).test(view, place)


def said_of(word, value, path=".sample", **fields):
    """Say whether `word` holds of one data set with these fields."""
    evidence = small.EvidenceBase(items=(Evidence(id="e", **fields),))
    condition = Condition(word, path, value)
    return holds(condition, Small(evidence=evidence), "evidence.items[e]", EVIDENCE)


def test_the_constructors_for_questions():
    dossier = Small(device=small.Device(device_class="III", name="A"))
    third = is_("device.device_class", "III", "I")
    assert holds(third, dossier)
    assert not holds(no(third), dossier)
    assert holds(both(third, filled("device.name")), dossier)
    assert holds(either(filled("device.date"), third), dossier)
    assert not holds(both(third, filled("device.date")), dossier)


@pytest.mark.parametrize(
    ("word", "value", "fields", "expected"),
    [
        ("is", "7", {"sample": 7}, True),
        ("is", 7, {"sample": 7}, True),
        ("is", "7.0", {"sample": 7}, True),
        ("is", "7", {}, False),
        ("is_not", "7", {}, True),
        ("is_not", "7", {"sample": 7}, False),
        ("one_of", ("1", "7"), {"sample": 7}, True),
        ("none_of", ("1", "7"), {"sample": 7}, False),
        ("at_least", Decimal(5), {"sample": 5}, True),
        ("at_most", Decimal(5), {"sample": 6}, False),
        ("above", Decimal(5), {"sample": 5}, False),
        ("below", Decimal(5), {"sample": 4}, True),
        ("at_least", Decimal(0), {}, False),
        ("at_most", Decimal(0), {}, False),
        ("filled", True, {"sample": 0}, True),
        ("filled", False, {}, True),
    ],
)
def test_words_on_a_number(word, value, fields, expected):
    assert said_of(word, value, **fields) is expected


@pytest.mark.parametrize(
    ("word", "value", "text", "expected"),
    [
        ("filled", True, "  \n", False),
        ("min_words", 2, "two words", True),
        ("min_words", 3, "two words", False),
        ("mentions", ("iso 13485",), "An ISO\n13485 certificate.", True),
        ("mentions", ("certificat*",), "certificates", True),
        ("mentions", ("certificate",), "certificates", False),
        ("mentions", ("a.b",), "axb", False),
        ("at_least", Decimal("0.5"), "0.50", True),
        ("at_least", Decimal("0.5"), "about 0.50", False),
        ("above", Decimal(5), "NaN", False),
        ("is", "About 5", "About 5", True),
    ],
)
def test_words_on_a_text(word, value, text, expected):
    assert said_of(word, value, ".code", code=text) is expected


@pytest.mark.parametrize(
    ("word", "here", "there", "expected"),
    [
        ("before", "2025", "2026-01-01", True),
        ("before", "2026", "2026-05", False),
        ("not_before", "2026", "2026-05", True),
        ("not_before", "2025-12-31", "2026", False),
        ("after", "2026-06", "2026-05-31", True),
        ("not_after", "2026-05", "2026-05-31", True),
        ("before", "", "2026", False),
        ("after", "", "2026", False),
        ("not_before", "", "2026", True),
        ("not_after", "2026", "", True),
    ],
)
def test_what_is_unknown_in_a_date_never_contradicts(word, here, there, expected):
    dossier = Small(
        device=small.Device(date=there),
        evidence=small.EvidenceBase(items=(Evidence(id="e", date=here),)),
    )
    assert (
        holds(Condition(word, ".date", "device.date"), dossier, "evidence.items[e]", EVIDENCE)
        is expected
    )


@pytest.mark.parametrize(
    ("here", "months", "expected"),
    [
        ("2025-07-01", -12, True),
        ("2025-06-30", -12, False),
        ("2025", -12, True),
        ("2025-05", -13, False),
    ],
)
def test_a_date_can_be_held_against_another_moved_by_months(here, months, expected):
    condition = Condition("not_before", ".date", "=as_of", months=months)
    dossier = Small(evidence=small.EvidenceBase(items=(Evidence(id="e", date=here),)))
    assert holds(condition, dossier, "evidence.items[e]", EVIDENCE) is expected


@pytest.mark.parametrize(
    ("word", "limit", "measure", "expected"),
    [
        ("at_most_path", "0.50", "0.5", True),
        ("at_most_path", "0.4", "0.5", False),
        ("at_most_path", None, "0.5", True),
        ("above_path", "0.4", "0.5", True),
        ("above_path", None, "0.5", False),
        ("at_least_path", "0.6", "0.5", False),
        ("below_path", "0.6", "0.5", True),
        ("same_as", "0.50", "0.5", True),
        ("differs_from", "0.6", "0.5", True),
        ("differs_from", None, "0.5", False),
    ],
)
def test_numbers_of_two_paths(word, limit, measure, expected):
    dossier = Small(
        device=small.Device(limit=limit),
        benefits=small.Benefits(items=(Benefit(id="b", measure=measure),)),
    )
    condition = Condition(word, ".measure", "device.limit")
    assert holds(condition, dossier, "benefits.items[b]", "benefits.items[*]") is expected


def test_of_several_values_one_is_enough_and_the_negative_words_are_exact_opposites():
    rows = (Evidence(id="1", kind="trial"), Evidence(id="2", kind="bench"))
    benefit = Benefit(id="b", evidence_ids=("1", "2", "gone"))
    dossier = Small(
        benefits=small.Benefits(items=(benefit,)), evidence=small.EvidenceBase(items=rows)
    )

    def said(word, value):
        condition = Condition(word, ".evidence_ids->kind", value)
        return holds(condition, dossier, "benefits.items[b]", "benefits.items[*]")

    assert said("is", "bench")
    assert not said("is_not", "bench")
    assert said("none_of", ("qms",))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Condition("every", ".rows[*]", parts=(filled(".name"),)), False),
        (Condition("every", ".rows[*]", parts=(filled(".name"),), or_none=True), True),
        (Condition("none", ".rows[*]", parts=(filled(".name"),)), True),
        (Condition("any", ".rows[*]", parts=(filled(".name"),)), False),
        (Condition("count_at_most", ".rows[*]", 0), True),
        (Condition("filled", ".rows[*]", True), False),
        (Condition("filled", ".rows", False), True),
    ],
)
def test_what_is_said_of_no_rows_at_all(condition, expected):
    dossier = Small(equivalence=small.Equivalence(devices=(Twin(id="t"),)))
    assert holds(condition, dossier, "equivalence.devices[t]", "equivalence.devices[*]") is expected


def test_where_narrows_the_rows_that_are_looked_at():
    rows = (Line(id="1", same="no"), Line(id="2", same="yes", name="A"), Line(id="3"))
    dossier = Small(equivalence=small.Equivalence(devices=(Twin(id="t", rows=rows),)))

    def said(word, value="", **more):
        condition = Condition(word, ".rows[*]", value, where=(filled(".same"),), **more)
        return holds(condition, dossier, "equivalence.devices[t]", "equivalence.devices[*]")

    assert said("count_at_most", 2)
    assert not said("count_at_least", 3)
    assert said("any", parts=(filled(".name"),))
    assert not said("every", parts=(filled(".name"),))
    assert said("filled", True)


def test_two_dots_mean_the_record_around():
    line = Line(id="l", name="A")
    dossier = Small(
        equivalence=small.Equivalence(
            claimed="yes", devices=(Twin(id="t", name="A", rows=(line,)),)
        )
    )
    at, pattern = "equivalence.devices[t].rows[l]", "equivalence.devices[*].rows[*]"
    assert holds(Condition("same_as", ".name", "..name"), dossier, at, pattern)
    assert holds(is_("...claimed", "yes"), dossier, at, pattern)
    inner = Condition("any", ".rows[*]", parts=(Condition("same_as", ".name", "..name"),))
    assert holds(inner, dossier, "equivalence.devices[t]", "equivalence.devices[*]")


def test_unique_sets_case_and_spaces_aside_and_never_blames_the_blank():
    rows = tuple(
        Evidence(id=str(i), code=code) for i, code in enumerate(("F1", "f1 ", "", "", "F2"))
    )
    dossier = Small(evidence=small.EvidenceBase(items=rows))
    found = [
        holds(Condition("unique", ".code", True), dossier, f"evidence.items[{i}]", EVIDENCE)
        for i in range(5)
    ]
    assert found == [False, False, True, True, True]


def test_answered_counts_the_reason_for_an_empty_list():
    said = Condition("answered", ".items", True)
    assert not holds(said, Small(), "benefits")
    assert holds(said, Small(benefits=small.Benefits(none_because="None of its own.")), "benefits")
    assert holds(said, Small(benefits=small.Benefits(items=(Benefit(id="b"),))), "benefits")


def test_a_fact_is_asked_like_a_path():
    assert holds(is_("=high", "yes"), Small(device=small.Device(implantable="yes")))
    assert holds(is_("=high", "no"), Small())


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (
            is_("device.device_class", "IV"),
            "“device.device_class” is never “IV”; it can be I, III.",
        ),
        (
            Condition("at_least", "device.implantable", 1),
            "“at_least” cannot be said of “device.implantable”.",
        ),
        (
            Condition("not_before", "device.name", "device.date"),
            "“not_before” cannot be said of “device.name”.",
        ),
        (
            Condition("before", "device.date", "device.name"),
            "“before” cannot be said with “device.name”.",
        ),
        (
            is_("=hihg", "yes"),
            "There is no fact “hihg”; there are brittle, crowded, high, report_date.",
        ),
        (is_("=high", "maybe"), "“=high” is never “maybe”; it can be yes, no."),
        (Condition("filed", "device.name", True), "There is no word “filed” for conditions."),
        (
            Condition("any", "device.name", parts=(filled(".x"),)),
            "“device.name” leads to a value; rows or references are needed.",
        ),
        (
            Condition("unique", "device.name", True),
            "“unique” needs a field of a section's list, not “device.name”.",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(condition, sentence):
    with pytest.raises(UnknownPathError) as caught:
        holds(condition, Small())
    assert str(caught.value) == sentence
