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
        "The PSUR is updated yearly for class IIb and III, and every two years for class IIa.",
        "PSURs of class IIb devices come every year, of class IIa devices every two years.",
        "The search was run on 26 May 2020.",
        "Under the MDR the first certificate is of 26 May 2020.",
        "The MDR, first applicable from 26 May 2020, was postponed by Regulation (EU) 2020/561.",
        "See Sections 1 and 9 of the instructions for use.",
        "The transition ended on 26 May 2024 before it was extended by Regulation (EU) 2023/607.",
        "For this legacy device an application was lodged until 26 May 2024.",
        "The CER is filed under Annex II, Section 6.1(c); Section 4 of Annex II lists the GSPRs.",
    ],
)
def test_a_correct_text_is_left_alone(text: str):
    assert wrong_citations.mistakes_in(text) == ()


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("PSURs for class III devices are prepared every 24 months.", "psur-iib"),
        ("The CER is filed in Section 4 of Annex II.", "report-annex-ii-4"),
        ("Annex I, Sections 1 and 9 are met.", "xiv-b-6-1-d"),
        ("Regulation (EU) 2017/745 is applicable from 26 May 2020.", "application-2020"),
        ("The legacy status expires on 27 May 2025.", "transition-2024"),
        ("Benefit-risk parameters are given as asked by indent 5.", "fifth-indent"),
        ("Equivalence needs, whatever the class, a contract.", "contract-for-all"),
    ],
)
def test_a_mistake_is_found_in_other_words(text: str, id_: str):
    assert [mistake.id for mistake in wrong_citations.mistakes_in(text)] == [id_]
    assert wrong_citations.may_be_in(text.casefold())


@pytest.mark.parametrize("mistake", wrong_citations.load(), ids=lambda mistake: mistake.id)
def test_what_is_looked_for_first_is_in_the_mistake(mistake: wrong_citations.Mistake):
    assert any(
        word in mistake.wrong.casefold() for word in wrong_citations.needles(mistake.pattern)
    )


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
