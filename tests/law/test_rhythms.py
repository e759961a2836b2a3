import pytest

from cerwizard.law import rhythms


@pytest.mark.parametrize(
    ("device_class", "implantable", "report", "months", "usual"),
    [
        ("I", False, "PMSR", None, 60),
        ("IIa", False, "PSUR", 24, 24),
        ("IIa", True, "PSUR", 24, 24),
        ("IIb", False, "PSUR", 12, 12),
        ("IIb", True, "PSUR", 12, 12),
        ("III", False, "PSUR", 12, 12),
        ("III", True, "PSUR", 12, 12),
    ],
)
def test_a_class_has_its_reports_and_rhythm(
    device_class: str, implantable: bool, report: str, months: int | None, usual: int
):
    table = rhythms.load()
    safety = table.safety_report_of(device_class, implantable=implantable)
    evaluation = table.evaluation_of(device_class, implantable=implantable)
    assert safety is not None
    assert evaluation is not None
    assert (safety.report, safety.months, evaluation.months) == (report, months, usual)


def test_an_unknown_class_has_no_rhythm():
    assert rhythms.load().safety_report_of("", implantable=False) is None
