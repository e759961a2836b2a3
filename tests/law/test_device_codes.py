"""The codes of notified bodies: four groups, each code once, tied to answers that there are."""

import re

import pytest

from cerwizard.dossier.device import Device
from cerwizard.law import clauses, device_codes
from cerwizard.law.clauses import Mark

CODES = device_codes.load()
GROUPS = {
    "MDA": (CODES.active, 26),
    "MDN": (CODES.non_active, 18),
    "MDS": (CODES.special, 14),
    "MDT": (CODES.technology, 13),
}


@pytest.mark.parametrize("letters", GROUPS)
def test_a_group_holds_all_its_codes_and_no_other(letters: str):
    codes, number = GROUPS[letters]
    assert len(codes) == number
    assert all(re.fullmatch(rf"{letters} \d{{4}}", code) for code in codes)
    assert list(codes) == sorted(codes)


def test_titles_are_short_and_differ():
    titles = list(CODES.titles.values())
    assert len(set(titles)) == len(titles) == 71
    assert not [title for title in titles if len(title) > 90 or title.endswith(".")]


def test_the_list_names_its_source_and_that_it_was_not_compared():
    assert CODES.clause in clauses.load()
    assert CODES.mark is Mark.UNVERIFIED


def test_a_property_is_an_answer_of_the_device_step_and_its_codes_exist():
    assert {*CODES.goes_with} <= {*Device.model_fields}
    assert all(code in CODES.titles for codes in CODES.goes_with.values() for code in codes)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MDN 1204", ("MDN 1204",)),
        ("mdn1204, MDS 1005", ("MDN 1204", "MDS 1005")),
        ("MDN 120", ()),
        ("MDX 1204", ()),
        ("MDN 12045", ()),
    ],
)
def test_codes_are_read_however_they_are_written(text: str, found: tuple[str, ...]):
    assert device_codes.codes_in(text) == found
