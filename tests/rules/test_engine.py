"""What judging says, where, in which order, and what it does when a rule fails."""

from datetime import date, timedelta

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.facts import Fact
from cerwizard.rules.engine import Judge, judge
from cerwizard.rules.finding import Severity
from cerwizard.rules.register import CHECKS, Check
from tests.rules import small
from tests.rules.packs import DAY, c, pack, rule
from tests.rules.small import Benefit, Evidence, Line, Small, Twin


def found(dossier, *rules, day=DAY, facts=small.FACTS):
    return judge(dossier, pack(*rules), day, facts)


def addresses(dossier, *rules):
    return [finding.path for finding in found(dossier, *rules)]


def with_benefits(*benefits):
    return Small(benefits=small.Benefits(items=benefits))


NAMED = rule(at="device", field="name", require=[c(".name", filled=True)])
CODED = rule("TST-02", at="benefits.items[*]", field="code", require=[c(".code", filled=True)])


def test_a_finding_tells_what_where_why_and_how():
    (finding,) = found(Small(), NAMED)
    assert (finding.code, finding.name, finding.severity) == ("TST-01", "tst-01", Severity.MAJOR)
    assert (finding.step, finding.path) == ("device", "device.name")
    assert (finding.message, finding.why, finding.fix) == (
        "Something is wrong.",
        "It matters.",
        "Mend it.",
    )
    assert (finding.clauses, finding.waived) == (("MDR:61.1",), None)


def test_findings_stand_in_the_order_of_the_dossier_then_of_gravity_then_of_codes():
    dossier = with_benefits(Benefit(id="z"), Benefit(id="a"))
    grave = rule(
        "TST-09",
        at="benefits.items[*]",
        field="code",
        require=[c(".code", filled=True)],
        severity="blocker",
    )
    itself = rule("TST-05", at="benefits.items[*]", require=[c(".code", filled=True)])
    whole = rule("TST-06", at="benefits", require=[c(".none_because", filled=True)])
    last = rule(
        "TST-07", at="benefits", field="none_because", require=[c(".none_because", filled=True)]
    )
    order = [(f.path, f.code) for f in found(dossier, last, whole, CODED, itself, grave, NAMED)]
    assert order == [
        ("device.name", "TST-01"),
        ("benefits", "TST-06"),
        ("benefits.items[z]", "TST-05"),
        ("benefits.items[z].code", "TST-09"),
        ("benefits.items[z].code", "TST-02"),
        ("benefits.items[a]", "TST-05"),
        ("benefits.items[a].code", "TST-09"),
        ("benefits.items[a].code", "TST-02"),
        ("benefits.none_because", "TST-07"),
    ]


