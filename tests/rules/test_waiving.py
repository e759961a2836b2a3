"""A waiver accepts a finding until what the finding is about changes."""

from datetime import date

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.waivers import Waiver
from cerwizard.errors import BadValueError
from cerwizard.rules import catalog
from cerwizard.rules.engine import Judge, judge
from cerwizard.rules.finding import Severity
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import CHECKS, Check
from cerwizard.rules.waiving import Standing, book, unwaived, waived
from tests.rules import small
from tests.rules.packs import BENEFIT, DAY, c, pack, rule
from tests.rules.small import Benefit, Evidence, Small

SHORT = rule(
    at=BENEFIT,
    field="text",
    require=[c(".text", min_words=3)],
    when=[c(".code", filled=True)],
    message="“{=record}” is short; measured: {.measure}.",
)
DOSSIER = Small(
    benefits=small.Benefits(items=(Benefit(id="b", code="B1", text="Less"), Benefit(id="o"))),
    evidence=small.EvidenceBase(items=(Evidence(id="e", benefit_ids=("b",), sample=3),)),
)


def judged(dossier, *rules):
    return judge(dossier, pack(*rules), DAY, small.FACTS)


def accepted(dossier, *rules, reason="It is known."):
    """Return the dossier with every finding of the rules waived."""
    for n, finding in enumerate(judged(dossier, *rules)):
        dossier = waived(dossier, finding, reason, "Ada", DAY, f"w{n}")
    return dossier


def state(dossier, *rules):
    """Say for each finding whether it is waived, lapsed or open."""
    return [
        "waived" if f.waived else "lapsed" if f.lapsed else "open" for f in judged(dossier, *rules)
    ]


def after(address, value, *rules, dossier=DOSSIER):
    """Waive all findings, then change one answer, and say what they are."""
    return state(paths.put(accepted(dossier, *rules), address, value), *rules)


def test_a_waiver_says_why_who_and_when():
    (finding,) = judged(accepted(DOSSIER, SHORT), SHORT)
    assert finding.lapsed is None
    assert (finding.waived.reason, finding.waived.who, finding.waived.date) == (
        "It is known.",
        "Ada",
        "2026-07-01",
    )


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_without_a_reason_nothing_is_waived(reason):
    with pytest.raises(BadValueError, match="write why"):
        accepted(DOSSIER, SHORT, reason=reason)


@pytest.mark.parametrize(
    ("address", "value", "what"),
    [
        ("benefits.items[b].text", "Less pain", "lapsed"),  # required
        ("benefits.items[b].code", "B2", "lapsed"),  # when
        ("benefits.items[b].measure", "3", "lapsed"),  # quoted in the message
        ("benefits.items[b].surrogate", "yes", "waived"),  # not read
        ("benefits.items[o].text", "More", "waived"),  # another row
        ("device.name", "Foam", "waived"),
    ],
)
def test_it_lapses_when_what_the_rule_reads_there_changes(address, value, what):
    assert after(address, value, SHORT) == [what]


def test_it_holds_again_when_the_answer_is_what_it_was():
    dossier = accepted(DOSSIER, SHORT)
    changed = paths.put(dossier, "benefits.items[b].text", "Less pain")
    assert state(paths.put(changed, "benefits.items[b].text", "Less"), SHORT) == ["waived"]


def test_it_lapses_when_the_rule_weighs_more():
    graver = SHORT.model_copy(update={"severity": Severity.BLOCKER})
    assert state(accepted(DOSSIER, SHORT), graver) == ["lapsed"]


def test_what_is_reached_by_references_counts_in_whatever_order():
    backed = rule(
        at=BENEFIT, require=[c("<-evidence.items.benefit_ids", any=[c(".sample", above=9)])]
    )
    two = paths.insert(DOSSIER, "evidence.items", Evidence(id="f", benefit_ids=("b",), sample=4))
    assert after("evidence.items[f].sample", 5, backed, dossier=two) == ["lapsed", "waived"]
    moved = paths.move(accepted(two, backed), "evidence.items[f]", 0)
    assert state(moved, backed) == ["waived", "waived"]


def test_a_finding_about_a_section_rests_on_root_paths_too():
    named = rule(at="device", require=[c("device.name", min_words=2)])
    assert after("device.name", "Foam", named) == ["lapsed"]
    assert after("device.limit", "3", named) == ["waived"]


