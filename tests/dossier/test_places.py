import pytest

from cerwizard.dossier import places
from cerwizard.dossier.dossier import Dossier

DOSSIER = Dossier.model_validate(
    {
        "versions": {"variants": [{"id": "v1", "code": "V1", "name": "Small"}]},
        "equivalence": {"devices": [{"id": "d1", "name": "Alpha", "rows": [{"id": "c1"}]}]},
    }
)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("device", "Device"),
        ("document.number", "Document and parties › Document number"),
        (
            "versions.variants[v1].differences",
            "Versions and standards › Variants and configurations › V1 Small › "
            "How it differs from the others",
        ),
        ("versions.variants[zz].name", "a row that is no longer there"),
        ("nothing.at_all", "nothing"),
        ("", ""),
    ],
)
def test_an_address_is_said_in_words(address, said):
    assert places.words(DOSSIER, address).endswith(said)


def test_a_nested_row_is_said_by_both_titles():
    said = places.words(DOSSIER, "equivalence.devices[d1].rows[c1].difference")
    assert " › Alpha › " in said


def test_a_field_is_called_by_its_label_and_a_row_by_its_noun():
    assert places.field_label(Dossier, "document.number") == "Document number"
    assert places.field_label(Dossier, "versions.variants[v1]") == "variant"
    assert places.field_label(Dossier, "literature") == "Literature"


@pytest.mark.parametrize(
    ("trail", "said"),
    [
        (("document", "number"), "Document and parties › Document number"),
        (
            ("literature", "references", 2, "year"),
            "Literature › References › 3 › Year",
        ),
        (
            ("literature", "references", 0, "authors", 4),
            "Literature › References › 1 › Authors › 5",
        ),
        (("nothing", "more"), "nothing"),
        ((), ""),
    ],
)
def test_a_trail_of_names_and_positions_is_said_in_words(trail, said):
    assert places.spot(Dossier, trail) == said
