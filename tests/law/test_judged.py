"""Each item of the law that a reviewer goes through is judged, or it is said why not."""

import pytest

from cerwizard.errors import BadClauseError
from cerwizard.law import clauses, judged

TABLE = judged.load()


def test_every_item_is_judged_or_has_its_reason_and_none_has_both():
    assert sorted([*TABLE.rules, *TABLE.not_judged]) == sorted(judged.items())


def test_the_items_are_those_of_the_catalogue():
    items = judged.items()
    assert {"MDR:61.1", "MDR:61.6.b", "MDR:XIV.A.1.a.6", "MDR:XIV.B.8", "MDR:I.1", "MDR:I.9"} <= {
        *items
    }
    assert {"MEDDEV-2.7.1r4:A10.22", "MDCG-2020-13:A.1", "MDCG-2020-13:O.8"} <= {*items}
    assert not {"MDR:I.10", "MDR:62", "MDCG-2020-13", "MEDDEV-2.7.1r4:A11"} & {*items}
    assert all(item in clauses.load() for item in items)


def test_a_judged_item_names_rules_and_an_unjudged_one_says_a_sentence():
    assert all(TABLE.rules.values())
    assert all(s[0].isupper() and s.endswith(".") for s in TABLE.not_judged.values())


def test_a_broken_table_is_refused(tmp_path):
    (tmp_path / "judged.toml").write_text('[rules]\n"MDR:61.1" = "CDT-02"\n', "utf-8")
    with pytest.raises(BadClauseError, match=r"judged\.toml can't be used"):
        judged.load(tmp_path)
