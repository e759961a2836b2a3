import json
from pathlib import Path

import pytest

from cerwizard import assets
from cerwizard.dossier.dossier import Dossier
from cerwizard.rules import catalog
from cerwizard.settings import Settings, save
from cerwizard.store import dossier_file
from tests.rules import house

FIELDS = ["code", "name", "severity", "step", "clauses", "why", "fix"]


@pytest.fixture(scope="module")
def pack():
    return catalog.load()


def test_the_json_is_what_was_agreed(cer, pack):
    code, out, _ = cer("rules", "--format", "json")
    plain = json.loads(out)
    assert code == 0
    assert plain["pack"] == pack.dated
    assert [rule["code"] for rule in plain["rules"]] == [rule.code for rule in pack.rules]
    for rule in plain["rules"]:
        assert list(rule) == [*FIELDS, "in_force_from", "in_force_to"]
        assert all(set(clause) == {"id", "cite"} for clause in rule["clauses"])


def test_the_list_has_a_line_for_each_rule(cer, pack):
    _, out, _ = cer("rules")
    lines = [line for line in out.splitlines() if line.startswith("  ")]
    assert [line.split()[0] for line in lines] == [rule.code for rule in pack.rules]


def test_the_list_names_our_pack_and_says_what_is_new_in_it(cer, pack):
    _, out, _ = cer("rules")
    assert out.startswith(f"{pack.dated}: {pack.words}\n{pack.about}\nNew: {pack.changes[0]}\n")
    assert out.count("\nNew: ") == len(pack.changes)


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
    assert out.startswith("# The rules\n\ncer-wizard ")
    assert out.count("\n## ") == len(pack.rules)


def test_the_page_of_the_manual_is_what_the_command_writes(cer):
    """After a change of rules: `make catalogue`."""
    _, out, _ = cer("rules", "--format", "markdown")
    assert assets.resources("manual", "rules.md").read_text("utf-8") == out


def test_a_rule_that_is_not_there_is_said(cer):
    code, out, err = cer("rules", "XXX-99")
    assert (code, out) == (2, "")
    assert "XXX-99" in err


# Packs of a house


@pytest.fixture
def few(tmp_path, monkeypatch):
    house.few_of_ours(tmp_path, monkeypatch)


@pytest.fixture
def foam(few):
    """A dossier whose device has a short name, and a house that minds."""
    house.write(Path("house"))
    dossier_file.save(Path("a.cerw"), Dossier.model_validate({"device": {"name": "Foam"}}))
    dossier_file.save(Path("b.cerw"), Dossier.model_validate({"device": {"name": "Foam X1"}}))


