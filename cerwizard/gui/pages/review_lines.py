"""The questions of a notified body's reviewer as lines: how each stands and what is left to do."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from pydantic import BaseModel

from cerwizard.dossier import paths, places
from cerwizard.dossier.ask import Row
from cerwizard.gui.marks import BEGUN, DONE, EMPTY, NONE
from cerwizard.gui.news import Cited
from cerwizard.gui.pages.sheet import Cell, Chip, Column, Line, heading
from cerwizard.gui.remarks import Remarks
from cerwizard.gui.severities import counted
from cerwizard.law import review as questions
from cerwizard.reckon.review import ReviewLine, State
from cerwizard.rules.finding import Finding, Severity
from cerwizard.rules.raised import GRAVE

_MARKS = {
    State.ANSWERED: DONE,
    State.PARTLY: BEGUN,
    State.FAULTED: "major",
    State.OPEN: EMPTY,
    State.NOT_ASKED: NONE,
}
STATES = {state: (mark, state.label) for state, mark in _MARKS.items()}
TO_DO = (State.PARTLY, State.FAULTED, State.OPEN)
_MOST_FINDINGS = 400

COLUMNS = (
    Column("No.", 0, 5),
    Column("Question", 5, 18),
    Column("State", 1, 11),
    Column("Chapter", 0, 7, "Where in the report it is answered"),
    Column("To do", 3, 12, "What is missing, and what the rules find; each word leads there"),
)
FINDING_COLUMNS = (
    Column("Finding", 5, 26),
    Column("Where", 2, 14),
    Column("Rule", 0, 8),
)


def lines(
    found: Iterable[ReviewLine],
    dossier: BaseModel,
    remarks: Remarks,
    cite: Callable[[str], Cited],
    subject: Callable[[str], str],
) -> tuple[Line, ...]:
    """Return the lines under the headings of their sections.

    `cite` and `subject` tell the gist and the title of a clause.
    """
    titles = {topic.id: topic.title for topic in questions.load().section}
    made: list[Line] = []
    for topic, some in groupby(found, key=lambda line: line.item.topic):
        members = list(some)
        letter = f"{topic}  " if len(topic) == 1 and topic != "O" else ""
        made.append(heading(f"topic-{topic}", f"{letter}{titles[topic]}", far(members)))
        made += [_line(one, dossier, remarks, cite, subject) for one in members]
    return tuple(made)


def far(members: Sequence[ReviewLine]) -> str:
    """Return how many of the questions that apply are answered."""
    asked = [line for line in members if line.state is not State.NOT_ASKED]
    if not asked:
        return "does not apply"
    done = sum(line.state is State.ANSWERED for line in asked)
    return f"{done} of {len(asked)} answered"


def totals(found: Iterable[ReviewLine]) -> Counter[State]:
    """Return how many questions stand in which state."""
    return Counter(line.state for line in found)


def _line(
    one: ReviewLine,
    dossier: BaseModel,
    remarks: Remarks,
    cite: Callable[[str], Cited],
    subject: Callable[[str], str],
) -> Line:
    mark, word = STATES[one.state]
    quiet = one.state is State.NOT_ASKED
    missing = tuple(_missing(dossier, address) for address in one.missing)
    faults = _faults([f for address in one.faulted for f in _of(remarks, address)])
    cells = (
        Cell(one.item.id, quiet=quiet),
        Cell(subject(one.item.clause), cite(one.item.clause).gist, quiet=quiet),
        Cell(word, mark=mark, quiet=quiet),
        Cell(", ".join(one.item.chapters), quiet=True),
        Cell() if quiet else Cell(chips=(*faults, *missing)),
    )
    return Line(one.item.id, cells, "major" if one.state is State.FAULTED else "")


def _missing(dossier: BaseModel, address: str) -> Chip:
    return Chip(_name(dossier, address), address, f"Missing: {places.words(dossier, address)}")


def _name(dossier: BaseModel, address: str) -> str:
    """Return the label of a field, with the code of the row in which it is."""
    label = places.field_label(type(dossier), address)
    holder = paths.get(dossier, paths.parent(address))
    if not isinstance(holder, Row) or not holder.TITLE:
        return label
    code = " ".join(str(getattr(holder, holder.TITLE[0])).split())
    return f"{_brief(code, 24)}: {label}" if code else label


def _of(remarks: Remarks, address: str) -> Iterator[Finding]:
    return (f for f in remarks.at(address) if f.waived is None and f.severity in GRAVE)


def _faults(found: Sequence[Finding]) -> tuple[Chip, ...]:
    """Return a chip for each rule that speaks; it leads to the first place of which it does."""
    counts = Counter(f.code for f in found)
    first = {f.code: f for f in reversed(found)}
    return tuple(_fault(first[code], number) for code, number in counts.items())


def _fault(finding: Finding, number: int) -> Chip:
    text = finding.code if number == 1 else f"{finding.code} ×{number}"
    return Chip(text, finding.path, f"{str(finding.severity).title()}: {finding.message}")


def findings(
    remarks: Remarks, titles: Iterable[tuple[str, str]], where: Callable[[str], str]
) -> tuple[Line, ...]:
    """Return all findings under the steps to which they belong; `titles` are (name, title)."""
    made: list[Line] = []
    shown = 0
    for step, title in titles:
        ranked = sorted(
            remarks.of_step(step), key=lambda f: (f.waived is not None, f.severity.rank)
        )
        if ranked and shown < _MOST_FINDINGS:
            made.append(heading(f"step-{step}", title, counted(remarks.counts(step))))
        for finding in ranked[: max(_MOST_FINDINGS - shown, 0)]:
            made.append(_finding(finding, len(made), where))
            shown += 1
    if len(remarks.all) > shown:
        more = f"{len(remarks.all) - shown:,} more"
        made.append(heading("more", more, "The tab “Findings” beside the page has them all."))
    return tuple(made)


def _finding(finding: Finding, number: int, where: Callable[[str], str]) -> Line:
    waived = finding.waived
    below = f"Waived: {waived.reason}" if waived else finding.fix
    place = where(finding.path)
    mark = "note" if waived else str(finding.severity)
    return Line(
        f"finding-{number}",
        (
            Cell(finding.message, below, mark),
            Cell(chips=(Chip(_spot(place, finding.path), finding.path, place),)),
            Cell(finding.code, quiet=True),
        ),
    )


def _spot(place: str, path: str) -> str:
    """Return the end of a place in words: the row, the field, or “row: field”."""
    parts = place.split(" › ")
    if "]." in path and len(parts) > 1:
        return f"{_brief(parts[-2], 20)}: {_brief(parts[-1], 30)}"
    return _brief(parts[-1], 40)


def _brief(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def sentence(counts: Counter[Severity]) -> str:
    """Return the number of findings in words, as in “The rules find 2 blockers, 1 major”."""
    return f"The rules find {counted(counts)}." if counts.total() else "The rules find nothing."
