"""The thirteen characteristics are always laid out, and what breaks the requirement is marked."""

import pytest

from cerwizard.dossier.equivalence import Characteristic, Comparison, Equivalent, Likeness
from cerwizard.dossier.values import YesNo
from cerwizard.gui.pages.comparison import (
    NEW,
    lines,
    must_be_same,
    place,
    short,
    spots,
    standing,
    summary,
)
from cerwizard.rules.finding import Severity

C, L = Characteristic, Likeness


def row(characteristic: Characteristic, likeness: Likeness = L.UNSET, **more) -> Comparison:
    return Comparison(
        id=str(characteristic), characteristic=characteristic, likeness=likeness, **more
    )


def device(*rows: Comparison) -> Equivalent:
    return Equivalent(id="d", name="Other", rows=rows)


def test_an_empty_comparison_has_all_thirteen_lines():
    assert [s.key for s in spots(device())] == [f"{NEW}{c}" for c in Characteristic if c]


def test_rows_stand_where_their_characteristic_does():
    found = spots(device(row(C.C1), row(C.T1)))
    assert found[0].row is not None
    assert [s.characteristic for s in found] == [c for c in Characteristic if c]


def test_two_aspects_of_one_characteristic_are_both_shown():
    two = (row(C.T1), Comparison(id="other", characteristic=C.T1, aspect="Edge"))
    assert len(spots(device(*two))) == 14


def test_a_row_without_a_characteristic_comes_last():
    assert spots(device(Comparison(id="x")))[-1].key == "x"


def test_a_new_row_keeps_the_order():
    rows = (row(C.T1), row(C.B1), row(C.C1))
    assert place(rows, C.T3) == 1
    assert place(rows, C.C5) == 3
    assert place((), C.T1) == 0


def test_the_names_say_the_characteristic_alone():
    assert short(C.B1) == "Materials in contact with the same tissues or fluids"
    assert short(C.T1) == "Design"


def test_the_law_asks_for_the_same_where_the_labels_say_so():
    asked = {c for c in Characteristic if c.label.endswith("(same)")}
    assert {c for c in Characteristic if must_be_same(c)} == asked


JUSTIFIED = {"justification": "Because.", "significant": YesNo.NO}


@pytest.mark.parametrize(
    ("made", "mark", "broken"),
    [
        (row(C.T1), "empty", False),
        (row(C.T1, L.SAME), "done", False),
        (row(C.T1, L.SIMILAR), "begun", False),
        (row(C.T1, L.SIMILAR, justification="Because."), "begun", False),
        (row(C.T1, L.SIMILAR, **JUSTIFIED), "done", False),
        (row(C.T1, L.DIFFERENT, **JUSTIFIED), "major", True),
        (row(C.B1, L.SIMILAR, **JUSTIFIED), "major", True),
        (row(C.C4, L.SIMILAR, **JUSTIFIED), "major", True),
        (row(C.T4, L.NOT_APPLICABLE, **JUSTIFIED), "done", False),
        (row(C.T1, L.SAME, significant=YesNo.YES), "major", True),
    ],
)
def test_a_row_stands_as_its_answers_say(made, mark, broken):
    stands = standing(made, device(made), software=False)
    assert (stands.mark, stands.broken) == (mark, broken)


def test_software_touches_no_tissue():
    made = row(C.B1, L.NOT_APPLICABLE, **JUSTIFIED)
    assert not standing(made, device(made), software=True).broken
    assert standing(made, device(made), software=False).broken


def test_a_similar_aspect_of_the_condition_is_enough_beside_a_same_one():
    same = row(C.C1, L.SAME)
    stage = Comparison(id="s", characteristic=C.C1, likeness=L.SIMILAR, **JUSTIFIED)
    assert not standing(stage, device(same, stage), software=False).broken
    assert standing(stage, device(stage), software=False).broken


def test_a_line_that_breaks_the_requirement_says_so_in_words():
    shown = lines(device(row(C.B1, L.SIMILAR, **JUSTIFIED)), {}, software=False)
    line = next(x for x in shown if x.key == "B1")
    assert line.tone == "major"
    assert (line.cells[3].text, line.cells[3].below) == ("Similar", "Must be the same")


def test_what_the_rules_find_is_marked_at_the_name():
    shown = lines(device(row(C.T1, L.SAME)), {"T1": Severity.MINOR}, software=False)
    assert next(x for x in shown if x.key == "T1").cells[0].mark == "minor"


def test_the_groups_are_headed_and_counted():
    shown = lines(device(row(C.T1, L.SAME)), {}, software=False)
    heads = [(x.cells[0].text, x.cells[0].below) for x in shown if x.heading]
    assert heads == [
        ("Technical", "1 of 5 compared"),
        ("Biological", "0 of 3 compared"),
        ("Clinical", "0 of 5 compared"),
    ]


def test_the_summary_counts_in_words():
    assert summary(device(), software=False) == "0 of 13 characteristics compared."
    one = device(row(C.T1, L.DIFFERENT))
    assert summary(one, software=False).endswith("1 row breaks the requirement.")
    two = device(row(C.T1, L.DIFFERENT), row(C.T2, L.DIFFERENT))
    assert summary(two, software=False).endswith("2 rows break the requirement.")
