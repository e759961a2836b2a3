"""What the summary and the conclusions say of results, exposure and unfavourable data."""

from datetime import date

from cerwizard.dossier.dossier import Dossier
from cerwizard.report.blocks import text_of
from cerwizard.report.build import compose

DAY = date(2026, 1, 1)
RESULT = {"id": "x", "criterion_id": "k", "indication_ids": ["i"], "summary": "9 of 10"}
CRITERION = {
    "id": "k",
    "code": "K1",
    "parameter": "Acuity",
    "benefit_ids": ["b"],
    "plan_revision_id": "p",
}
JUDGED = {
    "purpose": {"indications": [{"id": "i", "code": "I1"}]},
    "benefits": {"items": [{"id": "b", "code": "B1", "statement": "Sees."}]},
    "state_of_the_art": {"criteria": [CRITERION]},
    "plan": {"revisions": [{"id": "p", "number": "01"}]},
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
    assert "Unfavourable or mixed results (E1) are kept" in said["cer/summary/evidence"]
    assert said["cer/data/unfavourable"].startswith("One clinical data set has")
    assert said["cer/data/unfavourable"].endswith("clinical data on the device: S1.")


def risk(**values: str) -> dict[str, str]:
    return {"id": "r", "code": "R1", "harm": "Rash"} | values


def test_a_risk_without_criterion_is_told_by_the_argument_for_it():
    argued = texts(risks={"items": [risk(acceptability="It heals.")]})
    assert argued["cer/conclusions/argued"].startswith(
        "R1 has no criterion of its own; its acceptability is argued in"
    )
    assert "cer/conclusions/unjudged" not in argued
    bare = texts(risks={"items": [risk()]})
    assert bare["cer/conclusions/unjudged"] == "No verdict is given on R1."


def test_a_risk_with_a_criterion_is_not_told_by_argument_alone():
    criterion = {"id": "k", "code": "K1", "risk_ids": ["r"]}
    said = texts(
        risks={"items": [risk(acceptability="It heals.")]},
        state_of_the_art={"criteria": [criterion]},
    )
    assert said["cer/conclusions/unjudged"] == "No verdict is given on R1."


def test_the_summary_tells_what_became_of_the_risks():
    rows = [risk(verdict="met"), risk(verdict="uncertain") | {"id": "q", "code": "R2"}]
    said = texts(release={}, risks={"items": rows})["cer/summary/risks"]
    assert said.startswith(
        "Two residual risks and side-effects were evaluated; R1 meets its criterion or benchmark;"
        " R2 is uncertain"
    )


def data_set(name: str, **values: str) -> dict[str, object]:
    row = {"id": name, "code": name.upper(), "kind": "rct", "relation": "due", "role": "pivotal"}
    return row | {"benefit_ids": ["b"]} | values


def test_a_benefit_names_the_data_that_speak_to_it_with_their_weight():
    rows = [data_set("e", level="2", weight="high"), data_set("f", favourable="no")]
    said = texts(**JUDGED, evidence={"items": rows})["cer/analysis/benefit-data/b"]
    assert said == (
        "Two data sets speak to this benefit: E (rank 2, weight high) and F (unfavourable)."
    )


def test_what_is_no_clinical_data_on_the_device_is_not_counted_as_pivotal_evidence():
    rows = [data_set("e"), data_set("s", relation="similar")]
    said = texts(evidence={"items": rows})["cer/summary/evidence"]
    assert "One of them is pivotal (E)." in said
    assert "S, though no clinical data on the device, is used as pivotal too." in said


def test_the_age_of_the_last_search_is_told():
    search = {"id": "s", "queries": [{"id": "q", "run_on": "2026-10-01"}]}
    said = texts(document={"date": "2026-10-31"}, literature={"searches": [search]})
    assert said["cer/data/currency"] == (
        "The last query was run on 1 October 2026, 30 days before the date of this report."
    )
    search["queries"] = [{"id": "q", "run_on": "2026-10"}]
    later = texts(document={"date": "2026-10-31"}, literature={"searches": [search]})
    assert "cer/data/currency" not in later


def test_a_benefit_without_a_verdict_is_not_left_bare():
    said = texts(benefits={"items": [{"id": "b", "code": "B1", "statement": "Sees."}]})
    assert "the verdict on this benefit" in said["cer/conclusions/no-benefit-result/b"]
    assert "cer/conclusions/no-benefit-result/b" not in judged("met")


def test_results_without_any_verdict_are_not_counted_as_met():
    said = texts(analysis={"results": [{"id": "x", "summary": "9 of 10"}]})["cer/summary/results"]
    assert said == "One result was held against the acceptance criteria: it is not judged yet."


def test_the_summary_says_what_comes_from_an_earlier_generation():
    row = {"id": "e", "code": "E1", "kind": "rct", "relation": "previous", "favourable": "yes"}
    bridge = {"id": "g", "evidence_ids": ["e"], "why": "The same layers."}
    said = texts(evidence={"items": [row]})["cer/summary/evidence"]
    assert "One of them comes from an earlier generation of the device." in said
    said = texts(evidence={"items": [row], "bridges": [bridge]})["cer/summary/evidence"]
    assert "why they count is shown in section" in said


def test_the_summary_gives_the_verdicts_on_requirements_1_and_8():
    rows = [
        {"id": "a", "number": "1", "conformity": "conform"},
        {"id": "b", "number": "8", "conformity": "gap"},
        {"id": "c", "number": "5", "conformity": "conform"},
    ]
    said = texts(gspr={"items": rows})["cer/summary/conformity"]
    assert "GSPR 1: conform; GSPR 8" in said
    assert "GSPR 5" not in said


def safety(*results: dict[str, object]) -> dict[str, str]:
    criterion = CRITERION | {"benefit_ids": [], "risk_ids": ["r"]}
    risk = {"id": "r", "code": "R1", "harm": "Oedema", "verdict": "met"}
    groups = [{"id": "p1", "code": "P1"}, {"id": "p2", "code": "P2"}]
    return texts(
        populations={"groups": groups},
        state_of_the_art={"criteria": [criterion]},
        risks={"items": [risk]},
        analysis={"results": [{"criterion_id": "k"} | row for row in results]},
    )


def test_a_risk_that_is_met_says_in_which_group_of_patients_the_result_falls_short():
    good = {"id": "x", "population_ids": ["p1"], "verdict": "met"}
    bad = {"id": "y", "population_ids": ["p2"], "verdict": "uncertain"}
    said = safety(good, bad)
    assert "the result falls short: R1 (K1 uncertain in P2)." in said["cer/conclusions/risks"]
    assert "though not in every group of patients" in said["cer/summary/risks"]
    assert said["cer/conclusions/not-met"] == "One result for claims or risks is uncertain:"


def test_a_risk_that_is_met_throughout_says_no_more():
    said = safety({"id": "x", "population_ids": ["p1"], "verdict": "met"})
    assert "falls short" not in said["cer/conclusions/risks"]
    assert "though" not in said["cer/summary/risks"]


def special(**changes: str) -> dict[str, str]:
    device = {"device_class": "IIb", "implantable": "no"} | changes
    route = "combined"
    return texts(device=device, plan={"route": route, "expert_panel": "no", "consultation": "done"})


def test_special_considerations_say_what_does_not_apply_and_why():
    said = special()
    assert said["cer/plan/consultation"].startswith("No consultation is needed: the device is")
    assert said["cer/plan/non-clinical"].startswith("Article 61(10) MDR is not relied on")
    assert said["cer/plan/panel"].endswith("and so not to this device.")


def test_special_considerations_of_a_class_iii_implant_name_its_class():
    said = special(device_class="III", implantable="yes")
    assert said["cer/plan/consultation-lead"].endswith(
        "the device is a class III implantable device."
    )
    assert "which is of class III and implantable." in said["cer/plan/non-clinical"]
    assert said["cer/plan/panel"].startswith("No expert panel was consulted")


def test_special_considerations_wait_for_class_and_implantability():
    assert "cer/plan/consultation" not in special(implantable="")
