"""Codes and names in a text are those of rows, or they are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.dossier.dossier import Dossier
from cerwizard.reckon import names

DOSSIER = Dossier.model_validate(
    {
        "analysis": {"gaps": [{"id": "1", "code": "G1"}, {"id": "2", "code": "G2"}]},
        "evidence": {"items": [{"id": "1", "code": "F07"}, {"id": "2", "code": "E13"}]},
        "purpose": {"contraindications": [{"id": "1", "code": "C1"}]},
        "benefits": {"items": [{"id": "1", "code": "B1"}]},
        "literature": {"references": [{"id": "1", "code": "F07"}]},
    }
)
CODES = names.codes(DOSSIER)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("see gap G9", ["gap G9"]),
        ("gaps G1, G2 and G8", ["gaps G8"]),
        ("gap G1 and gap G2", []),
        ("two data sets (F07 and F99)", ["F99"]),
        ("(F07, E13)", []),
        ("vitamin B12", []),
        ("vertebrae C5 to C6 (C5 to C6)", []),
        ("gap analysis of 2025", []),
        ("Benefit B1 was met", []),
    ],
)
def test_codes_that_no_row_has(text, unknown):
    assert list(CODES.unknown(text)) == unknown


def test_whether_a_text_names_any_row():
    assert CODES.names_some("12.8 % (F07)")
    assert not CODES.names_some("12.8 % (F08)")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Foldaran Border", ["Foldaran"]),
        ("Foldaren Borders", []),
        ("Folaren absorbs", ["Folaren"]),
        ("a border of silicone", []),
        ("Foldaren", []),
    ],
)
def test_a_name_with_one_letter_wrong(text, wrong):
    assert list(names.misspelt(text, "Foldaren Border")) == wrong


def test_a_trade_mark_that_nobody_entered():
    known = ("Foldaren Border", "Oldarex")
    assert list(names.unknown_trade_marks("Foldaren® and Mepitex® Lite", known)) == ["Mepitex"]
    assert list(names.unknown_trade_marks("Oldarex™", known)) == []


@given(text=st.text(max_size=120))
def test_no_text_breaks_the_search(text):
    list(CODES.unknown(text))
    list(names.misspelt(text, "Foldaren Border"))
    list(names.unknown_trade_marks(text, ["Foldaren"]))
