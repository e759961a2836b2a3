from datetime import date

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import BadTemplateError
from cerwizard.report import chapters, markup
from cerwizard.report.blocks import Provenance, Span, Table, TableRow, text_of
from cerwizard.report.grid import Page, column, grid
from cerwizard.report.mention import HOMES
from cerwizard.report.tables import TABLES
from cerwizard.report.view import Sight
from cerwizard.report.widths import roomy
from tests.report.dossiers import Maker

DAY = date(2026, 11, 22)


def page(data, chapter="test") -> Page:
    return Page(Sight(Dossier.model_validate(data), DAY), chapter)


def cells(table: Table) -> list[list[str]]:
    return [[text_of(cell) for cell in row.cells] for row in table.rows]


def test_a_row_is_named_after_its_record():
    shelf = page({"versions": {"variants": [{"id": "v1", "name": "Small"}]}}, "device")
    (table,) = TABLES["variants"](shelf)
    assert table.id == "cer/device/variants"
    assert [row.id for row in table.rows] == ["cer/device/variants/v1"]


def test_a_record_with_a_strange_id_has_a_safe_name():
    shelf = page({"versions": {"variants": [{"id": "a b/c", "name": "Small"}]}}, "device")
    (table,) = TABLES["variants"](shelf)
    assert table.rows[0].id == "cer/device/variants/a%20b%2fc"


def test_columns_that_nobody_filled_in_are_dropped():
    shelf = page({"versions": {"variants": [{"id": "1", "name": "Small"}, {"id": "2"}]}})
    (table,) = TABLES["variants"](shelf)
    assert table.head == ("Variant",)
    assert len(table.widths) == len(table.align) == 1


def test_no_records_make_no_table():
    assert TABLES["variants"](page({})) == []


def test_a_field_with_a_colon_brings_its_label():
    shelf = page({"purpose": {"indications": [{"id": "1", "condition": "Ulcer", "icd": "L89"}]}})
    rows = shelf.sight.root.purpose.indications
    (table,) = grid(shelf, "x", "X", rows, [column("Condition", "condition", "icd:")])
    assert cells(table) == [["Ulcer\nICD code: L89"]]


def test_what_is_wanted_is_marked_in_its_cell():
    shelf = page({"benefits": {"items": [{"id": "b", "statement": "Less pain"}]}})
    (table,) = TABLES["benefits"](shelf)
    mark = table.rows[0].cells[table.head.index("Outcome parameter")][0]
    assert mark == Span("To be written", "benefits.items[b].outcome", Provenance.OPEN)


def test_a_reference_is_a_link_to_the_home_of_its_record():
    shelf = page(
        {
            "benefits": {"claims": [{"id": "c", "text": "Works", "benefit_ids": ["b"]}]}
            | {"items": [{"id": "b", "code": "B1"}]}
        }
    )
    (table,) = TABLES["claims"](shelf)
    (link,) = table.rows[0].cells[table.head.index("Benefits")]
    assert (link.text, link.link) == ("B1", "cer/device/benefits/b")
    assert link.source == "benefits.claims[c].benefit_ids"


def test_a_reference_that_leads_nowhere_is_marked():
    shelf = page({"benefits": {"claims": [{"id": "c", "benefit_ids": ["gone"]}]}})
    (table,) = TABLES["claims"](shelf)
    (mark,) = table.rows[0].cells[table.head.index("Benefits")]
    assert mark.provenance is Provenance.OPEN


MARKETED = {"device": {"market_status": "mdr"}}


def complaints(*rows):
    data = {"market": {"complaints": [{"id": str(i), **row} for i, row in enumerate(rows)]}}
    return TABLES["complaints"](page(data | MARKETED))[0]


def test_counts_by_period_become_columns_with_a_sum():
    table = complaints(
        {"category": "Leak", "counts": ["2024: 5", "2025: 7"], "number": 12},
        {"category": "Pain", "counts": ["2025: 1"], "number": 1},
    )
    assert table.head == ("Category", "2024", "2025", "Total")
    assert cells(table) == [
        ["Leak", "5", "7", "12"],
        ["Pain", "", "1", "1"],
        ["Sum", "", "8", "13"],
    ]


def test_counts_in_other_words_stay_as_they_are():
    table = complaints({"category": "Leak", "counts": ["about five a year"]})
    assert cells(table) == [["Leak", "about five a year"]]


