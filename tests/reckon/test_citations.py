import pytest

from cerwizard.dossier.literature import Reference
from cerwizard.reckon.citations import author, numbered, short, vancouver


def text(pieces) -> str:
    return "".join(piece.text for piece in pieces)


def test_references_are_numbered_by_first_use():
    assert numbered(["b", "a", "b", "c"]) == {"b": 1, "a": 2, "c": 3}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Beeckman, Dimitri", "Beeckman D"),
        ("Van De Looverbosch, D.", "Van De Looverbosch D"),
        ("Woo, K. Y.", "Woo KY"),
        ("Ng, A.W.", "Ng AW"),
        ("Martyn-St James, Marrissa", "Martyn-St James M"),
        ("Dupont, Jean-Luc", "Dupont JL"),
        ("Smith, JP", "Smith JP"),
        ("NPIAP", "NPIAP"),
        ("European Pressure Ulcer Advisory Panel", "European Pressure Ulcer Advisory Panel"),
        ("Solo,", "Solo"),
    ],
)
def test_authors_are_written_as_vancouver_does(name, written):
    assert author(name) == written


def test_a_whole_reference():
    reference = Reference(
        authors=("Beeckman, Dimitri", "Fourie, Anika"),
        title="Silicone adhesive dressings",
        journal="British Journal of Dermatology",
        year=2021,
        volume="185",
        issue="1",
        pages="52-61",
        doi="10.1111/bjd.19689",
        pmid="33216969",
    )
    assert text(vancouver(reference)) == (
        "Beeckman D, Fourie A. Silicone adhesive dressings. British Journal of Dermatology. "
        "2021;185(1):52-61. doi: 10.1111/bjd.19689. PMID: 33216969."
    )


def test_after_six_authors_come_the_others():
    names = tuple(f"Name{i}, A" for i in range(8))
    assert text(vancouver(Reference(authors=names, title="T"))) == (
        "Name0 A, Name1 A, Name2 A, Name3 A, Name4 A, Name5 A, et al. T."
    )


def test_what_is_missing_leaves_no_trace():
    assert text(vancouver(Reference(title="Is it so?", pages="1-2"))) == "Is it so? 1-2."
    assert text(vancouver(Reference(year=2020))) == "2020."
    assert vancouver(Reference()) == ()


def test_each_piece_knows_its_field():
    pieces = vancouver(Reference(authors=("A, B",), title="T", year=2020, doi="10.1/x"))
    assert [p.field for p in pieces if p.field] == ["authors", "title", "year", "doi"]


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (("Beeckman, D", "Fourie, A", "Raepsaet, C"), "Beeckman et al. 2021"),
        (("Moore, Z", "Webster, J"), "Moore and Webster 2021"),
        (("NICE",), "NICE 2021"),
        ((), "On foams, 2021"),
    ],
)
def test_short_references(authors, expected):
    assert text(short(Reference(authors=authors, title="On foams", year=2021))) == expected
