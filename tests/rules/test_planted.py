"""Faults planted one by one in a good dossier: each is found at its field."""

import re
from datetime import date
from functools import cache

import pytest

from cerwizard import assets
from cerwizard.dossier import paths
from cerwizard.rules import catalog
from cerwizard.rules.engine import judge, judge_by
from cerwizard.rules.finding import Severity
from cerwizard.store import dossier_file

DAY = date(2026, 11, 22)
_KEY = re.compile(r"\[([^\]]+)\]")

# the rule, where it must speak, and what is changed; rows are named by the writer's own codes
PLANTED = [
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
]


@cache
def foam():
    return dossier_file.load(assets.resources("samples", "foam-dressing.cerw")).dossier


@cache
def pack():
    return catalog.load()


def by_ids(address):
    """Return an address with the rows' ids in place of the writer's codes."""
    here = ""
    for piece in re.split(r"(\[[^\]]+\])", address):
        found = _KEY.fullmatch(piece)
        rows = paths.get(foam(), here) if found else ()
        here += f"[{next(r.id for r in rows if r.code == found[1])}]" if found else piece
    return here


@pytest.mark.parametrize(("code", "at", "changes"), PLANTED, ids=[code for code, _, _ in PLANTED])
def test_a_planted_fault_is_found_at_its_field(code, at, changes):
    dossier = foam()
    rule = pack().rule(code)
    assert judge_by(dossier, [rule], DAY) == ()
    for address, value in changes.items():
        dossier = paths.put(dossier, by_ids(address), value)
    assert by_ids(at) in {finding.path for finding in judge_by(dossier, [rule], DAY)}


@pytest.mark.parametrize("name", ["foam-dressing", "intraocular-lens", "af-detection-app"])
def test_a_good_dossier_is_quiet_above_minor(name):
    file = assets.resources("samples", f"{name}.cerw")
    if not file.exists():
        pytest.skip(f"the sample {name} has not been built")
    grave = (Severity.BLOCKER, Severity.MAJOR)
    found = judge(dossier_file.load(file).dossier, pack(), DAY)
    assert [f for f in found if f.severity in grave] == []
