"""Tables of the annex on method: the tools, ranks and kinds of data that the appraisal uses."""

from collections.abc import Iterable, Iterator, Sequence

from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.evidence import EvidenceKind
from cerwizard.law import appraisal
from cerwizard.law import evidence as law
from cerwizard.reckon.device_facts import facts
from cerwizard.report import wording
from cerwizard.report.blocks import Block, Spans, TableRow
from cerwizard.report.grid import Column, Page, ready, standard
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import record_of

shelf = Shelf()
_SUITABILITY = "IMDRF-N56-F"  # graded in fields of its own, never named as a tool
_GRADES = tuple(f"suitability_{name}" for name in ("device", "application", "patients", "report"))


@shelf
def appraisal_tools(page: Page) -> Sequence[Block]:
    """The tools with which the data sets were appraised: what each asks and how it is judged."""
    heads = (("Tool", 11), ("What is asked", 42), ("Answers", 25), ("Overall judgement", 22))
    rows = [
        TableRow(page.named("appraisal-tools", tool.id), tuple(map(standard, _tool(tool))))
        for tool in _tools(page)
    ]
    return _table(page, "appraisal-tools", "Appraisal tools used", heads, rows)


def _tools(page: Page) -> list[appraisal.Tool]:
    records = [record_of(part) for part in page.sight.root.evidence.items]
    used = {tool.id for record in records for tool in appraisal.named(record.tool)}
    if any(getattr(record, name) for record in records for name in _GRADES):
        used.add(_SUITABILITY)
    return [tool for tool in appraisal.load() if tool.id in used]


def _tool(tool: appraisal.Tool) -> Iterator[str]:
    yield f"{tool.name}\n{tool.version}" if tool.version[:1].isdigit() else tool.name
    yield "\n".join(_asked(tool))
    yield "\n".join("; ".join(_answer(tool, *one) for one in tool.scales[s]) for s in _scales(tool))
    yield tool.overall


def _asked(tool: appraisal.Tool) -> Iterator[str]:
    for group in dict.fromkeys(item.group for item in tool.items):
        items = (f"{item.code} {item.label}" for item in tool.items if item.group == group)
        text = f"{wording.capital(group)}: {'; '.join(items)}".replace("?; ", "? ")
        yield text + wording.ended(text)


def _scales(tool: appraisal.Tool) -> Iterable[str]:
    return dict.fromkeys(item.scale for item in tool.items)


def _answer(tool: appraisal.Tool, code: str, label: str) -> str:
    """Return one answer, its number before it where the tool counts numbers."""
    return f"{code} {label}" if tool.better and code.isdigit() else label


@shelf
def evidence_ranks(page: Page) -> Sequence[Block]:
    """The ranks of clinical evidence that the data sets have, and on which condition."""
    known, plan = law.load(), record_of(page.sight.root.plan)
    levels = {str(record_of(part).level) for part in page.sight.root.evidence.items}
    levels.add(str(plan.level_required))
    heads = (("Rank", 8), ("Kind of evidence", 42), ("Condition", 50))
    rows = [
        TableRow(
            page.named("evidence-ranks", rank.code),
            tuple(map(standard, (rank.code, f"{rank.kind}.", rank.condition))),
        )
        for rank in known.ranks
        if rank.code in levels
    ]
    caption = "Ranks of clinical evidence after MDCG 2020-6, Appendix III"
    return _table(page, "evidence-ranks", caption, heads, rows, note=_least(page, known))


def _least(page: Page, known: law.Evidence) -> str:
    """Return the weakest rank for this device, if MDCG 2020-6 sets one."""
    device = facts(page.sight.dossier)
    if not device.third_or_implant:
        return ""
    kind = "a class III" if device.device_class == DeviceClass.III else "an implantable"
    return (
        f"For {kind} device that is not a well-established technology, rank "
        f"{known.least_for_high_risk} is the least (MDCG 2020-6, Appendix III)."
    )


@shelf
def data_kinds(page: Page) -> Sequence[Block]:
    """What the kinds of data in this report can show, and what they can't."""
    used = {str(record_of(part).kind) for part in page.sight.root.evidence.items}
    heads = (("Kind of data", 28), ("Can show", 36), ("Cannot show", 36))
    rows = [
        TableRow(page.named("data-kinds", kind.code), tuple(_kind(kind)))
        for kind in law.load().kinds
        if kind.code in used
    ]
    return _table(page, "data-kinds", "Kinds of data and what they can show", heads, rows)


def _kind(kind: law.Kind) -> Iterator[Spans]:
    yield standard(EvidenceKind(kind.code).label)
    for text in (kind.useful_for, kind.not_for):
        yield standard(f"{wording.capital(text)}.")


def _table(
    page: Page,
    name: str,
    caption: str,
    heads: Iterable[tuple[str, int]],
    rows: Sequence[TableRow],
    *,
    note: str = "",
) -> Sequence[Block]:
    columns = [Column(head, lambda part: (), width) for head, width in heads]
    return [ready(page, name, caption, columns, tuple(rows), note=note)] if rows else []
