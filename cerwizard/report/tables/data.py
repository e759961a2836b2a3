"""Tables of the clinical data: investigations, data sets with their appraisal, bridges."""

from collections.abc import Sequence

from cerwizard.dossier import numerals
from cerwizard.report import answers, figures, wording
from cerwizard.report.blocks import Block, Heading, Para, Provenance, Span, Spans, text_of
from cerwizard.report.facts import card
from cerwizard.report.grid import Column, Page, coded, column, grid, standard
from cerwizard.report.mention import calling, safe
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part

shelf = Shelf()
_LIST = "investigations.items"


@shelf
def investigations(page: Page) -> Sequence[Block]:
    """All investigations at a glance."""
    columns = (
        column("Code", "code", width=14),
        column("Investigation", "title", width=34, must=True),
        column("Kind", "purpose", width=14),
        column("State", "state", width=14),
        column("Enrolled", "enrolled", width=9, align="r"),
        column("Analysed", "analysed", width=9, align="r"),
        column("Publications", "reference_ids", width=12),
    )
    rows = page.sight.root.investigations.items
    return grid(page, "investigations", "Clinical investigations of the device", rows, columns)


_CARD = (
    "basis",
    "plan_reference",
    "report_reference",
    "report_date",
    "report_signed",
    "registrations",
    "registration_rationale",
    "good_practice",
    "ethics",
    "countries",
    "transferability",
    "generation_ids",
    "device_differences",
    "design",
    "comparator",
    "hypothesis",
    "sample_planned",
    "sample_rationale",
    "treated",
    "lost",
    "follow_up",
    "population",
    "adverse_events",
    "plan_deviations",
    "limitations",
    "publication_differences",
)


@shelf
def investigation(page: Page, row: str) -> Sequence[Block]:
    """One investigation in full."""
    part = page.sight.row(_LIST, row)
    if part is None:
        return []
    return card(page, page.named("investigation", row), part, _CARD, f"{calling(part)}: conduct")


@shelf
def endpoints(page: Page, row: str) -> Sequence[Block]:
    """The endpoints of one investigation with their results."""
    part = page.sight.row(_LIST, row)
    if part is None:
        return []
    columns = (
        column("Endpoint", "name", "kind", "benefit_ids", "risk_ids", width=24, must=True),
        column("Criterion in the plan", "criterion", width=20),
        Column("Result (95\u00a0%\u00a0CI)", _endpoint, 38),
        column("Verdict", "verdict", width=10),
    )
    name = f"endpoints/{safe(row)}"
    return grid(page, name, f"{calling(part)}: endpoints", part.endpoints, columns)


def _endpoint(part: Part) -> Spans:
    """The result in words; figures of its own only where the words do not hold them."""
    told, p_value = str(part.result), answers.answer(part, "p_value")
    counts, estimate = figures.proportion(part), figures.estimate(part)
    shown = [] if part.estimate and numerals.named(part.estimate, told) else [estimate]
    if counts and text_of(counts) not in told:
        shown.insert(0, counts)
    again = wording.joined(shown, wording.COMMA)
    p_said = (Span("p = "), *p_value) if p_value and not numerals.named(part.p_value, told) else ()
    return answers.lines((answers.answer(part, "result"), again, p_said))


_ON_THE_DEVICE = ("due", "previous", "equivalent")


def _ordered(page: Page) -> list[Part]:
    """The data sets on the device first, those on other devices and on the disease after them."""
    rows = page.sight.root.evidence.items
    return sorted(rows, key=lambda part: part.relation.code not in _ON_THE_DEVICE)


@shelf
def data_sets(page: Page) -> Sequence[Block]:
    """The data sets: what they are and how they are used."""
    columns = (
        column("Code", "code", width=8),
        column("Data set", "title", width=30, must=True),
        column("Kind", "kind", width=14, must=True),
        column("Data on", "relation", "equivalent_ids", "generation_ids", width=15, must=True),
        Column("Patients", _size, 10),
        column("Follow-up", "follow_up", width=10),
        column("Favourable", "favourable", width=10, must=True),
        column("Used as", "role", width=10, must=True),
        Column("Rank", coded("level"), 6, asks="level"),
        column("Sources", "reference_ids", "investigation_ids", width=9),
    )
    rows = _ordered(page)
    note = (
        "Patients: number analysed of those in the data set, where both are known. Rank: the "
        "ranking of clinical evidence in MDCG 2020-6, Appendix III, 1 being the strongest."
    )
    return grid(page, "data-sets", "Data sets", rows, columns, note=note, wide=True)


