"""Rows of a spreadsheet in the clipboard become rows of a list."""

from decimal import Decimal

import pytest

from cerwizard.dossier.ask import question, questions
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.market import MarketData
from cerwizard.dossier.purpose import Indication, Purpose
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