def test_a_sum_needs_every_number():
    table = complaints({"category": "Leak", "number": 12}, {"category": "Pain"})
    assert "Sum" not in [row[0] for row in cells(table)]


def test_a_flow_that_balances_says_so():
    flow = {"database_results": 10, "records_screened": 8, "duplicates": 2}
    assessed = {"records_excluded": 6, "dbr_sought_reports": 2, "dbr_assessed": 2}
    search = {"id": "s", "code": "A", **flow, **assessed, "new_reports": 2}
    (table,) = TABLES["flow"](page({"literature": {"searches": [search]}}), "s")
    assert text_of(table.note) == "The counts agree with each other at every stage."
    for spoiled in ({"duplicates": 3}, {"dbr_assessed": None}):
        searches = [search | spoiled]
        (table,) = TABLES["flow"](page({"literature": {"searches": searches}}), "s")
        assert table.note == ()


def test_a_verdict_follows_from_the_figures_where_none_is_given():
    data = {
        "state_of_the_art": {
            "criteria": [
                {"id": "k", "direction": "lower", "statistic": "bound", "threshold": "1.00"}
            ]
        },
        "analysis": {
            "results": [{"id": "a", "criterion_id": "k", "estimate": "0.5", "ci_high": "0.9"}]
        },
    }
    (table,) = TABLES["benefit-results"](page(data))
    (verdict,) = table.rows[0].cells[-1]
    assert (verdict.text, verdict.provenance) == ("Met", Provenance.COMPUTED)


def test_a_claim_without_evidence_shows_in_the_trace():
    (table,) = TABLES["trace"](page({"benefits": {"claims": [{"id": "c", "text": "Works"}]}}))
    marks = [
        span.text for cell in table.rows[0].cells for span in cell if span.provenance == "open"
    ]
    assert marks == ["no criterion yet", "no data set yet"]


def test_all_competences_are_listed_and_the_missing_ones_marked():
    data = {"release": {"evaluators": [{"id": "e", "name": "A. Doe", "expertise": ["clinical"]}]}}
    (table,) = TABLES["competence"](page(data))
    covered = {row[0]: row[1] for row in cells(table)}
    assert covered["Diagnosis and management of the condition"] == "A. Doe"
    assert covered["Medical writing"] == "nobody named yet"


def test_room_to_sign_is_left_blank():
    data = {"release": {"signatures": [{"id": "s", "name": "A. Doe"}]}}
    (table,) = TABLES["signatures"](page(data))
    assert table.style == "signatures"
    assert table.head[-1] == "Signature"
    assert table.rows[0].cells[-1] == ()


@pytest.mark.parametrize("wide", [True, False])
def test_columns_fill_the_page_and_hold_their_longest_word(wide):
    body = [TableRow("r", ((Span("Contraindications"),), (Span("x " * 500),), (Span("1"),)))]
    widths = roomy((5, 90, 5), ("Indications", "Text", "Number"), body, wide=wide)
    assert sum(widths) == pytest.approx(2530 if wide else 1660, abs=2)
    assert widths[0] > 230
    assert widths[2] > 140


def test_every_home_of_a_link_exists_in_a_full_report():
    from cerwizard.report.blocks import ids
    from cerwizard.report.build import compose

    names = set(ids(compose(Maker().dossier(), as_of=DAY).blocks))
    assert [home for home in HOMES.values() if not any(f"cer/{home}/" in n for n in names)] == []


def test_a_reason_that_both_streams_have_is_one_row_of_the_flow():
    search = {
        "id": "s",
        "dbr_excluded": [{"id": "a", "reason": "Children", "number": 6}],
        "other_excluded": [
            {"id": "b", "reason": "children ", "number": 1},
            {"id": "c", "reason": "No data", "number": 5},
        ],
    }
    (table,) = TABLES["flow"](page({"literature": {"searches": [search]}}), "s")
    rows = [line for line in cells(table) if line[0].startswith("Excluded")]
    assert rows == [
        ["Excluded on full text: Children", "6", "1"],
        ["Excluded on full text: No data", "", "5"],
    ]
    sources = {span.source for row in table.rows for cell in row.cells for span in cell}
    assert "literature.searches[s].other_excluded[b].reason" in sources  # told, not forgotten


