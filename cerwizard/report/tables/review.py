"""Tables of the internal review: what stands, what was accepted, how each question stands."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from cerwizard.dossier import places
from cerwizard.dossier.dossier import steps
from cerwizard.dossier.waivers import Waiver
from cerwizard.law import review as questions_of_law
from cerwizard.reckon.review import ReviewLine, State
from cerwizard.report import answers
from cerwizard.report.blocks import Block, Span, Spans, TableRow
from cerwizard.report.facts import fact_table
from cerwizard.report.grid import Column, Page, computed, ready, standard
from cerwizard.report.judgement import Judgement, judgement
from cerwizard.report.tables.shelf import Shelf
from cerwizard.rules.finding import Finding, Severity
from cerwizard.rules.waiving import Standing

shelf = Shelf()

_STANDING = {
    Standing.HOLDS: "Holds.",
    Standing.LAPSED: "Has lapsed: what it was about has changed since.",
    Standing.IDLE: "Not needed now: the rule finds nothing there.",
}
_FEW = 6


@shelf
def judgement_facts(page: Page) -> Sequence[Block]:
    """By which rules and on which day the dossier was judged, and how much was found."""
    found = judgement(page.sight)
    counts = Counter(one.severity for one in found.standing)
    waived = len(found.findings) - len(found.standing)
    lines = (
        ("pack", "Rules", computed(_packs(found))),
        ("as-of", "Judged by the law of", computed(page.sight.as_of.isoformat())),
        *((one.value, _heads(one), computed(str(counts[one]))) for one in Severity),
        ("waived", "Accepted with a reason", computed(str(waived))),
    )
    return fact_table(page.id("judgement-facts"), lines)


def _packs(found: Judgement) -> str:
    return "; ".join(f"{pack.id}, version {pack.version} of {pack.date}" for pack in found.pack.all)


def _heads(severity: Severity) -> str:
    return f"{severity.value.capitalize()}s" if severity is not Severity.MAJOR else "Major findings"


@shelf
def standing_findings(page: Page) -> Sequence[Block]:
    """The findings that nobody has accepted, under their steps."""
    found = judgement(page.sight)
    heads = (
        ("Weight", 11),
        ("What is found", 36),
        ("How to mend it", 29),
        ("Clauses and rule", 24),
    )
    body = tuple(_under_steps(page, found))
    caption = "Findings that stand"
    return [ready(page, "findings", caption, _columns(heads), body)] if body else []


def _columns(heads: Iterable[tuple[str, int]]) -> list[Column]:
    return [Column(head, lambda _: (), width) for head, width in heads]


def _under_steps(page: Page, found: Judgement) -> Iterator[TableRow]:
    titles = {name: step.title for name, _, step in steps()}
    for step, some in groupby(found.standing, key=lambda one: one.step):
        yield TableRow(page.named("step", step), ((Span(titles.get(step, step), mark="bold"),),))
        for one in some:
            yield TableRow(page.named("finding", f"{one.code} {one.path}"), _cells(found, one))


def _cells(found: Judgement, one: Finding) -> tuple[Spans, ...]:
    where = places.words(found.sight.dossier, one.path)
    told = answers.lines((computed(one.message), computed(where)))
    cited = "; ".join(found.clause(clause).cite for clause in one.clauses)
    return (
        computed(one.severity.value.capitalize()),
        told,
        standard(one.fix),
        answers.lines((standard(cited), standard(one.code))),
    )


@shelf
def accepted_findings(page: Page) -> Sequence[Block]:
    """The waivers with their reasons, and whether each still holds."""
    found = judgement(page.sight)
    heads = (("Finding", 36), ("Why it is accepted", 32), ("By, on", 16), ("Standing", 16))
    messages = {one.waived.id: one.message for one in found.findings if one.waived}
    body = tuple(_waiver(page, row, how, messages) for row, how in found.waivers)
    caption = "Findings accepted with a reason"
    return [ready(page, "waivers", caption, _columns(heads), body)] if body else []


def _waiver(page: Page, row: Waiver, how: Standing, messages: dict[str, str]) -> TableRow:
    where = places.words(page.sight.dossier, row.address)
    about = (computed(messages.get(row.id, "")), computed(where), computed(row.code))
    signed = answers.lines((computed(row.who or "no name"), computed(row.date)))
    cells = (answers.lines(about), computed(row.reason), signed, computed(_STANDING[how]))
    return TableRow(page.named("waiver", row.id), cells)


@shelf
def review_questions(page: Page) -> Sequence[Block]:
    """The questions of MDCG 2020-13 with how each stands."""
    found = judgement(page.sight)
    heads = (("No.", 8), ("Question", 34), ("State", 15), ("Chapter", 10), ("What is missing", 33))
    body = tuple(_under_topics(page, found))
    return [ready(page, "questions", "The questions of a reviewer", _columns(heads), body)]


def _under_topics(page: Page, found: Judgement) -> Iterator[TableRow]:
    titles = {topic.id: topic.title for topic in questions_of_law.load().section}
    for topic, some in groupby(found.questions, key=lambda line: line.item.topic):
        yield TableRow(page.named("topic", topic), ((Span(titles[topic], mark="bold"),),))
        for line in some:
            yield TableRow(page.named("question", line.item.id), _question(found, line))


def _question(found: Judgement, line: ReviewLine) -> tuple[Spans, ...]:
    return (
        standard(line.item.id),
        standard(found.clause(line.item.clause).title),
        computed(line.state.label),
        standard(", ".join(line.item.chapters)),
        _missing(found, line) if line.state is not State.NOT_ASKED else (),
    )


def _missing(found: Judgement, line: ReviewLine) -> Spans:
    dossier = found.sight.dossier
    named = [places.words(dossier, address) for address in line.missing[:_FEW]]
    more = len(line.missing) - len(named)
    return answers.lines(map(computed, [*named, f"and {more} more"] if more else named))
