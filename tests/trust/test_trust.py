"""The planted faults are sound, and a part of them is judged; `make judge` judges them all."""

from functools import cache

import pytest

import poor_example
from cerwizard import assets
from cerwizard.dossier.values import YesNo
from cerwizard.law import clauses
from cerwizard.rules import catalog
from cerwizard.rules.engine import judge
from trust import faults as planting
from trust.good import KINDS, false_alarms, good
from trust.judge import alarms_in, precision_of, recall_of
from trust.judging import DAY, Trial, place, trials
from trust.planting import planted, real

FAULTS = {f"{fault.family}/{fault.name}": fault for fault in planting.faults()}
NAMES = sorted(FAULTS)
FAMILIES = sorted({fault.family for fault in FAULTS.values()})
BASES = ("rollator", "hip-stem")  # judging the other good dossiers takes longer than a test should


@cache
def pack():
    return catalog.load()


@cache
def known_clauses():
    return clauses.load()


@cache
def words_of_the_rules():
    files = (*assets.resources("rules").rglob("*.toml"), *assets.resources("codes").rglob("*.toml"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def judged(name):
    return judge(good(name), pack(), DAY)


@cache
def tried():
    first = {}
    for name in NAMES:
        fault = FAULTS[name]
        if fault.base in BASES and fault.rule:
            first.setdefault(fault.family, fault)
    return {trial.fault.family: trial for trial in trials(pack(), first.values())}


def test_there_are_at_least_120_faults_of_at_least_20_families():
    assert len(FAULTS) >= 120
    assert len(FAMILIES) >= 20


def test_no_two_faults_have_one_name():
    assert len({fault.name for fault in FAULTS.values()}) == len(planting.faults())


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_changes_its_good_dossier_and_names_what_exists(name):
    fault = FAULTS[name]
    before = good(fault.base)
    spoiled, changed = planted(before, fault)
    assert spoiled != before
    assert changed
    for at in (fault.at, *(one.at for one in fault.also)):
        assert place(spoiled, before, at)
    codes = {rule.code for rule in pack().rules}
    assert {fault.rule, *(one.rule for one in fault.also)} <= codes | {""}
    assert fault.clause in known_clauses()
    assert fault.says.endswith(".")
    assert all(one.because.endswith(".") for one in fault.also)


def written(fault):
    yield from texts(dict(fault.put))
    for new in fault.add:
        yield from texts(dict(new.row))


def test_no_rule_holds_the_words_of_a_fault():
    long = {(name, t) for name, fault in FAULTS.items() for t in written(fault) if len(t) > 24}
    assert [(name, text) for name, text in long if text in words_of_the_rules()] == []


def test_no_fault_is_one_of_the_poor_example():
    spoiled = [dict(fault.put) for fault in poor_example.faults() if fault.put]
    ours = [dict(f.put) for f in FAULTS.values() if f.base == poor_example.BASE and f.put]
    assert [put for put in ours if put in spoiled] == []


@pytest.mark.parametrize("name", KINDS)
def test_a_good_dossier_says_that_it_is_an_example(name):
    assert good(name).document.is_example is YesNo.YES


def test_the_good_dossiers_are_of_every_class_and_regime():
    devices = [good(name).device for name in KINDS]
    assert {device.device_class.value for device in devices} == {"I", "IIa", "IIb", "III"}
    for regime in ("implantable", "software", "annex_xvi", "administers_medicine", "article_120"):
        assert YesNo.YES in {getattr(device, regime) for device in devices}
    assert {"non_clinical", "investigation"} <= {good(name).plan.route.value for name in KINDS}
    assert YesNo.YES in {good(name).equivalence.claimed for name in KINDS}


def test_a_known_false_alarm_names_a_rule_and_a_place():
    codes = {rule.code for rule in pack().rules}
    for one in false_alarms():
        assert one.rule in codes
        assert real(good(one.base), one.at)


@pytest.mark.parametrize("name", BASES)
def test_a_good_dossier_is_accused_of_nothing_grave_that_is_not_known_to_be_false(name):
    assert alarms_in(name, judged(name)) == []


def test_one_fault_of_a_family_is_found_or_told_as_missed():
    found = [family for family, trial in tried().items() if trial.found]
    assert len(found) >= 0.75 * len(tried())


def test_nothing_is_said_beside_a_fault_but_what_is_listed():
    said = {f: [(x.code, x.path) for x in t.unexpected] for f, t in tried().items()}
    assert [family for family, found in said.items() if found] == []


def test_recall_is_the_share_found_and_precision_the_share_that_was_right():
    fault = FAULTS[NAMES[0]]
    spoiled, _ = planted(good(fault.base), fault)
    finding = judge(spoiled, pack(), DAY)[:1]
    hit = Trial(fault, found=True, misplaced=(), unexpected=finding, stale=())
    miss = Trial(fault, found=False, misplaced=(), unexpected=(), stale=())
    assert recall_of([hit, miss]) == 0.5
    assert precision_of([hit, miss], alarms=0) == 0.5
    assert precision_of([hit, miss], alarms=2) == 0.25