def test_a_finding_about_a_whole_list_rests_on_its_counts():
    tried = rule(
        at="evidence", kind="tally", require=[c("evidence.items[*]", any=[c(".sample", above=9)])]
    )
    more = (*DOSSIER.evidence.items, Evidence(id="new"))
    assert after("evidence.items", more, tried) == ["lapsed"]
    assert after("evidence.items[e].code", "F1", tried) == ["waived"]


def test_a_fact_counts_by_its_answer():
    high = rule(
        at="device", when=[{"fact": "high", "is": "yes"}], require=[c(".name", filled=True)]
    )
    third = paths.put(DOSSIER, "device.device_class", "III")
    assert after("device.implantable", "yes", high, dossier=third) == ["waived"]


@pytest.fixture
def check(monkeypatch):
    """A check that remarks on each text of a benefit that has the letter e, one by one."""

    def find(view, place):
        for name in ("code", "text"):
            if "e" in getattr(place.value, name):
                yield Fault(f"{place.address}.{name}", "an e")

    monkeypatch.setitem(CHECKS, "no-e", Check("no-e", "No e.", (".code", ".text"), find))
    return rule(at=BENEFIT, kind="whole", check="no-e", message="There is {=detail}.")


def test_a_remark_on_one_text_does_not_rest_on_the_others(check):
    both = paths.put(DOSSIER, "benefits.items[b].code", "Benefit")
    assert after("benefits.items[b].text", "Lesser", check, dossier=both) == ["waived", "lapsed"]


def test_a_waiver_that_is_taken_back_is_gone():
    dossier = accepted(DOSSIER, SHORT)
    (finding,) = judged(dossier, SHORT)
    assert unwaived(dossier, finding).waivers == ()


def test_waiving_again_replaces_the_waiver_that_has_lapsed():
    changed = paths.put(accepted(DOSSIER, SHORT), "benefits.items[b].text", "Less pain")
    again = accepted(changed, SHORT, reason="Still.")
    assert [row.reason for row in again.waivers] == ["Still."]
    assert state(again, SHORT) == ["waived"]
    (finding,) = judged(changed, SHORT)
    assert unwaived(changed, finding).waivers == ()


def test_waiving_one_finding_leaves_the_waivers_of_others():
    both = paths.put(DOSSIER, "benefits.items[o].code", "B2")
    dossier = accepted(both, SHORT)
    first, _ = judged(dossier, SHORT)
    assert state(unwaived(dossier, first), SHORT) == ["open", "waived"]


def test_the_book_says_what_became_of_each_waiver():
    both = paths.put(DOSSIER, "benefits.items[o].code", "B2")
    dossier = accepted(both, SHORT)
    dossier = paths.put(dossier, "benefits.items[b].text", "Less pain")
    gone = Waiver(id="x", code="TST-01", address="benefits.items[gone].text", about="1")
    dossier = dossier.model_copy(update={"waivers": (*dossier.waivers, gone)})
    assert [standing for _, standing in book(dossier, judged(dossier, SHORT))] == [
        Standing.LAPSED,
        Standing.HOLDS,
        Standing.IDLE,
    ]


def test_while_editing_waivers_come_lapse_and_go():
    judging = Judge(pack(SHORT), DAY, small.FACTS)
    (finding,) = judging.full(DOSSIER)
    dossier = waived(DOSSIER, finding, "Known.", "Ada", date(2026, 5, 1), "w")
    (finding,) = judging.update(dossier, {"waivers[w]"})
    assert finding.waived == dossier.waivers[0]
    dossier = paths.put(dossier, "benefits.items[b].text", "Less pain")
    (finding,) = judging.update(dossier, {"benefits.items[b].text"})
    assert (finding.waived, finding.lapsed) == (None, dossier.waivers[0])
    dossier = unwaived(dossier, finding)
    (finding,) = judging.update(dossier, {"waivers[w]"})
    assert (finding.waived, finding.lapsed) == (None, None)


def test_every_finding_of_our_rules_can_be_waived():
    ours = catalog.load()
    dossier = Dossier()
    for n, finding in enumerate(judge(dossier, ours, DAY)):
        assert finding.about
        dossier = waived(dossier, finding, "An empty dossier.", "Ada", DAY, f"w{n}")
    found = judge(dossier, ours, DAY)
    assert found
    assert all(finding.waived for finding in found)
