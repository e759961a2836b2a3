import pytest

from cerwizard.dossier.literature import Reference, Search
from cerwizard.reckon.prisma import balances, dbr_included, identities, other_included

FLOW = {
    "id": "a",
    "database_results": 374,
    "register_results": 9,
    "duplicates": 156,
    "records_screened": 227,
    "records_excluded": 196,
    "dbr_sought_reports": 31,
    "dbr_notretrieved_reports": 1,
    "dbr_assessed": 30,
    "dbr_excluded": [
        {"id": "1", "reason": "Other dressing", "number": 10},
        {"id": "2", "reason": "Case reports", "number": 10},
    ],
    "organisation_results": 4,
    "other_sought_reports": 4,
    "other_assessed": 4,
    "other_excluded": [{"id": "3", "reason": "Case reports", "number": 2}],
    "new_studies": 12,
    "new_reports": 12,
    "previous_studies": 3,
    "previous_reports": 4,
    "total_studies": 15,
    "total_reports": 16,
    "queries": [
        {"id": "q1", "kind": "database", "hits": 300},
        {"id": "q2", "kind": "database", "hits": 74},
        {"id": "q3", "kind": "register", "hits": 9},
    ],
}


def failing(**changes) -> set[str]:
    found = identities(Search.model_validate(FLOW | changes), INCLUDED)
    return {identity.code for identity in found if identity.holds is False}


INCLUDED = [Reference(id=str(i), search_ids=("a",), screening="included") for i in range(12)]


def test_a_flow_that_adds_up_satisfies_every_relation():
    found = identities(Search.model_validate(FLOW), INCLUDED)
    assert all(identity.holds for identity in found)
    codes = {identity.code for identity in found}
    assert codes == {f"P{n:02}" for n in range(1, 19) if n not in (14,)}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"database_results": 373}, {"P01", "P03"}),
        ({"register_results": 10}, {"P02", "P03"}),
        ({"records_screened": 228}, {"P03", "P04"}),
        ({"dbr_sought_reports": 32}, {"P04", "P05"}),
        ({"dbr_assessed": 29}, {"P05", "P10"}),
        ({"other_sought_reports": 5}, {"P07", "P08"}),
        ({"new_studies": 13}, {"P11", "P12"}),
        ({"total_reports": 17}, {"P13"}),
        ({"duplicates": 400}, {"P03", "P16"}),
        ({"previous_studies": -1}, {"P12", "P15"}),
    ],
)
def test_one_wrong_count_breaks_the_relations_it_stands_in(changes, codes):
    assert failing(**changes) == codes


def test_a_reason_without_words_is_noticed():
    assert failing(dbr_excluded=[{"id": "1", "number": 20}]) == {"P17"}


def test_too_few_included_references_are_noticed():
    found = identities(Search.model_validate(FLOW), INCLUDED[1:])
    assert [i.code for i in found if i.holds is False] == ["P18"]


def test_missing_counts_decide_nothing():
    assert {identity.holds for identity in identities(Search(id="a"))} <= {None, True}


def test_the_streams_are_reckoned_apart():
    search = Search.model_validate(FLOW)
    assert (dbr_included(search), other_included(search)) == (10, 2)


def test_a_flow_balances_or_it_does_not():
    assert balances(Search.model_validate(FLOW))
    assert not balances(Search.model_validate(FLOW | {"records_screened": 1}))
    assert not balances(Search(id="a"))
