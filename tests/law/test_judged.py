"""Each item of the law that a reviewer goes through is judged, or it is said why not."""

import pytest

from cerwizard.errors import BadClauseError
from cerwizard.law import clauses, judged

TABLE = judged.load()


ARTICLE_61 = {
    *(str(n) for n in range(1, 14)),
    *("3.a", "3.b", "3.c", "4.1", "4.2", "4.3", "6.a", "6.b", "6.b.a", "6.b.b"),
}
PART_A = {
    *("A", "A.1", "A.1.a", *(f"A.1.a.{n}" for n in range(1, 9))),
    *("A.1.b", "A.1.c", "A.1.d", "A.1.e", "A.2", "A.3", "A.3.a", "A.3.b", "A.3.c", "A.4"),
}
PART_B = {
    *("B", "B.5", "B.6", "B.6.1", "B.6.2", "B.7", "B.8"),
    *(f"B.6.1.{letter}" for letter in "abcde"),
    *(f"B.6.2.{letter}" for letter in "abcdefgh"),
}
GENERAL = {
    *(str(n) for n in range(1, 10)),
    *(f"3.{letter}" for letter in "abcdef"),
    *(f"4.{letter}" for letter in "abc"),
    *("5.a", "5.b"),
}
CHECKLIST = {"", *(f".{n}" for n in range(1, 23))}
TEMPLATE = {"A": 15, "B": 1, "C": 44, "D": 26, "E": 9, "F": 7, "G": 13, "H": 10, "O": 8, "I": 4}
SECTIONS = {*TEMPLATE, "J", "K"}
ASKED = {
    f"{letter}.{n}"
    for letter, number in (TEMPLATE | {"J": 8, "K": 3}).items()
    for n in range(1, number + 1)
}


def test_every_item_is_judged_or_has_its_reason_and_none_has_both():
    told = [*TABLE.rules, *TABLE.not_judged, *TABLE.headings]
    assert sorted(told) == sorted(judged.items())


def test_the_items_are_those_of_the_law_and_the_guidance():
    assert set(judged.items()) == {
        *(f"MDR:61.{place}" for place in ARTICLE_61),
        *(f"MDR:XIV.{place}" for place in PART_A | PART_B),
        *(f"MDR:I.{place}" for place in GENERAL),
        *(f"MEDDEV-2.7.1r4:A10{place}" for place in CHECKLIST),
        *(f"MDCG-2020-13:{place}" for place in SECTIONS | ASKED),
    }
    assert all(item in clauses.load() for item in judged.items())


def test_each_item_stands_in_one_part():
    assert len(set(judged.items())) == len(judged.items())
    assert [part.title.partition(":")[0] for part in judged.parts()] == [
        "MDR, Article 61",
        "MDR, Annex XIV Part A",
        "MDR, Annex XIV Part B",
        "MDR, Annex I",
        "MEDDEV 2.7/1 rev. 4, Appendix A10",
        "MDCG 2020-13",
    ]


def test_a_heading_has_items_below_it():
    assert all(any(i.startswith(f"{one}.") for i in judged.items()) for one in TABLE.headings)


def test_only_an_item_that_is_judged_leaves_something_to_a_reader():
    assert set(TABLE.left_to_a_reader) <= set(TABLE.rules)


def test_a_judged_item_names_rules_and_an_unjudged_one_says_a_sentence():
    assert all(TABLE.rules.values())
    sentences = [*TABLE.not_judged.values(), *TABLE.left_to_a_reader.values()]
    assert all(s[0].isupper() and s.endswith(".") and len(s.split()) > 3 for s in sentences)


def test_a_broken_table_is_refused(tmp_path):
    (tmp_path / "judged.toml").write_text('[rules]\n"MDR:61.1" = "CDT-02"\n', "utf-8")
    with pytest.raises(BadClauseError, match=r"judged\.toml can't be used"):
        judged.load(tmp_path)
