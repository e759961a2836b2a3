from cerwizard.dossier.dossier import Dossier
from cerwizard.reckon.trace import Line, Trace, trace

DOSSIER = Dossier.model_validate(
    {
        "benefits": {
            "items": [{"id": "b1"}, {"id": "b2"}],
            "claims": [{"id": "c1", "benefit_ids": ["b1"]}, {"id": "c2"}],
        },
        "state_of_the_art": {
            "criteria": [
                {"id": "k1", "benefit_ids": ["b1"]},
                {"id": "k2", "claim_ids": ["c1"]},
                {"id": "k3", "risk_ids": ["r1"]},
            ]
        },
        "evidence": {
            "items": [
                {"id": "e1", "claim_ids": ["c1"]},
                {"id": "e2", "benefit_ids": ["b1"]},
                {"id": "e3", "risk_ids": ["r1"]},
                {"id": "e4"},
            ]
        },
        "analysis": {
            "results": [
                {"id": "a1", "criterion_id": "k1", "evidence_ids": ["e4"]},
                {"id": "a2", "criterion_id": "k3", "evidence_ids": ["e3"]},
            ],
            "gaps": [{"id": "g1", "benefit_ids": ["b1"], "activity_ids": ["m1"]}],
        },
        "risks": {"items": [{"id": "r1"}]},
        "gspr": {
            "items": [
                {"id": "q1", "claim_ids": ["c1"]},
                {"id": "q8", "evidence_ids": ["e3"]},
                {"id": "q9", "evidence_ids": ["e1"]},
            ]
        },
        "pmcf": {
            "activities": [
                {"id": "m1"},
                {"id": "m2", "risk_ids": ["r1"]},
                {"id": "m3", "criterion_ids": ["k2"]},
            ]
        },
    }
)


def test_a_claim_leads_everywhere_also_by_its_benefits_but_to_the_requirements_that_name_it():
    assert trace(DOSSIER)[0] == Line(
        claim="c1",
        benefits=("b1",),
        criteria=("k2", "k1"),
        results=("a1",),
        evidence=("e1", "e2", "e4"),
        requirements=("q1",),
        gaps=("g1",),
        activities=("m1", "m3"),
    )


def test_a_claim_that_leads_nowhere_has_a_line_all_the_same():
    assert trace(DOSSIER)[1] == Line(claim="c2")


def test_a_benefit_behind_no_claim_has_a_line_of_its_own():
    assert [line.id for line in trace(DOSSIER)] == ["c1", "c2", "b2"]


def test_a_risk_leads_to_the_requirement_by_its_evidence():
    line = Trace(DOSSIER).risks()[0]
    assert (line.criteria, line.results, line.evidence) == (("k3",), ("a2",), ("e3",))
    assert (line.requirements, line.activities) == (("q8",), ("m2",))


def test_an_empty_dossier_has_no_lines():
    assert trace(Dossier()) == ()