def test_the_rules_of_a_house_are_listed_under_its_name(cer, foam):
    words = 'words = "Rules of the house"\nabout = "Ours."\nchanges = ["One rule."]\n'
    house.write(Path("house"), pack=house.PACK + words)
    code, out, _ = cer("rules", "--rules", "house")
    ours, theirs = out.split("\nhouse 3 (2026-07-01): Rules of the house\n")
    assert code == 0
    assert ours.startswith("cer-wizard ")
    assert "\n  BEN-04   " in ours
    assert theirs.split("\n") == [
        "Ours.",
        "New: One rule.",
        "  HSE-01   minor    device-name-too-short",
        "",
        "",
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_a_rule_says_from_which_pack_it_came(cer, foam, form):
    _, out, _ = cer("rules", "HSE-01", "--rules", "house", "--format", form)
    assert "house 3 (2026-07-01)" in out


def test_a_pack_that_is_not_well_formed_is_told_fault_by_fault(cer, foam):
    house.write(Path("house"), ("MDR:61.1", "MDR:99"), ("min_words", "min_word"))
    code, out, err = cer("rules", "--rules", "house")
    assert (code, out) == (2, "")
    assert err.startswith("HSE-01.toml: “require”: “min_word” is not a word of conditions")


def test_a_preview_says_what_would_change_file_by_file(cer, foam):
    code, out, err = cer("rules", "--rules", "house", "--preview", "a.cerw", "b.cerw")
    assert (code, err) == (0, "")
    head, first, second = out.split("\n\n")
    assert head.startswith("With cer-wizard ")
    assert " + house 3 (2026-07-01)\ninstead of cer-wizard " in head
    assert first.startswith("a.cerw: 1 finding more (as of ")
    assert "\n+ minor    HSE-01  The name “Foam” is short.\n" in first
    assert second.startswith("b.cerw: nothing would change (as of ")


def test_a_preview_as_json(cer, foam):
    words = ("rules", "--rules", "house", "--preview", "a.cerw", "gone.cerw", "--json")
    code, out, _ = cer(*words, "--as-of", "2026-08-01")
    told = json.loads(out)
    found, gone = told["files"]
    assert code == 2
    assert told["pack"] == f"{told['instead_of']} + house 3 (2026-07-01)"
    assert (found["file"], found["as_of"]) == ("a.cerw", "2026-08-01")
    assert [f["code"] for f in found["added"]] == ["HSE-01"]
    assert found["removed"] == found["changed"] == []
    assert set(gone) == {"file", "error"}


def test_a_preview_compares_with_the_rules_that_count_now(cer, foam):
    save(Settings(rule_folders=("house",)))
    house.write(Path("new"), ("minor", "major"), ("2 }", "3 }"), ("Foam X1", "A Foam X1"))
    words = ("rules", "--rules", "new", "--preview", "a.cerw", "b.cerw")
    _, out, _ = cer(*words)
    _, first, second = out.split("\n\n")
    assert first.startswith("a.cerw: 1 finding of another severity (as of ")
    assert "\n~ major    HSE-01" in first
    assert "was   minor" in first
    assert second.startswith("b.cerw: 1 finding more (as of ")
    _, out, _ = cer(*words, "--json")
    (changed,) = json.loads(out)["files"][0]["changed"]
    assert (changed["severity"], changed["was"]) == ("major", "minor")


def test_what_goes_is_told_with_the_clause_of_the_old_pack(cer, foam):
    save(Settings(rule_folders=("house",)))
    (Path("house") / "clauses").mkdir()
    house.write(Path("house"), ("MDR:61.1", "SOP-12:4"))
    Path("house/clauses/SOP-12.toml").write_text(house.CLAUSES)
    house.write(Path("new"), ("HSE-01", "HSE-02"), ("2 }", "1 }"), ('"Foam"', '""'),
                name="HSE-02.toml")  # fmt: skip
    words = ("rules", "--rules", "new", "--preview", "a.cerw")
    _, out, _ = cer(*words)
    assert "a.cerw: 1 finding fewer (as of" in out
    assert "- minor    HSE-01" in out
    assert "see   SOP 12, section 4" in out
    _, out, _ = cer(*words, "--json")
    (removed,) = json.loads(out)["files"][0]["removed"]
    assert removed["clauses"][0]["cite"] == "SOP 12, section 4"


@pytest.mark.parametrize("words", [(), ("HSE-01", "--rules", "house")])
def test_a_preview_needs_a_pack_and_no_rule(cer, foam, words):
    code, _, err = cer("rules", *words, "--preview", "a.cerw")
    assert code == 2
    assert err.startswith("Name the pack to be tried, and no rule")


# Looking up what a rule may name


@pytest.mark.parametrize(
    ("asked", "part", "name", "about"),
    [
        ("time point", "Fields", "benefits.items[*].time_point", "Time point: text"),
        ("device_class", "Fields", "device.device_class", "IIb"),
        ("criteria unit", "Fields", "state_of_the_art.criteria[*].unit", "text"),
        ("class iii or", "Facts", "class_iii_or_implantable", "yes, no"),
        ("flow screening", "Checks", "flow-screening", ""),
        ("61(4)", "Clauses", "MDR:61.4", "MDR Article 61(4)"),
    ],
)
def test_fields_facts_checks_and_clauses_are_looked_up_by_their_words(
    cer, few, asked, part, name, about
):
    code, out, _ = cer("rules", "--find", asked)
    lines = out.splitlines()
    assert code == 0
    assert part in lines
    assert about in lines[lines.index(f"  {name}") + 1]


def test_what_is_looked_up_is_also_there_as_json(cer, few):
    _, out, _ = cer("rules", "--find", "registry of conformity", "--json")
    assert set(json.loads(out)) == {"fields", "facts", "checks", "clauses"}


def test_clauses_of_a_house_are_looked_up_too(cer, foam):
    (Path("house") / "clauses").mkdir()
    Path("house/clauses/SOP-12.toml").write_text(house.CLAUSES)
    _, out, _ = cer("rules", "--find", "sop 12", "--rules", "house")
    assert "SOP-12:4\n      SOP 12, section 4: Names" in out


def test_what_is_not_there_is_said(cer, few):
    assert cer("rules", "--find", "xyzzy")[:2] == (1, "There is nothing called “xyzzy”.\n")
