"""What applies to a device: the matrix of classes and properties, each with its reason."""

from datetime import date

import pytest

from cerwizard.dossier import paths
from cerwizard.dossier.dossier import Dossier
from cerwizard.law import clauses
from cerwizard.reckon.duties import duties
from cerwizard.reckon.duty import Answer, Duty

TODAY = date(2026, 11, 22)


def _device(device_class: str, implantable: str = "no", **more: str) -> Dossier:
    answers = {"device_class": device_class, "implantable": implantable, **more}
    dossier = Dossier()
    for name, value in answers.items():
        dossier = paths.put(dossier, f"device.{name}", value)
    return dossier


def _duty(dossier: Dossier, name: str) -> Duty:
    return next(d for d in duties(dossier, TODAY) if d.name == name)


def test_nothing_is_decided_for_an_empty_dossier_but_pmcf():
    decided = [d.name for d in duties(Dossier(), TODAY) if d.answer is not Answer.OPEN]
    assert decided == ["PMCF"]


@pytest.mark.parametrize(
    ("device_class", "implantable", "duty"),
    [
        ("I", "no", Answer.NO),
        ("IIa", "no", Answer.NO),
        ("IIa", "yes", Answer.YES),
        ("IIb", "no", Answer.NO),
        ("IIb", "yes", Answer.YES),
        ("III", "no", Answer.YES),
    ],
)
def test_class_three_and_implants_have_to_be_investigated_and_need_an_sscp(
    device_class: str, implantable: str, duty: Answer
):
    dossier = _device(device_class, implantable)
    assert _duty(dossier, "Duty to investigate").answer is duty
    assert _duty(dossier, "SSCP").answer is duty
    assert _duty(dossier, "Article 61(10), non-clinical data alone").answer is not duty


@pytest.mark.parametrize(
    ("device_class", "implantable", "says"),
    [
        ("I", "no", "PMSR, when necessary."),
        ("IIa", "no", "PSUR, at least every 24 months."),
        ("IIa", "yes", "PSUR, at least every 24 months."),
        ("IIb", "no", "PSUR, at least every 12 months."),
        ("III", "yes", "PSUR, at least every 12 months."),
    ],
)
def test_the_safety_report_follows_the_class(device_class: str, implantable: str, says: str):
    assert _duty(_device(device_class, implantable), "Periodic safety report").says == says


def test_a_rule_twelve_device_for_medicines_is_in_the_scope_of_article_54():
    pump = _device("IIb", active="yes", administers_medicine="yes")
    assert _duty(pump, "Consultation of an expert panel").answer is Answer.YES
    other = _device("IIb", active="yes", administers_medicine="no")
    assert _duty(other, "Consultation of an expert panel").answer is Answer.NO


@pytest.mark.parametrize(
    ("device_class", "implantable", "answer"),
    [
        ("III", "yes", Answer.YES),
        ("III", "no", Answer.NO),
        ("IIb", "yes", Answer.NO),
    ],
)
def test_of_implants_only_those_of_class_three_are_in_the_scope_of_article_54(
    device_class: str, implantable: str, answer: Answer
):
    duty = _duty(_device(device_class, implantable), "Consultation of an expert panel")
    assert duty.answer is answer


def test_a_plain_class_one_device_needs_no_notified_body():
    plain = {"sterile": "no", "measuring": "no", "reusable_surgical_instrument": "no"}
    assert _duty(_device("I", **plain), "Notified body").answer is Answer.NO
    assert _duty(_device("I", **plain | {"sterile": "yes"}), "Notified body").answer is Answer.YES
    assert _duty(_device("I"), "Notified body").answer is Answer.OPEN


@pytest.mark.parametrize("case", ["case1", "case4"])
def test_cases_one_and_four_need_a_post_market_study(case: str):
    dossier = paths.put(_device("III"), "plan.exemption", case)
    assert _duty(dossier, "PMCF").says == "A post-market clinical study is required."


@pytest.mark.parametrize(
    ("device_class", "implantable", "product", "year"),
    [
        ("III", "no", "", "2027"),
        ("IIb", "yes", "", "2027"),
        ("IIb", "yes", "bone screw", "2028"),
        ("IIb", "no", "", "2028"),
        ("IIa", "no", "", "2028"),
    ],
)
def test_the_transition_ends_by_the_class_under_the_mdr(
    device_class: str, implantable: str, product: str, year: str
):
    dossier = _device(device_class, implantable, article_120="yes", listed_product=product)
    assert f"31 December {year}" in _duty(dossier, "End of the transition").says


def test_every_duty_cites_clauses_that_exist_and_rests_on_fields_that_exist():
    known = clauses.load()
    for device_class in ("", "I", "IIa", "IIb", "III"):
        dossier = _device(device_class, "yes", article_120="yes")
        for duty in duties(dossier, TODAY):
            assert all(c in known for c in duty.clauses), duty.name
            assert [paths.get(dossier, at) for at in duty.rests_on], duty.name
            assert duty.says.endswith("."), duty.name
            assert duty.because.endswith("."), duty.name
