"""Before other rules count, one can see what they would change."""

from cerwizard.dossier import paths
from cerwizard.rules.preview import preview
from tests.rules import small
from tests.rules.packs import BENEFIT, DAY, c, pack, rule
from tests.rules.small import Benefit, Small

NAMED = rule(at="device", field="name", require=[c(".name", filled=True)])
CODED = rule("TST-02", at=BENEFIT, field="code", require=[c(".code", filled=True)])
GRAVER = rule(
    "TST-02", at=BENEFIT, field="code", require=[c(".code", filled=True)], severity="blocker"
)
DOSSIER = Small(benefits=small.Benefits(items=(Benefit(id="b"), Benefit(id="d"))))


def change(now, then, **dossiers):
    dossiers = dossiers or {"a": DOSSIER}
    given = {name: (dossier, DAY) for name, dossier in dossiers.items()}
    return preview(given, pack(*now), pack(*then), small.FACTS)


def spots(findings):
    return [(finding.code, finding.path) for finding in findings]


def test_a_rule_that_comes_adds_its_findings():
    found = change([CODED], [CODED, NAMED])["a"]
    assert spots(found.added) == [("TST-01", "device.name")]
    assert (found.removed, found.changed, found.as_of) == ((), (), DAY)


def test_a_rule_that_goes_takes_its_findings_along():
    found = change([CODED, NAMED], [CODED])["a"]
    assert spots(found.removed) == [("TST-01", "device.name")]
    assert not found.added


def test_a_rule_that_weighs_otherwise_is_told_with_both_severities():
    found = change([CODED], [GRAVER])["a"]
    told = [(w.before.severity, w.after.severity, w.after.path) for w in found.changed]
    assert told == [
        ("major", "blocker", "benefits.items[b].code"),
        ("major", "blocker", "benefits.items[d].code"),
    ]
    assert found.added == found.removed == ()


def test_each_dossier_is_told_apart():
    named = paths.put(DOSSIER, "device.name", "Foam")
    found = change([], [NAMED], a=DOSSIER, b=named)
    assert [one.empty for one in found.values()] == [False, True]


def test_rules_that_are_the_same_change_nothing_and_are_not_judged(monkeypatch):
    monkeypatch.setattr("cerwizard.rules.units.Unit._at", lambda *_: 1 // 0)
    assert change([CODED, NAMED], [NAMED, CODED])["a"].empty
