import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.dossier import check_characters as checks
from cerwizard.dossier import countries, identifiers
from cerwizard.dossier.identifiers import Verdict

YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("check", "body", "due"),
    [
        (checks.pair_1021_32, "1987654Ad4X4bL5ttr2310c", "2K"),
        (checks.pair_1021_32, "12345A", "NJ"),
        (checks.pair_1021_32, "00000!", "HV"),
        (checks.pair_1021_32, "++A999MODELIDENTIFIER11", "S8"),
        (checks.pair_37_2, "A9990ABC123T0480", "08"),
        (checks.mod_43, "+A123BJC5D6E71", "G"),
        (checks.mod_10, "0401234567890", "1"),
        (checks.mod_10, "9638507", "4"),
        (checks.mod_11_2, "000000021825009", "7"),
        (checks.mod_11_2, "000000021694233", "X"),
        (checks.mod_11, "0378595", "5"),
        (checks.mod_11, "2434561", "X"),
    ],
)
def test_check_characters_come_out_as_published(check, body, due):
    assert check(body) == due


def test_a_body_too_long_for_the_weights_is_refused():
    with pytest.raises(ValueError, match="23"):
        checks.pair_1021_32("1" * 24)


@pytest.mark.parametrize(
    ("judge", "text", "kind", "valid"),
    [
        (identifiers.basic_udi_di, "1987654Ad4X4bL5ttr2310c2K", "GS1 GMN", YES),
        (identifiers.basic_udi_di, " 12345ANJ ", "GS1 GMN", YES),
        (identifiers.basic_udi_di, "1987654Ad4X4bL5ttr2310cXK", "GS1 GMN", NO),
        (identifiers.basic_udi_di, "12345NJ", "GS1 GMN", NO),
        (identifiers.basic_udi_di, "12345aAnj", "GS1 GMN", NO),
        (identifiers.basic_udi_di, "12345€ANJ", "GS1 GMN", NO),
        (identifiers.basic_udi_di, "++A999MODELIDENTIFIER11S8", "HIBCC", YES),
        (identifiers.basic_udi_di, "++A999MODELIDENTIFIER12S8", "HIBCC", NO),
        (identifiers.basic_udi_di, "++a999", "HIBCC", NO),
        (identifiers.basic_udi_di, "A9990ABC123T048008", "ICCBBA", YES),
        (identifiers.basic_udi_di, "A9990ABC123T048009", "ICCBBA", NO),
        (identifiers.basic_udi_di, "PP12345", "IFA", UNKNOWN),
        (identifiers.basic_udi_di, "RH12345", "HIBCC", UNKNOWN),
        (identifiers.basic_udi_di, "B-1234", "EUDAMED DI", UNKNOWN),
        (identifiers.basic_udi_di, "hello", "Basic UDI-DI", UNKNOWN),
        (identifiers.basic_udi_di, "", "Basic UDI-DI", UNKNOWN),
        (identifiers.basic_udi_di, "1" * 26, "Basic UDI-DI", NO),
        (identifiers.basic_udi_di, "１２３４５ANJ", "Basic UDI-DI", UNKNOWN),
        (identifiers.udi_di, "04012345678901", "GTIN-14", YES),
        (identifiers.udi_di, "04012345678902", "GTIN-14", NO),
        (identifiers.udi_di, "96385074", "GTIN-8", YES),
        (identifiers.udi_di, "123456789", "GTIN", NO),
        (identifiers.udi_di, "111234567842", "IFA PPN", UNKNOWN),
        (identifiers.udi_di, "+A123BJC5D6E71G", "HIBC", YES),
        (identifiers.udi_di, "+A123BJC5D6E71H", "HIBC", NO),
        (identifiers.udi_di, "+nonsense", "HIBC", NO),
        (identifiers.udi_di, "=/A9999XYZ100T0944", "ICCBBA", UNKNOWN),
        (identifiers.udi_di, "٠٤٠١٢٣٤٥٦٧٨٩٠١", "UDI-DI", UNKNOWN),
        (identifiers.srn, "DE-MF-000012345", "SRN", YES),
        (identifiers.srn, "XI-AR-000012345", "SRN", YES),
        (identifiers.srn, "DE-PR-000012345", "SRN", YES),
        (identifiers.srn, "ZZ-MF-000012345", "SRN", NO),
        (identifiers.srn, "DE-MF-00012345", "SRN", NO),
        (identifiers.srn, "de-mf-000012345", "SRN", NO),
        (identifiers.nb_number, "0123", "notified body number", YES),
        (identifiers.nb_number, "123", "notified body number", NO),
        (identifiers.nb_number, "٠١٢٣", "notified body number", NO),
        (identifiers.gmdn, "47488", "GMDN", YES),
        (identifiers.gmdn, "4748", "GMDN", NO),
        (identifiers.emdn, "M0404", "EMDN", YES),
        (identifiers.emdn, "P0704010102", "EMDN", YES),
        (identifiers.emdn, "M040499", "EMDN", YES),
        (identifiers.emdn, "E01", "EMDN", UNKNOWN),
        (identifiers.emdn, "M040", "EMDN", NO),
        (identifiers.emdn, "M04040404040404", "EMDN", NO),
        (identifiers.nct, "NCT01234567", "NCT number", YES),
        (identifiers.nct, "NCT0123456", "NCT number", NO),
        (identifiers.civ_id, "CIV-21-05-012345", "CIV-ID", YES),
        (identifiers.civ_id, "CIV-2021-05-1", "CIV-ID", NO),
        (identifiers.registration, "NCT01234567", "ClinicalTrials.gov", YES),
        (identifiers.registration, "nct0123456", "ClinicalTrials.gov", NO),
        (identifiers.registration, "ISRCTN12345678", "ISRCTN", YES),
        (identifiers.registration, "DRKS00012345", "DRKS", YES),
        (identifiers.registration, "ACTRN12612000123456", "ANZCTR", YES),
        (identifiers.registration, "ChiCTR2000012345", "ChiCTR", YES),
        (identifiers.registration, "jRCTs031180001", "jRCT", YES),
        (identifiers.registration, "CIV-21-05-012345", "CIV-ID", YES),
        (identifiers.registration, "U1111-1234-5678", "WHO UTN", YES),
        (identifiers.registration, "CRD42020123456", "PROSPERO", YES),
        (identifiers.registration, "2015-001234-12", "EudraCT", YES),
        (identifiers.registration, "2022-501234-12-00", "EU CT number", YES),
        (identifiers.registration, "X-17", "registration", UNKNOWN),
        (identifiers.doi, "https://doi.org/10.1111/BJD.19689", "DOI", YES),
        (identifiers.doi, "11.1111/x", "DOI", NO),
        (identifiers.pmid, "33216969", "PMID", YES),
        (identifiers.pmid, "0123", "PMID", NO),
        (identifiers.pmcid, "PMC4529288", "PMCID", YES),
        (identifiers.pmcid, "4529288", "PMCID", NO),
        (identifiers.orcid, "0000-0002-1825-0097", "ORCID iD", YES),
        (identifiers.orcid, "https://orcid.org/0000-0002-1694-233X", "ORCID iD", YES),
        (identifiers.orcid, "0000-0002-1825-0098", "ORCID iD", NO),
        (identifiers.orcid, "0000-0002", "ORCID iD", NO),
        (identifiers.issn, "0378-5955", "ISSN", YES),
        (identifiers.issn, "0378-5956", "ISSN", NO),
        (identifiers.issn, "03785955", "ISSN", NO),
        (identifiers.country, "DE", "country", YES),
        (identifiers.country, "XI", "country", YES),
        (identifiers.country, "EL", "country", YES),
        (identifiers.country, "ZZ", "country", NO),
    ],
)
def test_an_identifier_is_judged(judge, text, kind, valid):
    found = judge(text)
    assert (found.kind, found.valid) == (kind, valid)