def test_an_indication_is_named_in_full_once_in_the_summary():
    weighings = [{"id": n, "indication_ids": ["i"], "verdict": "favourable"} for n in "xy"]
    data = {
        "purpose": {"indications": [{"id": "i", "code": "I1", "condition": "Ulcer"}]},
        "benefit_risk": {"items": weighings},
    }
    (table,) = TABLES["outcome"](page(data))
    assert [line[0] for line in cells(table)] == ["I1 Ulcer", "I1"]


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ("68/118, 57.6 % (48.2–66.7)", "68/118, 57.6\u00a0% (48.2–66.7)"),
        ("Most improved", "Most improved\n68/118, 57.6\u00a0% (48.2\u00a0to\u00a066.7)"),
    ],
)
def test_an_endpoint_does_not_say_its_figures_twice(result, said):
    endpoint = {"id": "e", "name": "Skin", "result": result, "events": 68, "number": 118}
    figures = {"estimate": "57.6", "ci_low": "48.2", "ci_high": "66.7"}
    study = {"id": "i", "endpoints": [endpoint | figures]}
    (table,) = TABLES["endpoints"](page({"investigations": {"items": [study]}}), "i")
    assert cells(table)[0][-1] == said


def test_a_lifetime_of_one_use_is_singular():
    device = {"lifetime": "1", "lifetime_unit": "uses"}
    (table,) = TABLES["properties"](page({"device": device}))
    assert ["Expected lifetime", "1 use"] in cells(table)


def test_two_articles_of_one_instrument_name_it_once():
    device = {"device_class": "IIb", "implantable": "no"}
    (table,) = TABLES["duties"](page({"device": device}))
    assert "MDR Article 86(1) and 86(3)" in [line[3] for line in cells(table)]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("38 % (31–45)", "38\u00a0% (31–45)"),
        ("38 %", "38\u00a0% (31\u00a0to\u00a045)"),
        ("Four in ten", "Four in ten\n38\u00a0% (31\u00a0to\u00a045)"),
    ],
)
def test_a_benchmark_does_not_say_its_figures_twice(value, said):
    figures = {"estimate": "38", "ci_low": "31", "ci_high": "45", "unit": "%"}
    rows = [{"id": "b", "outcome": "Healing", "value": value} | figures]
    (table,) = TABLES["benchmarks"](page({"state_of_the_art": {"benchmarks": rows}}))
    assert cells(table)[0][1] == said


def test_a_revision_of_the_plan_wants_its_date_even_if_no_revision_has_one():
    revisions = [{"id": "p", "number": "1", "changes": "First"}]
    (table,) = TABLES["plan-revisions"](page({"plan": {"revisions": revisions}}))
    assert cells(table) == [["1", "To be written", "First"]]


def test_a_template_that_asks_for_a_table_that_is_not_there_is_refused():
    placed = chapters._Tables(page({}))
    asking = str(chapters.table("nowhere"))
    with pytest.raises(BadTemplateError, match="asks for “nowhere”"):
        list(markup.read(asking, "cer/test", placed=placed, cited={}))


def test_references_that_lead_nowhere_are_counted_beside_those_that_lead_somewhere():
    benefits = {"items": [{"id": "b", "code": "B1"}]}
    claims = [{"id": "c", "benefit_ids": ["b", "gone"]}, {"id": "d", "benefit_ids": ["x", "y"]}]
    (table,) = TABLES["claims"](page({"benefits": benefits | {"claims": claims}}))
    column = table.head.index("Benefits")
    assert [line[column] for line in cells(table)] == [
        "B1, a record that is no longer there",
        "two records that are no longer there",
    ]


def test_codes_of_publications_are_explained_if_the_report_uses_them():
    screened = ("included", "background", "excluded")
    rows = [{"id": one, "code": f"L{n}", "screening": one} for n, one in enumerate(screened, 1)]
    _, table = TABLES["legend"](page({"literature": {"references": rows}}))
    assert cells(table) == [["Publications", "L1 and L2 – "]]


def test_a_warning_wants_its_origin():
    warnings = [{"id": "w", "code": "W1", "text": "Keep dry"}]
    (table,) = TABLES["warnings"](page({"purpose": {"warnings": warnings}}))
    assert cells(table) == [["W1", "Keep dry", "To be answered"]]
