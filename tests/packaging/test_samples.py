"""The shipped samples are what their sources say; the poor one shows every fault planted in it."""

import zipfile
from datetime import date
from functools import cache

import pytest

import poor_example
import samples
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.values import YesNo
from cerwizard.reckon.as_of import as_of
from cerwizard.rules import catalog
from cerwizard.rules.engine import judge
from cerwizard.rules.finding import Finding, Severity
from cerwizard.store import dossier_file

GRAVE = (Severity.BLOCKER, Severity.MAJOR)
FAULTS = {fault.name: fault for fault in poor_example.faults()}


@cache
def made():
    return {target.stem: (target, dossier) for target, dossier in samples.made()}


@cache
def base() -> Dossier:
    return samples.build(samples.SOURCES / poor_example.BASE)


@cache
def judged(name: str) -> tuple[Finding, ...]:
    dossier = base() if name == poor_example.BASE else made()[name][1]
    return judge(dossier, catalog.load(), as_of(dossier, date.max))


def found(fault: poor_example.Fault, dossier: Dossier, findings: tuple[Finding, ...]):
    at = poor_example.real(dossier, fault.at)
    within = (f"{at}.", f"{at}[")
    return [
        finding
        for finding in findings
        if finding.code == fault.rule and (finding.path == at or finding.path.startswith(within))
    ]


SHIPPED = ["foam-dressing", "intraocular-lens", "af-detection-app", "poor-example"]


def test_the_samples_are_the_ones_that_we_ship():
    assert list(made()) == SHIPPED


@pytest.mark.parametrize("name", SHIPPED)
def test_a_committed_sample_holds_what_its_sources_say(name):
    target, dossier = made()[name]
    opened = dossier_file.load(target)
    assert opened.dossier == dossier
    assert (opened.remarks, opened.history, opened.others) == ((), (), ())


@pytest.mark.parametrize("name", SHIPPED)
def test_the_same_sources_give_the_same_bytes(name, tmp_path):
    target, dossier = made()[name]
    for copy in ("one.cerw", "two.cerw"):
        dossier_file.save(tmp_path / copy, dossier)
    assert (tmp_path / "one.cerw").read_bytes() == (tmp_path / "two.cerw").read_bytes()
    # Compression differs from zlib to zlib; what is compressed does not.
    assert members(tmp_path / "one.cerw") == members(target)


def members(path):
    with zipfile.ZipFile(path) as file:
        return {info.filename: (info.date_time, file.read(info)) for info in file.infolist()}


@pytest.mark.parametrize("name", SHIPPED)
def test_a_sample_says_that_it_is_an_example(name):
    assert made()[name][1].document.is_example is YesNo.YES


@pytest.mark.parametrize("name", [*SHIPPED[:3], poor_example.BASE])
def test_a_good_sample_has_no_blocker_and_no_major(name):
    assert [f for f in judged(name) if f.severity in GRAVE] == []


def test_the_poor_example_is_spoiled_in_at_least_thirty_ways():
    assert len(FAULTS) == len(poor_example.faults()) >= 30
    assert made()["poor-example"][1].document.title.startswith("Poor example")


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_at_its_field_with_its_clause(name):
    fault, poor = FAULTS[name], made()["poor-example"][1]
    findings = found(fault, poor, judged("poor-example"))
    assert findings
    assert all(fault.clause in finding.clauses for finding in findings)
    assert all(finding.message and finding.why and finding.fix for finding in findings)


@pytest.mark.parametrize("name", FAULTS)
def test_the_good_base_does_not_have_the_fault(name):
    fault, poor = FAULTS[name], made()["poor-example"][1]
    assert not found(fault, poor, judged(poor_example.BASE))
