"""What the summary and the conclusions say of results, exposure and unfavourable data."""

from datetime import date

from cerwizard.dossier.dossier import Dossier
from cerwizard.report.blocks import text_of
from cerwizard.report.build import compose

DAY = date(2026, 1, 1)
RESULT = {"id": "x", "criterion_id": "k", "indication_ids": ["i"], "summary": "9 of 10"}
CRITERION = {"id": "k", "code": "K1", "parameter": "Acuity", "benefit_ids": ["b"]}
JUDGED = {
    "purpose": {"indications": [{"id": "i", "code": "I1"}]},
    "benefits": {"items": [{"id": "b", "code": "B1", "statement": "Sees."}]},
    "state_of_the_art": {"criteria": [CRITERION]},
}


def judged(verdict: str) -> dict[str, str]:
    rows = {"results": [RESULT | {"verdict": verdict}], "benefit_conclusion": "B1 is shown."}
    return texts(**JUDGED, analysis=rows)


def texts(**sections) -> dict[str, str]:
    blocks = compose(Dossier.model_validate(sections), as_of=DAY).blocks
    return {block.id: text_of(block.spans) for block in blocks if hasattr(block, "spans")}


def test_a_conclusion_on_a_benefit_has_its_results_and_the_writers_words():
    said = judged("met")
    assert said["cer/conclusions/benefit/b"] == "B1 – Sees."
    assert said["cer/conclusions/benefit-result/b/x"] == "K1 met for I1. 9 of 10."
    assert said["cer/conclusions/benefit-conclusion"] == "B1 is shown."


def test_the_summary_names_what_an_unmet_criterion_is_about():
    assert judged("not_met")["cer/summary/not-met/x"] == "K1 (Acuity) – not met. 9 of 10."


def test_a_single_result_that_is_met_is_one_sentence():
    said = judged("met")["cer/summary/results"]
    assert said.endswith("fixed in the plan: it meets its criterion.")


def test_all_results_that_are_met_are_one_sentence():
    rows = [RESULT | {"id": name, "verdict": "met"} for name in "xy"]
    said = texts(**JUDGED, analysis={"results": rows})["cer/summary/results"]
    assert said.endswith("fixed in the plan: all of them meet their criterion.")


def exposure(*nouns: str) -> str:
    sales = [{"id": f"s{n}", "units": 21_500, "criterion": noun} for n, noun in enumerate(nouns)]
    market = {"sales": sales, "complaints": [{"id": "c", "number": 3}]}
    return texts(market=market, device={"market_status": "mdr"})["cer/summary/market"]


def test_exposure_is_told_in_what_was_counted():
    said = exposure("user-years", "user-years")
    assert said == "Post-market data: 43,000 user-years, three complaints."
    assert "21,500 lenses sold, three" in exposure("lenses sold")


def test_exposure_without_a_short_noun_is_told_in_units():
    for noun in ("", "a long description of all that is counted"):
        assert "21,500 units sold or placed on the market, three" in exposure(noun)


def test_exposure_of_unlike_kinds_is_not_added_up():
    assert exposure("lenses sold", "user-years") == "Post-market data: three complaints."


def test_the_summary_counts_clinical_data_only_among_the_unfavourable():
    rows = [
        {"id": "e", "code": "E1", "kind": "rct", "relation": "due", "favourable": "mixed"},
        {"id": "s", "code": "S1", "kind": "rct", "relation": "similar", "favourable": "no"},
    ]
    said = texts(evidence={"items": rows})
    assert "unfavourable or mixed (E1) were kept" in said["cer/summary/evidence"]
    assert said["cer/data/unfavourable"].startswith("One clinical data set has")
    assert said["cer/data/unfavourable"].endswith("on the device, so has S1.")
