from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.referrers import referrers

DOSSIER = Dossier.model_validate(
    {
        "literature": {"references": [{"id": "r1", "search_ids": ["b1"]}, {"id": "r2"}]},
        "benefits": {"items": [{"id": "b1", "surrogate_reference_ids": ["r1"]}]},
        "benefit_risk": {"items": [{"id": "w", "benefit_ids": ["b1", "b2"]}]},
        "equivalence": {
            "devices": [{"id": "d", "rows": [{"id": "c", "reference_ids": ["r2", "r1"]}]}]
        },
        "analysis": {"results": [{"id": "x", "criterion_id": "k1"}]},
        "document": {"changes_since_last": "New: [@r1], not [@r10]."},
    }
)


def test_every_field_that_refers_to_a_row_is_found():
    assert set(referrers(DOSSIER, "literature.references[r1]")) == {
        "benefits.items[b1].surrogate_reference_ids",
        "equivalence.devices[d].rows[c].reference_ids",
        "document.changes_since_last",
    }


def test_a_reference_to_one_row_and_one_to_many_are_both_found():
    assert list(referrers(DOSSIER, "state_of_the_art.criteria[k1]")) == [
        "analysis.results[x].criterion_id"
    ]
    assert list(referrers(DOSSIER, "benefits.items[b1]")) == ["benefit_risk.items[w].benefit_ids"]


def test_a_row_that_nobody_refers_to_has_no_referrers():
    assert list(referrers(DOSSIER, "risks.items[b1]")) == []
