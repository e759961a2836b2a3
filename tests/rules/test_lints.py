"""Rules about wording look at one field, at the texts of a record, or everywhere."""

from functools import cache

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import BadRuleError
from cerwizard.rules.cases import dossier_of
from cerwizard.rules.engine import Judge, judge
from cerwizard.rules.lint import quoted
from cerwizard.rules.lints import lints
from tests.rules import small
from tests.rules.packs import BENEFIT, DAY, LINE, c, pack, rule
from tests.rules.small import Benefit, Line, Small, Twin

WRONG = "Healed in 5 of 10 patients (60 %)."
FIGURES = {"check": "share-from-counts", "message": "Wrong: {=detail}."}


def spoken(dossier, facts=small.FACTS, **given):
    wrong = rule(**FIGURES | {"kind": "whole"} | given)
    return [finding.path for finding in judge(dossier, pack(wrong), DAY, facts)]


def with_benefits(**given):
    return Small(benefits=small.Benefits(items=(Benefit(id="b", **given),)))


@cache
def everywhere(check):
    return pack(rule(at="*", kind="whole", check=check, message="Wrong: {=detail}."))


def at(check, given):
    found = judge(dossier_of(Dossier, given), everywhere(check), DAY)
    return [finding.path for finding in found]


def test_a_field_is_looked_at_alone():
    both = with_benefits(text=WRONG, validity=WRONG, surrogate="yes")
    assert spoken(both, at=BENEFIT, field="text") == ["benefits.items[b].text"]


def test_without_a_field_all_texts_of_the_record_are_looked_at():
    both = with_benefits(text=WRONG, validity=WRONG, surrogate="yes")
    found = spoken(both, at=BENEFIT)
    assert found == ["benefits.items[b].text", "benefits.items[b].validity"]


@pytest.mark.parametrize("given", [{"field": "validity"}, {}])
def test_an_answer_that_is_not_asked_for_is_left_alone(given):
    hidden = with_benefits(text="Fine", validity=WRONG, surrogate="no")
    assert spoken(hidden, at=BENEFIT, **given) == []


def test_what_is_not_asked_because_of_the_record_above_is_left_alone():
    rows = (Line(id="l", name=WRONG),)
    for claimed, found in (("yes", ["equivalence.devices[t].rows[l].name"]), ("no", [])):
        twin = small.Equivalence(claimed=claimed, devices=(Twin(id="t", rows=rows),))
        assert spoken(Small(equivalence=twin), at=LINE) == found
        assert spoken(Small(equivalence=twin), at="*") == found


def test_a_list_of_lines_is_looked_at_line_by_line():
    lines = (small.Evidence(id="e", words=("5 of 10 (50 %)", WRONG)),)
    dossier = Small(evidence=small.EvidenceBase(items=lines))
    assert spoken(dossier, at="evidence.items[*]") == ["evidence.items[e].words"]


def test_a_condition_holds_for_one_field_and_for_all():
    when = {"when": [c("device.device_class", **{"is": "III"})]}
    for device_class, found in (("III", ["benefits.items[b].text"]), ("I", [])):
        dossier = paths.put(
            with_benefits(text=WRONG), "device.device_class", small.Class(device_class)
        )
        assert spoken(dossier, at=BENEFIT, field="text", **when) == found
        assert spoken(dossier, at="*", **when) == found


def test_an_edit_is_seen_at_once():
    wrong = pack(rule(at=BENEFIT, **FIGURES))
    before = with_benefits(text=WRONG)
    judged = Judge(wrong, DAY, small.FACTS)
    assert len(judged.full(before)) == 1
    after = paths.put(before, "benefits.items[b].text", "Healed in 5 of 10 patients (50 %).")
    assert judged.update(after, ["benefits.items[b].text"]) == ()


@pytest.mark.parametrize(
    ("address", "row"),
    [
        ("benefits.claims", {"text": "Safe by Sections 1 and 9 of Annex I."}),
        ("literature.references", {"title": "A look at Sections 1 and 9 of Annex I"}),
        ("sources.items", {"indications": "We follow Sections 1 and 9 of Annex I."}),
    ],
)
def test_the_words_of_others_are_not_linted(address, row):
    assert at("wrong-citation", {address: [row]}) == []


def test_our_own_words_are():
    given = {"analysis.safety_conclusion": "As Sections 1 and 9 of Annex I say."}
    assert at("wrong-citation", given) == ["analysis.safety_conclusion"]


def test_a_lint_may_hold_against_the_dossier_what_other_documents_say():
    sold = {"kind": "ifu", "indications": "The device is a class IIa device."}
    given = {"device": {"device_class": "IIb"}, "sources.items": [sold]}
    assert at("class-as-stated", given) == ["sources.items[1].indications"]


def test_a_lint_that_there_is_not_is_told():
    for where in ("device", "*"):
        with pytest.raises(BadRuleError, match="wording-vauge"):
            spoken(Small(), at=where, check="wording-vauge")


def test_every_lint_says_what_it_finds():
    for name, lint in lints().items():
        assert lint.gist.endswith("."), name


def test_only_the_first_few_stretches_are_quoted():
    assert quoted(["a", "b", "a", "c", "d"]) == "“a”, “b”, “c”"
    assert quoted([]) == ""


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Article 86 asks for the PSUR of class IIb every two years.", ("MDR:86.1",)),
        ("The plan meets Annex XIV Part A 1(a)(v).", ("MDR:XIV.A.1.a",)),
    ],
)
def test_a_wrong_citation_is_faulted_by_the_clause_that_it_is_about(text, clauses):
    dossier = dossier_of(Dossier, {"plan.objectivity": text})
    (found,) = judge(dossier, everywhere("wrong-citation"), DAY)
    assert found.clauses == clauses
