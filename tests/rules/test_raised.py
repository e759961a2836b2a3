from dataclasses import replace

from cerwizard.dossier.waivers import Waiver
from cerwizard.rules.finding import Finding, Severity
from cerwizard.rules.raised import raised


def finding(path: str, severity: Severity = Severity.MAJOR) -> Finding:
    return Finding("XX-01", "x", severity, path.partition(".")[0], path, "It.", "", "", ())


def test_blockers_and_majors_are_raised_where_they_stand():
    found = [finding("device.name"), finding("device.models", Severity.BLOCKER)]
    assert raised(found) == ("device.name", "device.models")


def test_minor_and_waived_findings_are_not_raised():
    waived = replace(finding("device.name"), waived=Waiver(reason="It is so."))
    assert raised([finding("device.name", Severity.MINOR), waived]) == ()


def test_of_thousands_alike_the_first_few_are_raised():
    many = [finding(f"literature.references[r{i}].screening") for i in range(500)]
    assert len(raised([*many, finding("device.name")])) == 21
