"""The class of a device follows from the rules named for it."""

from itertools import combinations

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.law import classification
from cerwizard.law.classifying import propose
from cerwizard.reckon import classed


def dossier(**device):
    return Dossier.model_validate({"device": device})


@pytest.mark.parametrize(
    ("lines", "numbers"),
    [
        (["Annex VIII Rule 4, second indent"], {4}),
        (["Rules 6 and 14"], {6, 14}),
        (["Rule 11", "Rule 14 does not apply"], {11}),
        (["R8g"], {8}),
        (["first indent"], set()),
        (["Neither Rule 14 nor Rule 18", "Rule 6"], {6}),
        (["Annex VIII Rule 8: Placed in the teeth"], {8}),
    ],
)
def test_the_rules_that_are_named(lines, numbers):
    assert classed.named(lines).numbers == numbers


@pytest.mark.parametrize(
    ("lines", "classes"),
    [
        (["Rule 4"], ["I", "IIa", "IIb"]),
        (["R4b"], ["IIb"]),
        (["Annex VIII Rule 2, first indent"], ["IIa"]),
        (["Rule 4, second indent"], ["IIb"]),
        (["Rule 4, ninth indent"], ["I", "IIa", "IIb"]),
        (["Rule 8 (eighth indent)"], ["III"]),
        (["Rule 8, indent 1"], ["IIa"]),
        (["Rule 8, 2nd indent"], ["III"]),
        (["Rule 11, first paragraph", "Rule 11, second paragraph"], ["IIa", "IIb", "III"]),
        (["Rule 11, first paragraph, second indent"], ["IIb"]),
        (["Rule 11, third paragraph"], ["I"]),
        (["Rule 8, eighth indent, does not apply", "Rule 7"], ["IIa", "IIb", "III"]),
        (["Rule 14"], ["III"]),
        (["Rule 11", "Rule 14"], ["III"]),
        (["Rule 12", "Rule 13"], ["IIa", "IIb"]),
        ([], ["I", "IIa", "IIb", "III"]),
    ],
)
def test_the_classes_that_rules_can_give(lines, classes):
    assert [str(one) for one in classed.possible(classed.named(lines))] == classes


def test_a_class_that_the_rules_cannot_give():
    assert classed.wrong_class(dossier(device_class="III", classification_rules=["Rule 4"]))
    assert not classed.wrong_class(dossier(device_class="IIb", classification_rules=["Rule 4"]))
    assert not classed.wrong_class(dossier(classification_rules=["Rule 4"]))


def test_a_rule_that_is_not_spoken_of():
    told = {"classification_rules": ["Rule 7"], "medicinal_substance": "yes"}
    assert [rule for _, rule in classed.unaddressed(dossier(**told))] == [14]
    told["classification_rationale"] = "Rule 14 does not apply, the coating is no medicine."
    assert not list(classed.unaddressed(dossier(**told)))


def test_a_rule_for_another_kind_of_device():
    named = {"classification_rules": ["Rule 11", "Rule 12"]}
    assert list(classed.unfit(dossier(software="no", active="yes", **named))) == [11]
    assert list(classed.unfit(dossier(software="yes", active="no", **named))) == []


def test_a_line_that_may_deny_or_not_leaves_the_class_open():
    lines = ["Rule 1", "Rule 8, as long as it is not placed in the teeth"]
    assert not classed.named(lines).clear
    assert not classed.wrong_class(dossier(device_class="III", classification_rules=lines))


def test_what_the_class_picker_takes_over_gives_its_class():
    law = classification.load()
    codes = [sub.code for sub in law.sub_rule]
    for chosen in (*combinations(codes, 1), *combinations(codes, 2)):
        found = propose(law, chosen, ())
        if found.result:
            told = {"device_class": str(found.result), "classification_rules": found.rules}
            assert not classed.wrong_class(dossier(**told)), chosen


def test_the_words_of_the_class_picker_name_one_branch():
    law = classification.load()
    for sub in law.sub_rule:
        (words,) = propose(law, [sub.code], ()).rules
        assert classed.named([words]).codes == {sub.code}, words
