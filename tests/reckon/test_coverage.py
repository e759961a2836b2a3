from cerwizard.dossier.dossier import Dossier
from cerwizard.reckon.coverage import Covered, Pair, matrix, pairs, unspoken


def dossier(*cells, groups=None) -> Dossier:
    return Dossier.model_validate(
        {
            "purpose": {"indications": [{"id": "i1"}, {"id": "i2"}]},
            "populations": {
                "groups": groups or [{"id": "p1"}, {"id": "p2", "indication_ids": ["i1"]}]
            },
            "analysis": {"coverage": [{"id": str(i), **cell} for i, cell in enumerate(cells)]},
        }
    )


def test_only_what_is_within_the_purpose_is_a_pair():
    assert pairs(dossier()) == (Pair("i1", "p1"), Pair("i1", "p2"), Pair("i2", "p1"))


def test_indications_alone_are_pairs_too():
    only = Dossier.model_validate({"purpose": {"indications": [{"id": "i1"}]}})
    assert pairs(only) == (Pair("i1", ""),)
    assert pairs(Dossier()) == ()


def test_the_weakest_cell_counts():
    found = matrix(
        dossier(
            {"indication_ids": ["i1"], "state": "covered", "evidence_ids": ["e1"]},
            {"indication_ids": ["i1"], "population_ids": ["p2"], "state": "gap"},
        )
    )
    assert found[0] == Covered(Pair("i1", "p1"), "covered", ("0",), ("e1",))
    assert found[1] == Covered(Pair("i1", "p2"), "gap", ("0", "1"), ("e1",))


def test_what_nobody_speaks_of_is_named():
    assert unspoken(dossier({"indication_ids": ["i1"], "state": "covered"})) == (Pair("i2", "p1"),)
    assert unspoken(dossier({"state": "na"})) == ()


def test_a_cell_without_a_state_says_nothing():
    assert len(unspoken(dossier({"indication_ids": ["i1"]}))) == 3
