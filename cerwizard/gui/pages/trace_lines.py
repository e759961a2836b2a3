"""The thread from each claim, benefit and risk to PMCF, as lines of a sheet; gaps stand out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeGuard

from cerwizard.dossier import paths
from cerwizard.dossier.analysis import Gap, GapKind, GapRoute, Result
from cerwizard.dossier.ask import Row, title
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.risks import Risk, RiskKind
from cerwizard.dossier.values import YesNo
from cerwizard.gui.marks import DONE, EMPTY
from cerwizard.gui.pages.outcomes import CONFORMITIES, VERDICTS, short, worst
from cerwizard.gui.pages.sheet import Cell, Chip, Column, Line, heading
from cerwizard.reckon.trace import Line as Thread
from cerwizard.reckon.trace import Trace

CLAIMS, BENEFITS, RISKS = "benefits.claims", "benefits.items", "risks.items"
_CRITERIA, _RESULTS = "state_of_the_art.criteria", "analysis.results"
_EVIDENCE, _GSPR = "evidence.items", "gspr.items"
_GAPS, _ACTIVITIES = "analysis.gaps", "pmcf.activities"

_CONFORMITY_WORDS = {EMPTY: "Open", "blocker": "Not shown", "note": "PMCF"}  # of what is not plain

_MOST = 11  # words in a cell; there may be thousands of data sets behind a claim

COLUMNS = (
    Column("Claim, benefit or risk", 6, 12),
    Column("Criteria", 2, 7, "The acceptance criteria by which it is judged"),
    Column("Data", 2, 5, "The data sets that speak about it"),
    Column("Result", 2, 7, "The results by these criteria, and their verdicts"),
    Column("GSPR", 2, 6, "The requirements of Annex I to which they belong"),
    Column("Against", 2, 6, "The risks, or benefits, against which it is weighed"),
    Column("Gap", 2, 6, "What is still open"),
    Column("PMCF", 1, 5, "The activities that follow it up"),
)


@dataclass(frozen=True, slots=True)
class Woven:
    """The lines of the sheet and, by key, what is missing on each in words."""

    lines: tuple[Line, ...]
    holes: dict[str, tuple[str, ...]]

    def holed(self) -> tuple[Line, ...]:
        """Return the lines on which something is missing, with their headings."""
        kept: list[Line] = []
        for line in self.lines:
            if line.heading and kept and kept[-1].heading:
                kept.pop()
            if line.heading or self.holes.get(line.key):
                kept.append(line)
        return tuple(kept[:-1] if kept and kept[-1].heading else kept)


def woven(dossier: Dossier) -> Woven:
    """Return a line for each claim, each benefit behind no claim, and each risk."""
    weaver = _Weaver(dossier)
    found = Trace(dossier)
    threads, risks = found.lines(), found.risks()
    lines = [weaver.line(thread) for thread in threads]
    below = [weaver.line(thread) for thread in risks]
    whole: list[Line] = []
    if lines:
        whole += [heading("claims", "Claims and benefits"), *lines]
    if below:
        whole += [heading("risks", "Risks and side-effects"), *below]
    return Woven(tuple(whole), weaver.holes)


class _Weaver:
    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._rows: dict[str, tuple[Row, ...]] = {}
        self.holes: dict[str, tuple[str, ...]] = {}
        self._weighed = [(w.benefit_ids, w.risk_ids) for w in dossier.benefit_risk.items]

    def line(self, thread: Thread) -> Line:
        """Return one thread as a line, and note what it lacks."""
        holes = tuple(self._holes(thread))
        cells = (
            self._what(thread),
            self._plain(_CRITERIA, thread.criteria, "criterion" in holes),
            self._plain(_EVIDENCE, thread.evidence, "data" in holes),
            self._results(thread, "result" in holes),
            self._requirements(thread, "GSPR" in holes),
            self._against(thread),
            self._gaps(thread),
            self._plain(_ACTIVITIES, thread.activities, "activity" in holes, must=False),
        )
        self.holes[thread.id] = holes
        tone = "major" if "data" in holes else "minor" if holes else ""
        return Line(thread.id, cells, tone)

    def _holes(self, thread: Thread) -> Iterator[str]:
        """Yield what is missing and no gap tells of."""
        gaps = [gap for gap in self._of(_GAPS, thread.gaps) if isinstance(gap, Gap)]
        if not thread.evidence and not gaps:
            yield "data"
        if not thread.criteria and not gaps and self._wants_criterion(thread):
            yield "criterion"
        if thread.criteria and not self._resulted(thread) and not gaps:
            yield "result"
        if thread.evidence and not thread.requirements:
            yield "GSPR"
        if not thread.activities and any(_open(g) and GapRoute.PMCF in g.routes for g in gaps):
            yield "activity"

    def _wants_criterion(self, thread: Thread) -> bool:
        """Say whether it is a benefit, a claim that has one behind it, or a side-effect."""
        if thread.risk:
            kinds = (r.kind for r in self._of(RISKS, (thread.risk,)) if _is_risk(r))
            return RiskKind.SIDE_EFFECT in kinds
        return bool(thread.benefits or thread.benefit)

    def _resulted(self, thread: Thread) -> bool:
        judged = (risk.verdict for risk in self._of(RISKS, (thread.risk,)) if _is_risk(risk))
        return bool(thread.results) or any(judged)

    # -- cells --------------------------------------------------------------------------------

    def _what(self, thread: Thread) -> Cell:
        for rows, row_id in (
            (CLAIMS, thread.claim),
            (BENEFITS, thread.benefit),
            (RISKS, thread.risk),
        ):
            for row in self._of(rows, (row_id,)):
                return Cell(_statement(row), chips=(_chip(rows, row),))
        return Cell("?")

    def _plain(self, rows: str, ids: Sequence[str], hole: bool, must: bool = True) -> Cell:
        chips = tuple(_chip(rows, row) for row in islice(self._of(rows, ids), _MOST))
        if len(ids) > _MOST:
            chips = (*chips, Chip(f"+{len(ids) - _MOST:,}", rows, f"{len(ids) - _MOST:,} more"))
        return Cell(chips=chips) if chips else _nothing(rows, hole, must)

    def _results(self, thread: Thread, hole: bool) -> Cell:
        results = [r for r in self._of(_RESULTS, thread.results) if isinstance(r, Result)]
        if results:
            mark = worst([VERDICTS[r.verdict] for r in results])
            told = next(r for r in results if VERDICTS[r.verdict] == mark)
            chips = tuple(_chip(_RESULTS, r) for r in results)
            return Cell(short(told.verdict), mark=mark, chips=chips)
        for risk in self._of(RISKS, (thread.risk,)):
            if _is_risk(risk) and risk.verdict:
                chip = Chip("Rate", f"{RISKS}[{risk.id}].rate", "The rate of this risk")
                return Cell(short(risk.verdict), mark=VERDICTS[risk.verdict], chips=(chip,))
        return _nothing(_RESULTS, hole, must=True)

    def _requirements(self, thread: Thread, hole: bool) -> Cell:
        rows = list(self._of(_GSPR, thread.requirements))
        if not rows:
            return _nothing(_GSPR, hole, must=True)
        mark = worst([CONFORMITIES[getattr(row, "conformity")] for row in rows])  # noqa: B009
        told = _CONFORMITY_WORDS.get(mark, "")
        return Cell(told, mark=mark if told else "", chips=tuple(_chip(_GSPR, r) for r in rows))

    def _against(self, thread: Thread) -> Cell:
        if thread.risk:
            found = [
                b for benefits, risks in self._weighed if thread.risk in risks for b in benefits
            ]
            return self._plain(BENEFITS, tuple(dict.fromkeys(found)), hole=False, must=False)
        own = {*thread.benefits, thread.benefit}
        found = [r for bs, rs in self._weighed if own & {*bs} for r in rs]
        return self._plain(RISKS, tuple(dict.fromkeys(found)), hole=False, must=False)

    def _gaps(self, thread: Thread) -> Cell:
        gaps = [gap for gap in self._of(_GAPS, thread.gaps) if isinstance(gap, Gap)]
        if not gaps:
            return Cell("–", quiet=True)
        chips = tuple(_chip(_GAPS, gap) for gap in gaps)
        return Cell(_gap_word(gaps), mark=worst([_gap_mark(g) for g in gaps]), chips=chips)

    def _of(self, rows: str, ids: Iterable[str]) -> Iterator[Row]:
        if rows not in self._rows:
            self._rows[rows] = paths.get(self._dossier, rows)
        known = self._rows[rows]
        spots = paths.positions(known)
        return (known[spots[row_id]] for row_id in ids if row_id in spots)


def _is_risk(row: Row) -> TypeGuard[Risk]:
    return isinstance(row, Risk)


def _statement(row: Row) -> str:
    """Return what a row says, without its code."""
    words = (str(getattr(row, name)).strip() for name in row.TITLE[1:])
    return " ".join(" ".join(filter(None, words)).split()) or f"unnamed {row.NOUN}"


def _chip(rows: str, row: Row) -> Chip:
    code = str(getattr(row, row.TITLE[0], "")).strip() if row.TITLE else ""
    return Chip(code or row.NOUN.capitalize(), f"{rows}[{row.id}]", title(row))


def _nothing(rows: str, hole: bool, must: bool) -> Cell:
    if hole:
        return Cell("None", mark="minor", chips=(Chip("Go there", rows, "Where it would be told"),))
    return Cell("None", mark=EMPTY, quiet=True) if must else Cell("–", quiet=True)


def _open(gap: Gap) -> bool:
    return gap.closed is not YesNo.YES


def _gap_mark(gap: Gap) -> str:
    if not _open(gap):
        return DONE
    return "major" if gap.kind is GapKind.CONFORMITY else "minor"


def _gap_word(gaps: list[Gap]) -> str:
    still = sum(map(_open, gaps))
    if still == len(gaps):
        return "Open"
    return f"{still}\u00a0open" if still else "Closed"