EVERY = [
    identifiers.basic_udi_di,
    identifiers.udi_di,
    identifiers.srn,
    identifiers.nb_number,
    identifiers.gmdn,
    identifiers.emdn,
    identifiers.registration,
    identifiers.nct,
    identifiers.civ_id,
    identifiers.doi,
    identifiers.pmid,
    identifiers.pmcid,
    identifiers.orcid,
    identifiers.issn,
    identifiers.country,
]


@pytest.mark.parametrize("judge", EVERY)
@given(text=st.text(max_size=30) | st.text("+-/=0123456789ABCPRHX", max_size=26))
def test_any_text_gets_a_verdict_and_all_but_yes_a_sentence(judge, text):
    found = judge(text)
    assert found.valid is YES or found.sentence.endswith(".")


@given(st.text(string.digits, min_size=5, max_size=5), st.text("ABC-/.:xyz012", min_size=1))
def test_one_wrong_character_in_a_gmn_is_always_noticed(prefix, model):
    body = (prefix + model)[:23]
    code = body + checks.pair_1021_32(body)
    assert identifiers.basic_udi_di(code).valid is YES
    swapped = ("1" if code[0] != "1" else "2") + code[1:]
    assert identifiers.basic_udi_di(swapped).valid is NO


def test_a_typing_error_is_named_with_what_is_due():
    said = identifiers.basic_udi_di("12345ANK").sentence
    assert "“NK”" in said
    assert "“NJ” is due" in said


@pytest.mark.parametrize(
    "dressed",
    [
        "10.1111/bjd.19689",
        "https://doi.org/10.1111/BJD.19689",
        "http://dx.doi.org/10.1111/bjd.19689",
        "doi:10.1111/bjd.19689.",
        "DOI: 10.1111/bjd.19689",
        " doi.org/10.1111/bjd.19689 ",
    ],
)
def test_a_doi_is_the_same_however_it_is_dressed(dressed):
    assert identifiers.doi_of(dressed) == "10.1111/bjd.19689"


def test_a_lancet_doi_keeps_its_brackets():
    assert identifiers.doi_of("10.1016/S0140-6736(05)67704-5") == "10.1016/s0140-6736(05)67704-5"


@pytest.mark.parametrize("text", ["PMID: 18757387", "PMID 18757387", "18757387"])
def test_a_pubmed_number_is_found(text):
    assert identifiers.pmid_of(text) == "18757387"


def test_a_pmc_number_is_no_pubmed_number():
    assert identifiers.pmid_of("PMC4529288") == ""
    assert identifiers.pmcid_of("pmc4529288") == "PMC4529288"


def test_the_countries_are_those_of_the_standard():
    assert len(countries.ISO_3166_1) == 249
    assert {"CH", "GB", "TR"} < countries.ISO_3166_1
