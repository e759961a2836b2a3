from pathlib import Path

import pytest

from cerwizard.errors import BadClauseError
from cerwizard.law import wrong_citations


@pytest.mark.parametrize("mistake", wrong_citations.load(), ids=lambda mistake: mistake.id)
def test_a_mistake_is_found_and_its_mend_is_not(mistake: wrong_citations.Mistake):
    assert mistake in wrong_citations.mistakes_in(mistake.wrong)
    assert mistake in wrong_citations.mistakes_in(mistake.wrong.upper())
    assert wrong_citations.mistakes_in(mistake.right) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The PSUR is updated yearly, as the device is class IIb.",
        "Article 61(10) is not used, because the device is an implant.",
        "Indent 5 of Annex XIV Part A, Section 1(a) is met.",
        "The certificate was issued on 26 May 2019.",
        "Data of similar devices are shown as state of the art.",
        "The legacy device was placed on the market until 2023.",
    ],
)
def test_a_correct_text_is_left_alone(text: str):
    assert wrong_citations.mistakes_in(text) == ()


def test_a_pattern_that_is_none_is_refused(tmp_path: Path):
    text = '[[mistake]]\nid = "x"\nwrong = "a"\nright = "b"\npattern = "("\nclauses = []\n'
    (tmp_path / "wrong_citations.toml").write_text(text, "utf-8")
    with pytest.raises(BadClauseError, match=r"at mistake → entry 1 → pattern.*no regular expr"):
        wrong_citations.load(tmp_path)


def test_a_code_given_twice_is_refused(tmp_path: Path):
    entry = '[[mistake]]\nid = "x"\nwrong = "a"\nright = "b"\npattern = "a"\nclauses = []\n'
    (tmp_path / "wrong_citations.toml").write_text(entry + entry, "utf-8")
    with pytest.raises(BadClauseError, match="two entries called x"):
        wrong_citations.load(tmp_path)
