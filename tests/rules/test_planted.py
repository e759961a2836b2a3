"""Faults planted one by one in good dossiers: each is found at its field."""

import re
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from cerwizard import assets
from cerwizard.dossier import paths
from cerwizard.dossier.device import DeviceClass
from cerwizard.dossier.values import YesNo
from cerwizard.rules import catalog
from cerwizard.rules.engine import judge, judge_by
from cerwizard.rules.finding import Severity
from cerwizard.store import dossier_file

DAY = date(2026, 11, 22)
_KEY = re.compile(r"\[([^\]]+)\]")

# the rule, where it must speak, and what is changed; rows are named by the writer's own words
IN_A_DRESSING = [
    ("CDT-04", "evidence.items[F05].relation", {"evidence.items[F05].relation": "similar"}),
    ("CDT-07", "plan.level_required", {"plan.level_required": ""}),
    ("CDT-09", "evidence.items[E15].level", {"evidence.items[E15].level": "4"}),
    ("CDT-10", "evidence.items[F14].generation_ids", {"evidence.bridges": ()}),
    (
        "CDT-11",
        "evidence.items[F05].sample_rationale",
        {"evidence.items[F05].sample_rationale": ""},
    ),
    ("CDT-26", "evidence.items[F05].role", {"evidence.items[F05].kind": "bench"}),
    ("BEN-01", "benefits.items", {"benefits.items": ()}),
    ("BEN-04", "benefits.items[B2].time_point", {"benefits.items[B2].time_point": ""}),
    ("BEN-13", "benefits.items[B2].unit", {"benefits.items[B2].unit": ""}),
    ("BEN-14", "benefits.items[B4]", {"state_of_the_art.criteria[K5].benefit_ids": ()}),
    ("CLM-02", "benefits.promotion_reviewed", {"benefits.promotion_reviewed": "no"}),
    ("SOT-01", "state_of_the_art.alternatives", {"state_of_the_art.alternatives": ()}),
    ("SOT-03", "state_of_the_art.benchmarks", {"state_of_the_art.benchmarks": ()}),
    (
        "SOT-14",
        "state_of_the_art.criteria[K7].benchmark_ids",
        {"state_of_the_art.criteria[K7].benchmark_ids": ()},
    ),
    (
        "SOT-08",
        "literature.searches[A].period_to",
        {"literature.searches[A].period_to": "2025-06-30"},
    ),
    ("LIT-01", "literature.searches[A].protocol", {"literature.searches[A].protocol": ""}),
    (
        "LIT-20",
        "literature.searches[A].protocol_date",
        {"literature.searches[A].protocol_date": "2026-11-01"},
    ),
    (
        "NUM-01",
        "literature.searches[A].records_screened",
        {"literature.searches[A].records_screened": 1095},
    ),
    ("NUM-04", "literature.searches[B].new_reports", {"literature.searches[B].new_reports": 13}),
    ("LIT-16", "market.safety_searches", {"market.safety_searches": ()}),
    ("APP-03", "evidence.items[F05].weight", {"evidence.items[F05].weight": ""}),
    ("INV-06", "plan.exemption", {"device.device_class": "III"}),
    ("SAF-12", "risks.items[R1].exposed", {"risks.items[R1].exposed": None}),
    ("SAF-03", "risks.items[R2].verdict", {"risks.items[R2].ci_high": "20"}),
    ("SAF-04", "risks.items[R1].ifu_text", {"risks.items[R1].ifu_text": ""}),
    (
        "RES-01",
        "analysis.results[E-B2].verdict",
        {"state_of_the_art.criteria[K3].threshold": "0.90"},
    ),
    (
        "BRK-02",
        "benefit_risk.items[I2/P1].benefit_ids",
        {"benefit_risk.items[I2/P1].benefit_ids": ()},
    ),
    ("BRK-10", "benefit_risk.items", {"benefit_risk.items": ()}),
    ("ANA-03", "analysis.safety_conclusion", {"analysis.safety_conclusion": ""}),
    ("PMS-02", "market.sales", {"market.sales": ()}),
    ("PMF-01", "pmcf.planned", {"pmcf.planned": "no"}),
    ("PMF-05", "pmcf.activities[M1].endpoints", {"pmcf.activities[M1].endpoints": ""}),
    ("GAP-01", "analysis.gaps", {"analysis.gaps": ()}),
    ("GAP-03", "analysis.gaps[G2].routes", {"analysis.gaps[G2].kind": "conformity"}),
    ("GAP-07", "analysis.gaps[G2].activity_ids", {"analysis.gaps[G2].activity_ids": ()}),
    ("UPD-01", "updates.interval_months", {"updates.interval_months": None}),
    ("UPD-08", "updates.psur_interval", {"updates.psur_interval": 24}),
    ("EVA-05", "release.evaluators", {"release.evaluators": ()}),
    ("DOC-03", "plan.revisions", {"plan.revisions": ()}),
    ("IDN-01", "device.basic_udi_di", {"device.basic_udi_di": ("9521003FBORDR8",)}),
    ("NCD-01", "plan.route", {"plan.route": "non_clinical", "device.implantable": "yes"}),
    ("LNT-02", "benefits.claims[CL4].text", {"benefits.claims[CL4].text": "The foam is safe."}),
    (
        "LNT-03",
        "benefits.claims[CL4].text",
        {"benefits.claims[CL4].text": "Spares the skin better than any other foam."},
    ),
    (
        "LNT-05",
        "analysis.safety_conclusion",
        {"analysis.safety_conclusion": "The essential requirements of 93/42/EEC are met."},
    ),
    (
        "LNT-06",
        "analysis.safety_conclusion",
        {"analysis.safety_conclusion": "The CE mark proves that the dressing is safe."},
    ),
    ("LNT-08", "device.principle", {"device.principle": "TBD, ask the lab."}),
    (
        "LNT-09",
        "benefit_risk.items[I2/P1].reasoning",
        {
            "benefit_risk.items[I2/P1].reasoning": "The benefits outweigh the risks.",
            "benefit_risk.items[I2/P1].benchmark_ids": (),
        },
    ),
    ("CIT-01", "plan.analysis_method", {"plan.analysis_method": "By Sections 1 and 9 of Annex I."}),
    ("JDG-10", "analysis.consistency", {"analysis.consistency": "It agrees with benefit B9."}),
    ("NUM-31", "analysis.consistency", {"analysis.consistency": "Healed: 50/75 (76.7 %)."}),
    (
        "CON-02",
        "sources.items[IFU-FB].indications",
        {
            "sources.items[IFU-FB].indications": "Venous leg ulcers.",
            "sources.items[IFU-FB].intended_purpose": "To absorb exudate.",
        },
    ),
    (
        "CON-22",
        "sources.items[IFU-FB].indications",
        {"sources.items[IFU-FB].indications": "Burns."},
    ),
    (
        "CON-03",
        "sources.items[IFU-FB].contraindications",
        {"sources.items[IFU-FB].contraindications": "Dry necrotic wounds."},
    ),
    (
        "CON-07",
        "sources.items[IFU-FB].benefits",
        {"sources.items[IFU-FB].benefits": "Pressure injuries fall by 93 %."},
    ),
    ("CON-09", "sources.items[IFU-FB].risks", {"sources.items[IFU-FB].risks": "Pain."}),
    ("CON-11", "device.description", {"device.description": "This device is a class III device."}),
    ("CON-12", "device.description", {"device.description": "The device lifetime is 30 days."}),
    ("CON-15", "sources.items[PMCFP-FB].version", {"sources.items[PMCFP-FB].version": "3"}),
    ("CON-16", "pmcf.similar_data", {"pmcf.similar_data": "See IFU-FB version 7."}),
    ("CON-18", "risks.items[R1].events", {"risks.items[R1].events": 8}),
    ("CON-19", "analysis.results[E-B4].events", {"analysis.results[E-B4].events": 67}),
    ("JDG-05", "analysis.results[E-B4].estimate", {"analysis.results[E-B4].estimate": "61.1"}),
    ("JDG-23", "analysis.results[E-B4].verdict", {"analysis.results[E-B4].events": 20}),
    ("JDG-25", "analysis.results[E-R1].ci_low", {"analysis.results[E-R1].ci_low": "5.9"}),
    ("NUM-17", "pmcf.activities[M3].statistics", {"pmcf.activities[M3].sample": 90}),
    (
        "NUM-18",
        "investigations.items[FB-PMCF-01].sample_rationale",
        {
            "investigations.items[FB-PMCF-01].sample_rationale": (
                "Half-width of 2 percentage points at 57 %."
            )
        },
    ),
    ("LOG-02", "benefits.items[B4].unit", {"benefits.items[B4].unit": "mm"}),
    ("LOG-03", "benefits.items[B2].time_point", {"benefits.items[B2].time_point": "5 years"}),
    (
        "LOG-05",
        "state_of_the_art.criteria[K5].threshold",
        {"state_of_the_art.criteria[K5].threshold": "25"},
    ),
    (
        "LOG-06",
        "state_of_the_art.criteria[K5].statement",
        {"state_of_the_art.criteria[K5].threshold": "41"},
    ),
    ("LOG-07", "analysis.results[E-B4].summary", {"analysis.results[E-B4].summary": "71 %."}),
    (
        "DAT-02",
        "literature.searches[A].period_from",
        {"literature.searches[A].period_from": "2026-11-01"},
    ),
    (
        "DAT-07",
        "release.signatures[A. Lehto].date",
        {"release.signatures[A. Lehto].date": "2026-09-01"},
    ),
    ("DAT-10", "analysis.gaps[G2].due", {"analysis.gaps[G2].due": "2026-03"}),
    ("DAT-12", "document.certificate_until", {"document.certificate_until": "2026-01-31"}),
    ("CLS-01", "device.device_class", {"device.device_class": "III"}),
    ("CLS-03", "device.classification_rules", {"device.medicinal_substance": "yes"}),
    ("PUR-02", "populations.groups[P1].ages", {"populations.groups[P1].ages": ()}),
    ("CEP-37", "plan.alternatives_strategy", {"plan.alternatives_strategy": ""}),
    (
        "CEP-20",
        "plan.milestones[End of M2].criterion",
        {"plan.milestones[End of M2].criterion": ""},
    ),
    ("SOT-22", "state_of_the_art.standard_of_care", {"state_of_the_art.standard_of_care": ""}),
    ("PMF-19", "pmcf.activities[M1].aims", {"pmcf.activities[M1].aims": ()}),
    ("UPD-11", "updates.psur_interval", {"updates.psur_interval": None}),
    (
        "EVA-09",
        "release.evaluators[C. Saari].interests",
        {"release.evaluators[C. Saari].interests": ""},
    ),
    (
        "NUM-15",
        "pmcf.planned",
        {"device.lifetime": "10", "device.lifetime_unit": "years", "pmcf.planned": "no"},
    ),
]
IN_SOFTWARE = [
    ("SOF-01", "analysis.functions", {"analysis.functions": ()}),
    ("SOF-02", "analysis.functions[FN1].association", {"analysis.functions[FN1].association": ""}),
    (
        "SOF-05",
        "analysis.functions[FN1].independent",
        {"analysis.functions[FN1].independent": YesNo.NO},
    ),
    ("SOF-06", "analysis.functions[FN2].release", {"analysis.functions[FN2].release": ""}),
    ("SOF-07", "device.software_version", {"device.software_version": ""}),
    ("CLS-02", "device.classification_rules", {"device.software": YesNo.NO}),
    ("JDG-06", "analysis.accuracy[D1].prevalence", {"analysis.accuracy[D1].prevalence": None}),
    ("JDG-20", "analysis.accuracy[D1].ppv", {"analysis.accuracy[D1].prevalence": Decimal("20")}),
    ("JDG-21", "analysis.accuracy[D1].sensitivity", {"analysis.accuracy[D1].false_negative": 2}),
]
IN_AN_IMPLANT = [
    ("CEC-01", "plan.consultation", {"device.device_class": DeviceClass.III}),
    (
        "INV-17",
        "investigations.items[PMCF-LH60-01].lost",
        {
            "investigations.items[PMCF-LH60-01].lost": 190,
            "investigations.items[PMCF-LH60-01].limitations": "Open.",
            "investigations.items[PMCF-LH60-01].plan_deviations": "",
        },
    ),
]
PLANTED = [
    (name, *fault)
    for name, faults in (
        ("foam-dressing", IN_A_DRESSING),
        ("af-detection-app", IN_SOFTWARE),
        ("intraocular-lens", IN_AN_IMPLANT),
    )
    for fault in faults
]