def _size(part: Part) -> Spans:
    whole, analysed = part.sample, part.analysed
    if whole and analysed and str(whole) != str(analysed):
        return (analysed.span, Span(" of "), whole.span)
    both = [value.span for value in (whole, analysed) if value]
    return tuple(both[:1])


@shelf
def appraisal(page: Page) -> Sequence[Block]:
    """The appraisal of each data set."""
    columns = (
        column("Code", "code", width=8),
        Column("D", coded("suitability_device"), 5, "c"),
        Column("A", coded("suitability_application"), 5, "c"),
        Column("P", coded("suitability_patients"), 5, "c"),
        Column("R", coded("suitability_report"), 5, "c"),
        column("Design", "contributes_design", width=7, align="c"),
        column("Outcomes", "contributes_outcome", width=8, align="c"),
        column("Follow-up", "contributes_follow_up", width=8, align="c"),
        column("Statistics", "contributes_statistics", width=8, align="c"),
        column("Effect", "contributes_magnitude", width=7, align="c"),
        Column("Tool and result", _tool, 17),
        column("Quality", "quality", width=10, must=True),
        column("Weight", "weight", width=8, must=True),
        column("Appraised by", "appraised_by", width=13),
    )
    rows = _ordered(page)
    note = (
        "Suitability after IMDRF MDCE WG/N56, Appendix F, 1 being the best: D device, A "
        "application, P patient group, R report. Contribution: appropriate design, outcomes that "
        "reflect the intended performance, sufficient follow-up, appropriate statistics, "
        "clinically significant effect."
    )
    return grid(
        page, "appraisal", "Appraisal of the data sets", rows, columns, note=note, wide=True
    )


def _tool(part: Part) -> Spans:
    names = ("tool", "tool_result")
    found = [answers.answer(part, name) for name in names]
    return wording.joined(found, Span(": "))


@shelf
def scope(page: Page) -> Sequence[Block]:
    """What each data set speaks to."""
    columns = (
        column("Code", "code", width=10),
        column("Indications", "indication_ids", width=13),
        column("Populations", "population_ids", width=13),
        column("Variants", "variant_ids", width=20),
        column("Benefits", "benefit_ids", width=13),
        column("Claims", "claim_ids", width=15),
        column("Risks", "risk_ids", width=16),
    )
    rows = [part for part in _ordered(page) if _speaks(part)]
    caption = "What the data sets speak to"
    return grid(page, "scope", caption, rows, columns, wide=True)  # as the two tables before it


def _speaks(part: Part) -> bool:
    names = ("indication_ids", "population_ids", "variant_ids", "benefit_ids", "claim_ids")
    return any(getattr(part, name) for name in (*names, "risk_ids"))


_SUMMARY = (
    ("design", "population_studied", "ages", "sex", "follow_up_days", "sample_rationale"),
    ("outcomes", "adverse_events"),
    ("strengths", "limitations", "contribution", "same_cohort_ids"),
)


@shelf
def summaries(page: Page) -> Sequence[Block]:
    """Each data set in a few paragraphs, the unfavourable ones too; other devices apart."""
    on_it: list[Block] = []
    beside: list[Block] = []
    for part in page.sight.root.evidence.items:
        text = answers.run_in(part, _SUMMARY)
        if text:
            told = on_it if part.relation.code in _ON_THE_DEVICE else beside
            told.append(Para(page.named("summary-title", part.id), _title(part), "label"))
            told.append(Para(page.named("summary", part.id), text))
    if not (on_it and beside):
        return [*on_it, *beside]
    return [
        Heading(page.id("summaries-device"), 3, standard("Data on the device")),
        *on_it,
        Heading(page.id("summaries-beside"), 3, standard(_other(page))),
        *beside,
    ]


def _other(page: Page) -> str:
    """What the data not on the device are called, as long as it is known where all come from."""
    known = all(part.relation for part in page.sight.root.evidence.items)
    return "Other data, for context only" if known else "Other data"


def _title(part: Part) -> Spans:
    title = answers.answer(part, "title")
    sources = answers.answer(part, "reference_ids")
    named = answers.answer(part, "code") or (
        () if title else (Span(calling(part), provenance=Provenance.COMPUTED),)
    )
    return wording.joined((wording.joined((named, title), Span(" – ")), sources), Span(" "))


@shelf
def bridges(page: Page) -> Sequence[Block]:
    """Why data on earlier generations still count."""
    columns = (
        column("Earlier generation", "generation_ids", width=14),
        column("Data sets", "evidence_ids", width=14),
        column("Aspects covered", "what", width=22),
        column("Why the differences do not matter", "why", width=30, must=True),
        column("Not used for", "limits", width=20),
    )
    rows = page.sight.root.evidence.bridges
    return grid(page, "bridges", "Bridges from earlier generations", rows, columns)
