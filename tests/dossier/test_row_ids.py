from itertools import count

from cerwizard.dossier import row_ids
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.literature import Query, Reference, Search


def test_an_id_has_six_letters_that_are_not_mistaken_for_each_other():
    found = {row_ids.random_id() for _ in range(200)}
    assert len(found) == 200
    assert all(len(i) == 6 and set(i) <= set(row_ids.LETTERS) for i in found)
    assert not set("ilo01") & set(row_ids.LETTERS)
    assert len(set(row_ids.LETTERS)) == len(row_ids.LETTERS) == 31


def test_all_ids_of_a_dossier_are_known_nested_ones_too():
    dossier = Dossier.model_validate(
        {
            "literature": {
                "searches": [{"id": "s", "queries": [{"id": "q"}, {"id": ""}]}],
                "references": [{"id": "r"}],
            }
        }
    )
    assert set(row_ids.taken(dossier)) == {"s", "q", "r"}
    assert set(row_ids.taken(Reference(id="x"))) == {"x"}


def test_a_renewed_row_keeps_all_but_the_ids():
    row = Search(id="s", code="A", queries=(Query(id="q", source="PubMed"),))
    ids = map(str, count())
    new = row_ids.renewed(row, lambda: next(ids))
    assert {new.id, new.queries[0].id} == {"0", "1"}
    assert (new.code, new.queries[0].source) == ("A", "PubMed")


def test_branches_are_sections_and_lists_of_rows():
    assert ("literature", False) in row_ids.branches(Dossier)
    assert dict(row_ids.branches(Search))["queries"] is True
    assert row_ids.branches(Reference) == ()
