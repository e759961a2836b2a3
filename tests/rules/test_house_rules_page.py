"""What the manual says on rules of one's own works as it is written there."""

import re

import pytest

from cerwizard import assets
from cerwizard.dossier.words import BESIDE, COMBINATIONS, WORDS
from cerwizard.rules import packs
from cerwizard.rules.rule import Case, Rule
from tests.rules import house

PAGE = assets.resources("manual", "house-rules.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def called(text):
    """Return the file that an example belongs into."""
    code = re.match(r'code += "(.+)"', text)
    if code:
        return f"{code[1]}.toml"
    return "clauses/SOP-12.toml" if text.startswith("[instrument]") else "pack.toml"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    house.few_of_ours(tmp_path, monkeypatch)
    folder = tmp_path / "house-rules"
    (folder / "clauses").mkdir(parents=True)
    for text in EXAMPLES:
        if not text.startswith("rule_folders"):
            (folder / called(text)).write_text(text, encoding="utf-8")
    return folder


def test_its_examples_make_a_pack(folder):
    pack = packs.load(folder)
    (example,) = pack.added
    assert [rule.code for rule in example.rules] == ["HSE-01", "HSE-02", "HSE-03"]
    assert pack.clauses.cite("SOP-12:4") == "SOP 12, section 4"


def test_a_rule_may_cite_the_clause_of_the_example(folder):
    file = folder / "HSE-01.toml"
    text = file.read_text(encoding="utf-8").replace('["MEDDEV', '["SOP-12:4", "MEDDEV')
    file.write_text(text, encoding="utf-8")
    assert packs.load(folder).rule("HSE-01").clauses == ("SOP-12:4", "MEDDEV-2.7.1r4:6.4")


@pytest.mark.parametrize("word", [*WORDS, *COMBINATIONS, *BESIDE])
def test_it_explains_every_word_of_conditions(word):
    assert re.search(rf"`[^`]*\b{word}\b[^`]*`", PAGE)


@pytest.mark.parametrize("key", [*Rule.model_fields, *Case.model_fields])
def test_it_explains_every_key_of_a_rule(key):
    assert re.search(rf"`[^`]*\b{key}\b[^`]*`", PAGE) or re.search(rf"^{key}\b", PAGE, re.MULTILINE)
