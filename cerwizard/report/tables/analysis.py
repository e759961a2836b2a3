"""Tables of the analysis: supporting material, results, risks, coverage, gaps."""

from collections.abc import Sequence

from cerwizard.dossier.choices import Verdict
from cerwizard.reckon import coverage as reckoned
from cerwizard.reckon.criteria import judged
from cerwizard.report import answers, figures, wanting, wording
from cerwizard.report.blocks import Block, Provenance, Span, Spans
from cerwizard.report.grid import Column, Page, column, grid
from cerwizard.report.mention import mention
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part, Sight, record_of, sight_of

shelf = Shelf()
_CRITERIA = "state_of_the_art.criteria"


@shelf
def supporting(page: Page) -> Sequence[Block]:
    """Non-clinical and quality-system material."""
    columns = (
        column("Code", "code", width=7),
        column("Material", "title", "kind", width=22, must=True),
        column("Report and method", "reference", "date", "standard", width=18),
        column("Result", "result", width=21),
        column("Relevance and limits", "relevance", width=22, must=True),
        column("GSPRs, risks", "gspr_ids", "risk_ids", width=10),
    )
    rows = page.sight.root.supporting.items
    note = "None of this material is clinical data in the sense of Article 2(48) MDR."
    caption = "Non-clinical and quality-system material"
    return grid(page, "supporting", caption, rows, columns, note=note)


def _criterion(part: Part) -> Spans:
    code = answers.answer(part, "criterion_id")
    criterion = part.criterion
    if criterion is None:
        return code
    said = criterion.statement or criterion.parameter
    return wording.joined((code, (said.span,) if said and str(said) != _text(code) else ()), _COLON)


def verdict(part: Part) -> Spans:
    """Return the verdict on a result; where none is given, the one that the figures tell."""
    given = answers.answer(part, "verdict")
    found = verdict_of(part)
    if given or not found:
        return given
    return (Span(found.label, part.verdict.source, Provenance.COMPUTED),)


def verdict_of(part: Part) -> Verdict:
    """Return the verdict on a result as given, else as the figures tell it."""
    given = Verdict(record_of(part).verdict)
    criterion = part.criterion
    if given or criterion is None:
        return given
    return judged(record_of(criterion), record_of(part))


def _data_sets(part: Part) -> Spans:
    sets, code = answers.answer(part, "evidence_ids"), part.pooled.code
    if code == "no" and len(part.evidence_ids) == 1:  # told: there is nothing to pool
        return (*sets, Span("", part.pooled.source, Provenance.COMPUTED))
    said = {"yes": "(pooled)", "no": "(not\u00a0pooled)"}.get(code, "")
    pooled = (Span(said, part.pooled.source, Provenance.COMPUTED),) if said else ()
    return answers.lines((sets, pooled))


_DISCUSSED = {
    "Criterion": Column("Criterion", _criterion, 22),
    "Result": column("Result", "code", "summary", "comment", width=23, must=True),
}


def _called(part: Part) -> Spans:
    """The code of a result, which the sections before tell; its text where it has no code."""
    return answers.answer(part, "code") or answers.answer(part, "summary")


_RESULTS = (
    Column("Criterion", _criterion, 27),
    Column("Result", _called, 14, asks="summary"),
    Column("n/N", figures.proportion, 10),
    Column("Estimate (95\u00a0%\u00a0CI)", figures.estimate, 18),
    column("Scope", "indication_ids", "population_ids", width=10),
    Column("Data sets", _data_sets, 12, asks="evidence_ids"),
    Column("Verdict", verdict, 12, asks="verdict"),
)


@shelf
def benefit_results(page: Page) -> Sequence[Block]:
    """Results for benefits and claims against their criteria."""
    rows = [part for part in page.sight.root.analysis.results if not about_risk(part)]
    caption = "Clinical performance and benefits: results against the acceptance criteria"
    return grid(page, "benefit-results", caption, rows, _RESULTS)


@shelf
def risk_results(page: Page) -> Sequence[Block]:
    """Results for risks against their criteria."""
    rows = [part for part in page.sight.root.analysis.results if about_risk(part)]
    columns = tuple(_DISCUSSED.get(c.head, c) for c in _RESULTS)
    caption = "Safety: results against the acceptance criteria"
    return grid(page, "risk-results", caption, rows, columns)


def about_risk(part: Part) -> bool:
    """Say whether a result is held against a criterion for risks alone."""
    criterion = part.criterion
    if criterion is None:
        return False
    return bool(criterion.risk_ids) and not (criterion.benefit_ids or criterion.claim_ids)


_COLON = Span(": ")


def _text(spans: Spans) -> str:
    return "".join(span.text for span in spans)


