import pytest

from cerwizard.dossier.choices import Level
from cerwizard.dossier.evidence import EvidenceKind, Relation
from cerwizard.dossier.supporting import SupportingKind
from cerwizard.law import evidence
from cerwizard.law.evidence import Standing

EVIDENCE = evidence.load()


def answers(choice: type) -> set[str]:
    return {str(member) for member in choice} - {""}


def test_the_ranks_are_those_that_the_dossier_offers():
    assert [rank.code for rank in EVIDENCE.ranks] == [str(n) for n in range(1, 13)]
    assert {rank.code for rank in EVIDENCE.ranks} == answers(Level)
    assert EVIDENCE.least_for_high_risk == "4"


def test_ranks_6_and_10_to_12_are_no_clinical_data():
    assert {r.code for r in EVIDENCE.ranks if not r.clinical_data} == {"6", "10", "11", "12"}
    assert {r.code for r in EVIDENCE.ranks if r.weak} == {"7", "8", "9"}


def test_the_kinds_are_those_that_the_dossier_offers():
    assert {kind.code for kind in EVIDENCE.kinds} == answers(EvidenceKind) | answers(SupportingKind)
    assert {relation.code for relation in EVIDENCE.relations} == answers(Relation)


def test_no_supporting_material_is_clinical_data():
    kinds = [EVIDENCE.kind(code) for code in answers(SupportingKind)]
    assert not [kind.code for kind in kinds if kind.standing.clinical_data]


@pytest.mark.parametrize("code", ["qms", "clearance", "sales", "opinion"])
def test_what_proves_the_process_says_nothing_about_the_device(code: str):
    assert EVIDENCE.kind(code).standing is Standing.NONE


@pytest.mark.parametrize(
    ("kind", "relation", "counts"),
    [
        ("rct", "due", True),
        ("rct", "equivalent", True),
        ("rct", "similar", False),
        ("rct", "benchmark", False),
        ("vigilance", "due", True),
        ("guideline", "due", False),
        ("bench", "due", False),
        ("qms", "due", False),
    ],
)
def test_clinical_data_need_the_right_kind_and_the_right_device(
    kind: str, relation: str, counts: bool
):
    assert EVIDENCE.is_clinical_data(kind, relation) is counts


def test_only_own_and_equivalent_devices_give_clinical_data():
    barred = {r.code for r in EVIDENCE.relations if not r.clinical_data}
    assert barred == {"similar", "benchmark", "alternative"}
