from datetime import date

from cerwizard.dossier.dossier import Dossier
from cerwizard.report.abbreviations import abbreviations
from cerwizard.report.blocks import Para, Span, text_of
from cerwizard.report.survey import Survey
from cerwizard.report.view import Sight


def made(given=(), text="", source="") -> dict[str, str]:
    dossier = Dossier.model_validate({"release": {"abbreviations": list(given)}})
    sight = Sight(dossier, date(2026, 1, 1))
    used = Survey([Para("a", (Span(text, source),))]).words
    found = abbreviations(sight, "cer/contents/x", used)
    return {
        text_of(row.cells[0]): text_of(row.cells[1]) for table in found[1:] for row in table.rows
    }


def test_only_usual_abbreviations_that_the_text_uses_are_listed():
    assert made(text="The PMCF plan (MDR).") == {
        "MDR": "Medical Device Regulation (EU) 2017/745",
        "PMCF": "post-market clinical follow-up",
    }


def test_the_writers_words_come_before_ours():
    assert made(["PI = pressure injury", "PMCF: our own"], "PMCF") == {
        "PI": "pressure injury",
        "PMCF": "our own",
    }


def test_a_line_without_a_long_form_is_kept():
    assert made(["PI"]) == {"PI": ""}


def test_a_word_of_a_query_is_no_abbreviation():
    assert made(text="foam OR dressing", source="literature.searches[a].queries[b].string") == {}


def test_without_abbreviations_there_is_no_list():
    assert made() == {}
