"""Rows of a spreadsheet in the clipboard become rows of a list."""

from decimal import Decimal

import pytest

from cerwizard.dossier.ask import Kind, question, questions
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.literature import Search
from cerwizard.dossier.market import MarketData
from cerwizard.dossier.plan import Plan, PlanRevision
from cerwizard.dossier.purpose import Indication, Purpose
from cerwizard.dossier.risks import Risk
from cerwizard.dossier.state_of_the_art import Criterion
from cerwizard.gui.pasted_rows import read_rows
from cerwizard.gui.rows_model import columns
from tests.gui.small import THINGS, Colour, Root, Small, Thing

ROOT = Root(small=Small(things=THINGS))


def read(text, row_type=Thing, dossier=ROOT):
    return read_rows(text, row_type, columns(row_type), dossier)


def item(name):
    return question(MarketData, name).item


def test_without_headings_the_cells_fill_the_columns_from_the_left():
    got = read("T7\tSeventh\t4.50\nT8\tEighth\n")
    assert got.rows == (
        {"code": "T7", "name": "Seventh", "size": Decimal("4.50")},
        {"code": "T8", "name": "Eighth"},
    )
    assert got.left == ()


def test_headings_lead_each_column_to_its_question():
    got = read("Colour\tCode\r\nred\tT7\r\nBlue\tT8\r\n")
    assert got.rows == ({"colour": Colour.RED, "code": "T7"}, {"colour": Colour.BLUE, "code": "T8"})


def test_a_heading_may_be_the_short_name_of_a_question():
    got = read("Harm\tCode\nBleeding\tR1", Risk)
    assert got.rows == ({"harm": "Bleeding", "code": "R1"},)


def test_a_heading_that_is_no_question_is_told_and_the_rest_is_taken():
    got = read("Code\tName\tWeight\nT7\tSeventh\t12")
    assert got.rows == ({"code": "T7", "name": "Seventh"},)
    assert got.left == ("No question is called “Weight”.",)


def test_a_cell_that_cannot_be_read_is_told_with_its_row_and_column():
    got = read("T7\tSeventh\tlarge\nT8\tEighth\t2")
    assert got.rows[0] == {"code": "T7", "name": "Seventh"}
    assert got.left == ("Row 1, Size: “large” is not a number.",)


def test_cells_for_which_there_is_no_column_are_told():
    got = read("T7\tSeventh\t1\tred\tmore")
    assert got.rows == ({"code": "T7", "name": "Seventh", "size": Decimal(1)},)
    assert "5 cells" in got.left[0]
    assert "first 3" in got.left[0]


def test_a_cell_of_several_lines_stays_one_cell():
    got = read('T7\t"Seventh\nof nine"\t1')
    assert got.rows[0]["name"] == "Seventh of nine"


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n"])
def test_nothing_gives_no_rows(text):
    assert read(text).rows == ()


def test_a_table_of_sales_with_thousands_apart():
    got = read("Period\tUnits\n2022\t48,200\n2023\t53 600\n", item("sales"), Dossier())
    assert [row["units"] for row in got.rows] == [48200, 53600]


def test_a_share_may_carry_its_sign():
    got = read("Category\tRate, % of units\nInjector\t0.1127 %\n", item("complaints"), Dossier())
    assert got.rows[0]["rate"] == Decimal("0.1127")


def test_other_rows_are_known_by_their_codes():
    purpose = Purpose(indications=(Indication(id="a", code="I1"), Indication(id="b", code="I2")))
    dossier = Dossier(purpose=purpose)
    group = question(type(dossier.populations), "groups").item
    heads = {q.name: q.ask.label for q in questions(group)}
    text = f"{heads['code']}\t{heads['indication_ids']}\nP1\tI1, I2\nP2\tI9\n"
    got = read(text, group, dossier)
    assert got.rows == ({"code": "P1", "indication_ids": ("a", "b")}, {"code": "P2"})
    assert got.left == (
        f"Row 2, {heads['indication_ids']}: “I9” is not in the list from which one chooses.",
    )


GROUP = question(type(Dossier().populations), "groups").item


def of_indications(cell, *names):
    """Paste one group that refers to the indications of these names; return ids and remarks."""
    rows = tuple(Indication(id=str(n), code="", condition=name) for n, name in enumerate(names))
    heads = {q.name: q.ask.label for q in questions(GROUP)}
    text = f"{heads['code']}\t{heads['indication_ids']}\nP1\t{cell}\n"
    got = read(text, GROUP, Dossier(purpose=Purpose(indications=rows)))
    return got.rows[0].get("indication_ids"), got.left


def test_a_name_with_a_comma_is_one_name():
    assert of_indications("Wounds, dry; Burns", "Burns", "Wounds, dry") == (("1", "0"), ())


def test_a_row_that_is_named_twice_is_referred_to_once():
    assert of_indications("Burns, burns", "Burns") == (("0",), ())


@pytest.mark.parametrize("cell", [";", ",", " ; "])
def test_marks_without_names_name_no_row(cell):
    assert of_indications(cell, "Burns")[0] is None


PLAN = Dossier(
    plan=Plan(revisions=(PlanRevision(id="a", number="1"), PlanRevision(id="b", number="2")))
)
REVISION = question(Criterion, "plan_revision_id")


@pytest.mark.parametrize(
    ("cell", "row", "told"),
    [
        ("2", {"plan_revision_id": "b"}, False),
        ("1; 2", {}, True),
        (";", {}, True),
    ],
)
def test_a_cell_names_one_row_where_there_can_be_only_one(cell, row, told):
    got = read_rows(cell, Criterion, [REVISION], PLAN)
    assert got.rows == (row,)
    assert bool(got.left) is told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('T7\t"Foam" dressing\nT8\tGauze', ['"Foam" dressing', "Gauze"]),
        ('T7\t"Foam\nT8\tGauze', ['"Foam', "Gauze"]),
        ('T7\t"The ""old"" one"\nT8\tGauze', ['The "old" one', "Gauze"]),
        ("T7\tFoam\rT8\tGauze", ["Foam", "Gauze"]),
        ("T7\t" + "x" * 140_000 + "\nT8\tGauze", ["x" * 140_000, "Gauze"]),
    ],
)
def test_quotes_and_line_ends_of_other_programs_lose_nothing(text, names):
    assert [row["name"] for row in read(text).rows] == names


def test_thousands_of_references_to_a_long_list_take_no_time_worth_mentioning():
    asked = []

    class Counted(Dossier):
        def __getattribute__(self, name):
            if name == "purpose":
                asked.append(name)
            return super().__getattribute__(name)

    purpose = Purpose(indications=tuple(Indication(id=str(n), code=f"I{n}") for n in range(9)))
    heads = {q.name: q.ask.label for q in questions(GROUP)}
    lines = [f"P{n}\tI{n}" for n in range(9)]
    text = "\n".join([f"{heads['code']}\t{heads['indication_ids']}", *lines])
    assert len(read(text, GROUP, Counted(purpose=purpose)).rows) == 9
    assert len(asked) == 1


def test_a_list_within_a_row_cannot_be_pasted_into_a_cell():
    inner = next(q for q in questions(Search) if q.kind is Kind.ROWS)
    label = question(Search, "title").ask.label
    got = read(f"{label}\t{inner.ask.label}\nSafety\tx", Search, Dossier())
    assert inner.name not in got.rows[0]
    assert f"No question is called “{inner.ask.label}”." in got.left
