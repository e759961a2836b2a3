"""A house adds rules of its own, as data; what is wrong with them is told in sentences."""

import pytest

from cerwizard.errors import BadRuleError
from cerwizard.rules import packs
from tests.rules import house


@pytest.fixture(autouse=True)
def ours(tmp_path, monkeypatch):
    house.few_of_ours(tmp_path, monkeypatch)


def refusal(*named):
    with pytest.raises(BadRuleError) as caught:
        packs.load(*named)
    return str(caught.value)


def test_without_a_house_it_is_our_rules():
    assert [rule.code for rule in packs.load().rules] == ["BEN-04"]


def test_a_pack_of_a_house_is_added_once_however_often_it_is_named(tmp_path):
    folder = house.write(tmp_path / "house")
    pack = packs.load(str(folder), folder)
    assert [rule.code for rule in pack.rules] == ["BEN-04", "HSE-01"]
    assert pack.dated.startswith("cer-wizard ")
    assert pack.dated.endswith(" + house 3 (2026-07-01)")
    assert pack.home(pack.rule("HSE-01")).id == "house"


def test_a_pack_may_bring_clauses_of_its_own(tmp_path):
    folder = house.write(tmp_path / "house", ("MDR:61.1", "SOP-12:4"))
    assert "no clause with the id SOP-12:4" in refusal(folder)
    (folder / "clauses").mkdir()
    (folder / "clauses" / "SOP-12.toml").write_text(house.CLAUSES, encoding="utf-8")
    pack = packs.load(folder)
    assert pack.clauses.cite("SOP-12:4") == "SOP 12, section 4"
    assert pack.clauses.cite("MDR:61.1") == "MDR Article 61(1)"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (house.CLAUSES.replace("SOP-12", "MDR"), "SOP-12.toml repeats the instrument MDR"),
        (house.CLAUSES.replace("gist ", "jist "), "SOP-12.toml can't be used"),
    ],
)
def test_broken_clauses_are_told(tmp_path, text, sentence):
    folder = house.write(tmp_path / "house")
    (folder / "clauses").mkdir()
    (folder / "clauses" / "SOP-12.toml").write_text(text, encoding="utf-8")
    assert sentence in refusal(folder)


def test_a_name_without_a_folder_is_told(tmp_path):
    gone = tmp_path / "gone"
    assert refusal(gone).startswith(f"There is no folder “{gone}” with rules.")


def test_a_pack_that_comes_along_is_known_by_its_name(tmp_path):
    assert packs.folder("notes") == tmp_path / "packs" / "notes"
    assert refusal("nodes").endswith("Packs that come along: notes.")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "min_words",
            "min_word",
            "“min_word” is not a word of conditions; did you mean “min_words”?",
        ),
        ('path = ".name"', 'path = ".nane"', "“.nane”: Device has no field “nane”; it has "),
        ("MDR:61.1", "MDR:61.99", "The catalogue has no clause with the id MDR:61.99."),
        ('expect = ["device.name"]', "expect = []", "it has no case in which it speaks; add a"),
        ("HSE-01", "BEN-04", "the pack cer-wizard has a rule with the code “BEN-04” already"),
        (
            "device-name-too-short",
            "benefit-without-time-point",
            "the pack cer-wizard has a rule with the name “benefit-without-time-point” already",
        ),
        ('"Foam X1"', '"Foam"', "the rule speaks at device.name, but the case expects it nowhere"),
        (
            'expect = ["device.name"]',
            'expect = ["device.nane"]',
            "speaks at device.name, but the case expects it at device.nane; mend the one or the",
        ),
        ('"device.name" = "Foam" }', '"device.nane" = "Foam" }', "case “one word”: A case gives"),
        ("{.name}", "{.name.__class__}", "“.name.__class__” goes below the plain value “name”"),
        ('require  = [{ path = ".name", min_words = 2 }]', 'check = "os.system"', "is not a check"),
        ('path = ".name"', 'path = "waivers[*].reason"', "rules look at the steps"),
        ('at       = "device"', 'at = "waivers[*]"', "rules look at the steps"),
    ],
)
def test_what_does_not_hold_is_refused_with_file_and_way_out(tmp_path, old, new, sentence):
    name = f"{new}.toml" if old == "HSE-01" else "HSE-01.toml"
    said = refusal(house.write(tmp_path / "house", (old, new), name=name))
    assert said.startswith(name)
    assert sentence in said
    assert said.count("\n") == 0


def test_a_case_in_which_the_question_is_not_asked_says_so(tmp_path):
    changes = [
        ('"device"', '"equivalence.devices[*]"'),
        ('"name"', '"name"'),
        ('{ "device.name" = "Foam" }', '{ "equivalence.devices" = [{ name = "Foam" }] }'),
        ('["device.name"]', '["equivalence.devices[1].name"]'),
    ]
    said = refusal(house.write(tmp_path / "house", *changes))
    assert "the rule speaks nowhere, but the case expects it at equivalence.devices[1].name" in said
    assert said.endswith("is not asked there: give the answers on which that depends, too.")


def test_a_rule_that_cannot_be_judged_is_refused(tmp_path, monkeypatch):
    folder = house.write(tmp_path / "house")
    monkeypatch.setattr("cerwizard.rules.basis.Basis.mark", lambda *_: 1 // 0)
    assert "the rule cannot be judged in the case “one word”" in refusal(folder)


def test_a_pack_without_a_rule_is_refused(tmp_path):
    folder = house.write(tmp_path / "house")
    (folder / "HSE-01.toml").unlink()
    assert refusal(folder) == (
        "The pack house has no rule; add a file such as HSE-01.toml beside its pack.toml."
    )
