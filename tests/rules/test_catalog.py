"""A folder of rule files becomes a pack, or each of its faults is told."""

import re
from datetime import date

import pytest

from cerwizard.errors import BadRuleError, UnknownRuleError
from cerwizard.rules import catalog
from tests.rules.small import FACTS, Small

PACK = 'id = "house"\nversion = "3"\ndate = 2026-07-01\n'
RULE = """
code     = "HSE-01"
name     = "device-without-a-name"
severity = "minor"
kind     = "record"
at       = "device"
field    = "name"
clauses  = ["MDR:61.1"]
require  = [{ path = ".name", filled = true }]
message  = "The device has no name."
why      = "Nobody knows what the report is about."
fix      = "Write the trade name."
since    = "3"

[[cases]]
says   = "no name"
given  = {}
expect = ["device.name"]

[[cases]]
says   = "a name"
given  = { "device.name" = "Foam" }
expect = []
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "pack.toml").write_text(PACK)
    (tmp_path / "device").mkdir()
    (tmp_path / "device" / "HSE-01.toml").write_text(RULE)
    return tmp_path


def load(*folders):
    return catalog.load(*folders, root=Small, facts=FACTS, known_clauses={"MDR:61.1"})


def faults(folder, **changes):
    """Return what is said of a rule file in which the lines with these keys are others."""
    lines = [_changed(line, changes) for line in RULE.splitlines()]
    (folder / "device" / "HSE-01.toml").write_text("\n".join(lines))
    with pytest.raises(BadRuleError) as caught:
        load(folder)
    return str(caught.value)


def _changed(line, changes):
    key = line.partition("=")[0].strip()
    return changes.pop(key) if key in changes else line


def test_a_pack_has_its_name_its_date_and_its_rules(folder):
    pack = load(folder)
    assert (pack.id, pack.version, pack.date) == ("house", "3", date(2026, 7, 1))
    assert [rule.code for rule in pack.rules] == ["HSE-01"]
    assert pack.rule("HSE-01").step == "device"
    with pytest.raises(UnknownRuleError, match="did you mean “HSE-01”"):
        pack.rule("HSE-02")


def test_a_house_pack_is_added_to_ours(folder, tmp_path_factory):
    house = tmp_path_factory.mktemp("house")
    (house / "pack.toml").write_text(PACK.replace("house", "own"))
    other = RULE.replace("HSE-01", "OWN-01").replace("device-without-a-name", "nameless")
    (house / "OWN-01.toml").write_text(other)
    pack = load(folder, house)
    assert [rule.code for rule in pack.rules] == ["HSE-01", "OWN-01"]
    assert pack.title == "house 3 + own 3"
    assert pack.dated == "house 3 (2026-07-01) + own 3 (2026-07-01)"
    assert [pack.home(rule).id for rule in pack.rules] == ["house", "own"]
    assert catalog.load().id == "cer-wizard"


def test_one_code_and_one_name_mean_one_rule(folder, tmp_path_factory):
    house = tmp_path_factory.mktemp("house")
    (house / "pack.toml").write_text(PACK)
    (house / "HSE-01.toml").write_text(RULE)
    with pytest.raises(BadRuleError) as caught:
        load(folder, house)
    assert str(caught.value).splitlines() == [
        "pack.toml: another pack has the id “house” already; choose another id.",
        "HSE-01.toml: the pack house has a rule with the code “HSE-01” already; "
        "choose another code.",
        "HSE-01.toml: the pack house has a rule with the name “device-without-a-name” already; "
        "choose another name.",
    ]


@pytest.mark.parametrize(
    ("key", "line", "sentence"),
    [
        (
            "code",
            'code = "HSE-1"',
            "HSE-01.toml: “code” takes three capitals, a hyphen and two or three digits, such as "
            "HSE-01, not “HSE-1”.",
        ),
        (
            "code",
            'code = "HSE-02"',
            "HSE-01.toml: it holds the rule HSE-02; name the file after it.",
        ),
        (
            "severity",
            'severity = "grave"',
            "“severity”: “grave” is not a severity. There are: blocker, major, minor, note.",
        ),
        ("message", 'message = "no name"', "“message”: is not a sentence"),
        ("message", 'message = "The {.nam} is empty."', "Device has no field “nam”"),
        ("message", 'message = "The {.name is empty."', "A brace in the message is left open."),
        (
            "clauses",
            'clauses = ["MDR:99.9"]',
            "HSE-01.toml: “clauses”: there is no clause “MDR:99.9”.",
        ),
        ("since", 'sincs = "3"', "“sincs” is not a key here; did you mean “since”?"),
        (
            "since",
            "",
            'HSE-01.toml: “since” is missing; add a line such as since = "1"',
        ),
        ("since", "since = 3", "“since” takes a text in quotation marks, not “3”."),
        (
            "fix",
            'fix = "Write\\u001b[2J it."',
            "“fix”: has a character in it that cannot be printed",
        ),
        ("clauses", "clauses = []", "“clauses” is empty; it needs at least one entry."),
        (
            "clauses",
            'clauses = "MDR:61.1"',
            "“clauses” takes a list in square brackets, not “MDR:61.1”.",
        ),
        ("clauses", "clauses = [61.1]", "entry 1 of “clauses” takes a text in quotation marks"),
        ("given", "gives = {}", "“gives” is not a key here; did you mean “given”? There are: says"),
        ("expect", "", "“expect” of case 1 is missing; add a line such as expect = []"),
        (
            "require",
            'require = [{ path = ".name", mentions = ["a*a*a*"] }]',
            "“a*a*a*”: an asterisk stands only at the end of a word.",
        ),
        (
            "require",
            'require = [{ path = ".limit", above = nan }]',
            "“above” takes a number, not “NaN”.",
        ),
        (
            "require",
            'require = [{ path = ".date", not_before = "=as_of", months = 99999 }]',
            "“months” takes a number up to 1200, not “99999”.",
        ),
        (
            "require",
            'require = [{ path = ".name", filed = true }]',
            "“filed” is not a word of conditions; did you mean “filled”?",
        ),
        (
            "require",
            'require = [{ path = ".nmae", filled = true }]',
            "“.nmae”: Device has no field “nmae”",
        ),
        ("require", "", "HSE-01.toml: it needs either “require” or “check”, and not both."),
        ("require", 'check = "nothing-known"', "“nothing-known” is not a check"),
        ("field", 'field = "nmae"', "“nmae” is not a field of “device”; did you mean “name”?"),
        ("at", 'at = "devices"', "has no field “devices”"),
        (
            "kind",
            'kind = "often"',
            "“kind”: “often” is not a kind. There are: record, tally, whole.",
        ),
        ("code", "code = ", "HSE-01.toml is not well-formed TOML at line 2: "),
        ("code", "code = “HSE-01”", "begins and ends with a straight quotation mark"),
    ],
)
def test_a_broken_rule_is_refused_with_file_and_field(folder, key, line, sentence):
    said = faults(folder, **{key: line})
    assert sentence in said
    assert said.startswith("HSE-01.toml")


def test_a_rule_needs_a_case_in_which_it_speaks_and_one_in_which_it_is_silent(folder):
    silent = RULE.replace('expect = ["device.name"]', "expect = []")
    speaks = RULE.replace("expect = []", 'expect = ["device.name"]')
    for text, sentence in ((silent, "it speaks"), (speaks, "it is silent")):
        (folder / "device" / "HSE-01.toml").write_text(text)
        with pytest.raises(BadRuleError, match=f"has no case in which {sentence}"):
            load(folder)


def test_every_fault_of_a_pack_is_told_at_once(folder):
    (folder / "HSE-02.toml").write_text("code = 3")
    (folder / "HSE-03.toml").write_text(RULE.replace("HSE-01", "HSE-03").replace("MDR:61.1", "X"))
    with pytest.raises(BadRuleError) as caught:
        load(folder)
    said = str(caught.value)
    assert "HSE-02.toml: “name” is missing; add a line such as name = " in said
    assert "HSE-03.toml: “clauses”: there is no clause “X”." in said


def test_a_folder_without_a_pack_file_is_refused(tmp_path):
    with pytest.raises(BadRuleError, match=r"has no file pack\.toml"):
        load(tmp_path)


def test_a_pack_may_say_what_it_is_and_what_is_new(folder):
    more = 'words = "Rules of the house"\nabout = "Ours."\nchanges = ["One rule."]\n'
    (folder / "pack.toml").write_text(PACK + more)
    pack = load(folder)
    assert (pack.words, pack.about, pack.changes) == ("Rules of the house", "Ours.", ("One rule.",))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (PACK.replace('"house"', '"our house"'), "pack.toml: “id”"),
        (PACK.replace('"3"', "3"), "“version” takes a text in quotation marks, not “3”."),
        (PACK.replace("2026-07-01", '"July"'), "“date” takes a day like 2026-05-31, not “July”."),
        (PACK + 'autor = "Ada"', "pack.toml: “autor” is not a key here"),
    ],
)
def test_a_broken_pack_file_is_refused(folder, text, sentence):
    (folder / "pack.toml").write_text(text)
    with pytest.raises(BadRuleError, match=re.escape(sentence)):
        load(folder)


def test_a_record_rule_must_not_go_through_a_whole_list(folder):
    line = 'require = [{ path = ".name", within = "evidence.items[*].code" }]'
    assert "goes through a whole list for every record" in faults(folder, require=line)
