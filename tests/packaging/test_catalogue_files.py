"""What follows from the rules is as `make catalogue` writes it."""

import pytest

import catalogue
from cerwizard.law import judged

WANTED = catalogue.wanted()


@pytest.mark.parametrize("path", WANTED, ids=lambda path: path.name)
def test_a_file_is_what_the_rules_make_of_it(path):
    """After a change of rules: `make catalogue`."""
    assert path.read_text("utf-8") == WANTED[path]


def test_writing_the_table_mends_the_rules_and_keeps_what_was_written_by_hand():
    (text,) = (text for path, text in WANTED.items() if path.name == "judged.toml")
    damaged = text.replace('"MDR:61.2" = ["CEP-31"', '"MDR:61.2" = ["CEP-30"')
    assert damaged != text
    assert catalogue.with_rules(damaged) == text
    assert all(sentence in text for sentence in judged.load().not_judged.values())
