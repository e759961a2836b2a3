import pytest
from lxml import etree

from cerwizard.report.word.xml import W_SPACE, highest, parse, serialised, value


def numbers(*ids: str):
    marks = "".join(f'<w:n w:id="{one}"/>' for one in ids)
    return parse(f'<w:body xmlns:w="{W_SPACE}">{marks}</w:body>'.encode())


@pytest.mark.parametrize(
    ("ids", "most"), [((), 0), (("3", "12"), 12), (("-4", "x", ""), 0), (("0",), 0)]
)
def test_the_highest_number_counts_from_nought(ids, most):
    assert highest(numbers(*ids), "n", "id") == most


def test_what_is_not_there_has_no_value():
    assert value(None) == ""
    assert value(numbers("3")[0], "id") == "3"
    assert value(numbers("3")[0]) == ""


def test_what_was_read_is_written_again():
    assert etree.tostring(parse(serialised(numbers("1")))) == etree.tostring(numbers("1"))


def test_nothing_outside_of_the_part_is_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    part = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{secret.as_uri()}">]><a>&e;</a>'
    assert b"secret</a>" not in serialised(parse(part.encode()))
