import pytest

from cerwizard.literature import ris


@pytest.fixture
def read(tmp_path):
    def read(*lines):
        path = tmp_path / "r.ris"
        path.write_text("\n".join(("TY  - JOUR", *lines, "TI  - T", "ER  - ")), encoding="utf-8")
        (record,) = ris.read(path).records
        return record.reference

    return read


def test_a_whole_record_is_read(read):
    found = read(
        "ID  - F01",
        "AU  - Beeckman, D",
        "A1  - Fourie, A",
        "JO  - Br J Dermatol",
        "JF  - British Journal of Dermatology",
        "PY  - 2021",
        "VL  - 185",
        "IS  - 1",
        "SP  - 52",
        "EP  - 61",
        "DO  - https://doi.org/10.1111/BJD.19689",
        "AN  - 33216969",
        "UR  - https://example.org/a",
        "AB  - Background. NCT01234567.",
        "KW  - wound",
        "KW  - wound",
        "KW  - foam",
        "N1  - author list incomplete",
    )
    assert found.model_dump(exclude_defaults=True) == {
        "code": "F01",
        "kind": "JOUR",
        "title": "T",
        "authors": ("Beeckman, D", "Fourie, A"),
        "year": 2021,
        "journal": "British Journal of Dermatology",
        "volume": "185",
        "issue": "1",
        "pages": "52-61",
        "doi": "10.1111/BJD.19689",
        "pmid": "33216969",
        "registration": "NCT01234567",
        "url": "https://example.org/a",
        "abstract": "Background. NCT01234567.",
        "keywords": ("wound", "foam"),
        "notes": "author list incomplete",
    }


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["PY  - 2020/12/28"], 2020),
        (["PY  - 2015/04//"], 2015),
        (["Y1  - 1998///"], 1998),
        (["DA  - 12 May 2003"], 2003),
        (["PY  - c2008"], 2008),
        (["PY  - in press"], None),
        (["PY  - 20201"], None),
        (["PY  - ", "Y1  - 2001"], 2001),
        ([], None),
    ],
)
def test_the_year_is_found_in_every_form(read, lines, year):
    assert read(*lines).year == year


@pytest.mark.parametrize(
    ("lines", "pages"),
    [
        (["SP  - 52", "EP  - 61"], "52-61"),
        (["SP  - 52-61"], "52-61"),
        (["SP  - e61841", "EP  - e61841"], "e61841"),
        (["EP  - 9"], "9"),
        ([], ""),
    ],
)
def test_pages_are_joined(read, lines, pages):
    assert read(*lines).pages == pages


@pytest.mark.parametrize(
    ("lines", "pmid", "note"),
    [
        (["AN  - 33216969"], "33216969", ""),
        (["AN  - PMID: 18757387"], "18757387", ""),
        (["AN  - PMC4529288"], "", "Accession number: PMC4529288"),
        (["AN  - 12345678", "DB  - Embase"], "", "Embase: 12345678"),
        (["AN  - 12345678", "DB  - MEDLINE", "DP  - Ovid"], "12345678", ""),
        (["AN  - L2004567890", "DB  - Embase"], "", "Embase: L2004567890"),
    ],
)
def test_an_accession_number_is_a_pubmed_number_only_if_it_is_one(read, lines, pmid, note):
    found = read(*lines)
    assert (found.pmid, found.notes) == (pmid, note)


def test_and_others_is_no_author(read):
    found = read("AU  - Smart V", "AU  - et al.", "AU  - et al")
    assert found.authors == ("Smart V",)
    assert found.notes == "The list of authors is not complete."


def test_an_author_called_etal_is_one(read):
    assert read("AU  - Etal, A").authors == ("Etal, A",)


def test_a_doi_is_found_where_others_put_it(read):
    assert read("UR  - https://doi.org/10.1234/abc").doi == "10.1234/abc"
    assert read("M3  - doi: 10.1234/abc").doi == "10.1234/abc"
    assert read("UR  - https://example.org").doi == ""


def test_the_publisher_stands_in_for_a_journal(read):
    assert read("PB  - EPUAP").journal == "EPUAP"


def test_two_trial_numbers_are_nobody_s(read):
    assert read("AB  - NCT01234567 and NCT07654321").registration == ""


def test_a_long_id_of_a_database_is_no_code(read):
    assert read("ID  - 0123456789012").code == ""
