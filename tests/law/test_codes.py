from cerwizard.dossier import countries as known_countries
from cerwizard.law import codes
from cerwizard.law.codes import SourceKind


def test_the_countries_are_those_that_the_dossier_knows():
    countries = codes.countries()
    assert set(countries) == known_countries.KNOWN | set(known_countries.SPOKEN_AS)


def test_another_code_leads_to_the_same_country():
    countries = codes.countries()
    assert countries["EL"] == countries["GR"] == "Greece"
    assert countries["UK"] == "United Kingdom"


def test_there_are_sources_of_each_kind():
    kinds = [source.kind for source in codes.sources()]
    assert set(kinds) == set(SourceKind)
    assert kinds.count(SourceKind.BIBLIOGRAPHIC) >= 8
    assert kinds.count(SourceKind.VIGILANCE) >= 10


def test_a_source_in_a_country_names_one_that_exists():
    given = {source.country for source in codes.sources()} - {""}
    assert given <= set(codes.countries())


def test_a_source_answers_to_all_its_names_and_to_no_other():
    names = [n for s in codes.sources() for n in {s.code.casefold(), s.name.casefold()}]
    assert len(set(names)) == len(names)
    pubmed = codes.sources()[0]
    assert pubmed.is_called(" medline ")
    assert not pubmed.is_called("PubMed Central")


def test_abbreviations_have_one_long_form_each():
    long_forms = codes.acronyms()
    assert long_forms["GSPR"] == "general safety and performance requirement"
    assert not [short for short, long in long_forms.items() if not long or short == long]
    assert list(long_forms) == sorted(long_forms, key=str.casefold)
