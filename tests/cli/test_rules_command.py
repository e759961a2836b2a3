import json

import pytest

from cerwizard.rules import catalog

FIELDS = ["code", "name", "severity", "step", "clauses", "why", "fix"]


@pytest.fixture(scope="module")
def pack():
    return catalog.load()


def test_the_json_is_what_was_agreed(cer, pack):
    code, out, _ = cer("rules", "--format", "json")
    plain = json.loads(out)
    assert code == 0
    assert plain["pack"] == pack.title
    assert [rule["code"] for rule in plain["rules"]] == [rule.code for rule in pack.rules]
    for rule in plain["rules"]:
        assert list(rule) == [*FIELDS, "in_force_from", "in_force_to"]
        assert all(set(clause) == {"id", "cite"} for clause in rule["clauses"])


def test_the_list_has_a_line_for_each_rule(cer, pack):
    _, out, _ = cer("rules")
    assert [line.split()[0] for line in out.splitlines()] == [rule.code for rule in pack.rules]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_one_rule_is_explained(cer, pack, form):
    rule = pack.rules[0]
    code, out, _ = cer("rules", rule.code, "--format", form)
    assert code == 0
    if form == "json":
        assert [one["code"] for one in json.loads(out)["rules"]] == [rule.code]
    else:
        assert all(said in out for said in (rule.code, rule.name, rule.why, rule.fix))


def test_markdown_has_a_heading_for_each_rule(cer, pack):
    _, out, _ = cer("rules", "--format", "markdown")
    assert out.count("\n## ") + 1 == len(pack.rules)


def test_a_rule_that_is_not_there_is_said(cer):
    code, out, err = cer("rules", "XXX-99")
    assert (code, out) == (2, "")
    assert "XXX-99" in err