@cache
def sample(name):
    return dossier_file.load(assets.resources("samples", f"{name}.cerw")).dossier


@cache
def pack():
    return catalog.load()


def by_ids(dossier, address):
    """Return an address with the rows' ids in place of the writer's words."""
    here = ""
    for piece in re.split(r"(\[[^\]]+\])", address):
        found = _KEY.fullmatch(piece)
        rows = paths.get(dossier, here) if found else ()
        here += f"[{next(row.id for row in rows if found[1] in _titles(row))}]" if found else piece
    return here


def _titles(row):
    return [getattr(row, name) for name in row.TITLE]


@pytest.mark.parametrize(
    ("name", "code", "at", "changes"), PLANTED, ids=[code for _, code, _, _ in PLANTED]
)
def test_a_planted_fault_is_found_at_its_field(name, code, at, changes):
    dossier = good = sample(name)
    rule = pack().rule(code)
    assert judge_by(good, [rule], DAY) == ()
    for address, value in changes.items():
        dossier = paths.put(dossier, by_ids(good, address), value)
    assert by_ids(good, at) in {finding.path for finding in judge_by(dossier, [rule], DAY)}


@pytest.mark.parametrize("name", ["foam-dressing", "intraocular-lens", "af-detection-app"])
def test_a_good_dossier_is_quiet_above_minor(name):
    grave = (Severity.BLOCKER, Severity.MAJOR)
    found = judge(sample(name), pack(), DAY)
    assert [f for f in found if f.severity in grave] == []