@shelf
def risks(page: Page) -> Sequence[Block]:
    """Each risk with its rate, benchmark, criterion and verdict."""
    columns = (
        column("Code", "code", width=7),
        column("Risk or side-effect", "harm", "kind", "severity:", "lasting:", width=27, must=True),
        Column("n/N", _exposure, 11),
        Column("Rate (95\u00a0%\u00a0CI)", _rate, 17, asks="rate"),
        column("Source", "rate_source", width=20),
        Column("Held against", _yardsticks, 9),
        Column("Verdict", _risk_verdict, 9),
    )
    rows = page.sight.root.risks.items
    caption = "Residual risks and undesirable side-effects: frequency and verdict"
    return grid(page, "risks", caption, rows, columns)


def _risk_verdict(part: Part) -> Spans:
    """The verdict; it is missing only where there is a criterion to judge by."""
    found = answers.answer(part, "verdict")
    judged_by = sight_of(part).holders(_CRITERIA, "risk_ids", part.id)
    return found or (wanting.missing(part, "verdict", short=True) if judged_by else ())


def _exposure(part: Part) -> Spans:
    count = figures.proportion(part, figures.RISK)
    if not count and part.exposed:
        count = (Span("exposed: "), part.exposed.span)
    return wording.joined((count, answers.answer(part, "exposed_unit")), Span(" "))


def _rate(part: Part) -> Spans:
    rate = figures.estimate(part, figures.RISK)
    period = answers.answer(part, "rate_period")
    within = (Span("over "), *period) if _measures(period) else period
    return answers.lines((rate, within, answers.answer(part, "no_rate_because")))


def _measures(period: Spans) -> bool:
    """Say whether a period is a time such as “6 weeks”, and not “one recording”."""
    return bool(period) and period[0].text[:1].isdigit()


def _yardsticks(part: Part) -> Spans:
    """The criteria by which a risk is judged and the benchmarks beside them."""
    found = sight_of(part).holders(_CRITERIA, "risk_ids", part.id)
    criteria = wording.joined([(mention(one),) for one in found], wording.COMMA)
    return answers.lines((criteria, answers.answer(part, "benchmark_ids")))


@shelf
def acceptability(page: Page) -> Sequence[Block]:
    """Why each risk is acceptable, and who is at higher risk."""
    columns = (
        column("Code", "code", width=10),
        column("Risk", "harm", width=24),
        column("Groups at higher risk", "vulnerable", width=24),
        column("Acceptability", "acceptability", width=42, must=True),
    )
    rows = [p for p in page.sight.root.risks.items if p.vulnerable or p.acceptability]
    return grid(page, "acceptability", "Acceptability of the risks", rows, columns)


@shelf
def coverage(page: Page) -> Sequence[Block]:
    """What the data cover, by indication, population and variant."""
    columns = (
        column("Indications", "indication_ids", width=13),
        column("Populations", "population_ids", width=13),
        column("Variants", "variant_ids", width=17),
        column("State", "state", width=13, must=True),
        column("Data sets", "evidence_ids", width=17),
        column("Reason or gap", "reason", width=27),
    )
    rows = page.sight.root.analysis.coverage
    caption = "Coverage of indications, populations and variants"
    return grid(page, "coverage", caption, rows, columns)


def unspoken(sight: Sight) -> list[Spans]:
    """Return the pairs of indication and population about which nothing is said."""
    found = []
    for pair in reckoned.unspoken(sight.dossier):
        parts = (
            sight.row("purpose.indications", pair.indication),
            sight.row("populations.groups", pair.population),
        )
        named = [(mention(part),) for part in parts if part is not None]
        found.append(wording.joined(named, Span(" in ")))
    return found


@shelf
def gaps(page: Page) -> Sequence[Block]:
    """The gaps, their kind, and how each is closed."""
    columns = (
        column("Code", "code", width=7),
        column("Gap", "text", width=24, must=True),
        Column("Kind", _kind, 14, asks="kind"),
        Column("Concerns", _concerns, 12),
        column("Closed by", "routes", "activity_ids", width=16, must=True),
        column("Resolution", "resolution", "owner:", "due:", "closed:", width=27),
    )
    rows = page.sight.root.analysis.gaps
    return grid(page, "gaps", "Gaps in the evidence", rows, columns)


def _kind(part: Part) -> Spans:
    kind = part.kind
    return (Span(kind.partition(":")[0], kind.source, kind.provenance),) if kind else ()


def _concerns(part: Part) -> Spans:
    names = ("indication", "population", "variant", "benefit", "claim", "risk")
    return answers.lines(answers.answer(part, f"{name}_ids") for name in names)