def test_a_rule_is_judged_while_its_law_is_in_force():
    dated = rule(
        at="device",
        require=[c(".name", filled=True)],
        in_force_from=date(2026, 1, 1),
        in_force_to=date(2026, 12, 31),
    )
    day = timedelta(days=1)
    judged = {
        when: bool(found(Small(), dated, day=when))
        for when in (date(2026, 1, 1) - day, date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    }
    assert list(judged.values()) == [False, True, True, False]


def test_a_question_that_does_not_apply_is_not_missing():
    asked = rule(at="benefits.items[*]", field="validity", require=[c(".validity", filled=True)])
    dossier = with_benefits(Benefit(id="1", surrogate="yes"), Benefit(id="2", surrogate="no"))
    assert addresses(dossier, asked) == ["benefits.items[1].validity"]


def test_rows_of_a_list_that_does_not_apply_are_not_judged():
    line = rule(at="equivalence.devices[*].rows[*]", require=[c(".name", filled=True)])
    twin = Twin(id="t", rows=(Line(id="l"),))
    claimed = small.Equivalence(claimed="yes", devices=(twin,))
    withdrawn = small.Equivalence(
        claimed="yes", devices=(twin.model_copy(update={"withdrawn": "yes"}),)
    )
    assert addresses(Small(equivalence=claimed), line) == ["equivalence.devices[t].rows[l]"]
    assert addresses(Small(equivalence=withdrawn), line) == []
    assert addresses(Small(equivalence=small.Equivalence(devices=(twin,))), line) == []


def test_a_reference_that_dangles_is_found_at_its_field():
    dangling = rule(at="*", check="reference-dangles", message="{=field} of {=record} dangles.")
    dossier = Small(
        evidence=small.EvidenceBase(
            items=(Evidence(id="e", code="E1", base_id="gone"),), main_ids=("e", "x")
        )
    )
    assert [(f.path, f.message) for f in found(dossier, dangling)] == [
        ("evidence.items[e].base_id", "Based on of E1 dangles."),
        ("evidence.main_ids", "The main ones of Evidence dangles."),
    ]


def test_a_rule_that_fails_is_a_finding_about_itself_and_the_others_are_judged(monkeypatch):
    def fails(view, place):
        raise ZeroDivisionError

    monkeypatch.setitem(CHECKS, "fails", Check("fails", "Fails.", (), fails))
    broken = rule("TST-03", at="benefits.items[*]", kind="whole", check="fails", severity="blocker")
    found_ = found(with_benefits(Benefit(id="b")), broken, CODED)
    assert [(f.code, f.path, f.severity) for f in found_] == [
        ("TST-03", "benefits.items[b]", Severity.NOTE),
        ("TST-02", "benefits.items[b].code", Severity.MAJOR),
    ]
    assert "TST-03" in found_[0].fix
    assert "report" in found_[0].fix


def test_a_fact_that_fails_is_told_once_for_each_rule_that_asks_for_it():
    def fails(dossier, day):
        if dossier.device.name != "Foam":
            raise KeyError("name")
        return "no"

    facts = {"brittle": Fact("brittle", "Brittle.", ("device.name",), fails)}
    asking = rule(
        at="benefits.items[*]",
        when=[{"fact": "brittle", "is": "yes"}],
        require=[c(".code", filled=True)],
    )
    dossier = with_benefits(Benefit(id="1"), Benefit(id="2"))
    (finding,) = found(dossier, asking, facts=facts)
    assert (finding.path, finding.severity) == ("benefits", Severity.NOTE)

    judging = Judge(pack(asking), DAY, facts)
    assert judging.full(dossier) == (finding,)
    dossier = paths.put(dossier, "device.name", "Foam")
    assert judging.update(dossier, {"device.name"}) == ()
    dossier = paths.put(dossier, "device.name", "")
    assert judging.update(dossier, {"device.name"}) == (finding,)


def test_whole_rules_wait_for_the_worker_and_only_if_they_were_touched():
    both = rule(
        at="benefits.items[*]", kind="whole", require=[c(".code", within="evidence.items[*].code")]
    )
    dossier = with_benefits(Benefit(id="b", code="B1"))
    judging = Judge(pack(both), DAY, small.FACTS)
    assert judging.full(dossier) == ()
    dossier = paths.put(dossier, "device.name", "Foam")
    judging.update(dossier, {"device.name"})
    assert not judging.whole_due
    dossier = paths.insert(dossier, "evidence.items", Evidence(id="e", code="F1"))
    assert judging.update(dossier, {"evidence.items[e]"}) == ()
    assert judging.whole_due
    assert [f.path for f in judging.whole(dossier)] == ["benefits.items[b]"]
    assert not judging.whole_due


def test_an_edit_while_the_worker_judges_is_not_forgotten(monkeypatch):
    dossier = with_benefits(Benefit(id="b"))
    judging = Judge(pack(rule(at="benefits", kind="whole", check="late")), DAY, small.FACTS)
    later = paths.put(dossier, "benefits.items[b].code", "B1")

    def edits(view, place):
        if judging.whole_due and not view.root.benefits.items[0].code:
            judging.update(later, {"benefits.items[b].code"})
        return ()

    monkeypatch.setitem(CHECKS, "late", Check("late", "Late.", ("benefits.items[*].code",), edits))
    judging.full(dossier)
    judging.update(dossier, set())
    judging.update(paths.put(dossier, "benefits.items[b].code", "B0"), {"benefits.items[b].code"})
    assert judging.whole_due
    judging.whole(dossier)
    assert judging.whole_due
    judging.whole(later)
    assert not judging.whole_due


def test_an_edit_that_would_judge_too_much_at_once_waits():
    rows = tuple(Benefit(id=str(i)) for i in range(20))
    gated = rule(
        at="benefits.items[*]",
        when=[{"fact": "high", "is": "yes"}],
        require=[c(".code", filled=True)],
    )
    judging = Judge(pack(gated), DAY, small.FACTS, at_once=10)
    dossier = with_benefits(*rows)
    assert judging.full(dossier) == ()
    dossier = paths.put(dossier, "device.implantable", "yes")
    assert judging.update(dossier, {"device.implantable"}) == ()
    assert judging.whole_due
    assert len(judging.whole(dossier)) == 20


@pytest.mark.parametrize("text", ["{{x}}", "<b>", "{.code}", "é\u0000\U0001f600", "|" * 5])
def test_what_a_writer_typed_is_quoted_as_it_is(text):
    quoting = rule(
        at="benefits.items[*]", require=[c(".text", min_words=99)], message="“{.text}” is short."
    )
    (finding,) = found(with_benefits(Benefit(id="b", text=text)), quoting)
    assert finding.message == f"“{text}” is short."
