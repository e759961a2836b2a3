"""Follows each claim, benefit and risk to criteria, results, evidence, requirements and gaps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cerwizard.dossier.ask import Row
from cerwizard.dossier.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Line:
    """What a claim, a benefit without a claim, or a risk leads to; everything by row id.

    `claim`, `benefit` and `risk` tell what the line is about: exactly one is filled.
    `results` are those by the line's criteria.
    """

    claim: str = ""
    benefit: str = ""
    risk: str = ""
    benefits: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the row that the line is about."""
        return self.claim or self.benefit or self.risk


_Map = dict[str, dict[str, None]]


class Trace:
    """All connections of one dossier, each found once."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        evidence, criteria = dossier.evidence.items, dossier.state_of_the_art.criteria
        self._evidence = {n: _by(evidence, f"{n}_ids") for n in ("claim", "benefit", "risk")}
        self._criteria = {n: _by(criteria, f"{n}_ids") for n in ("claim", "benefit", "risk")}
        gaps, activities = dossier.analysis.gaps, dossier.pmcf.activities
        self._gaps = {n: _by(gaps, f"{n}_ids") for n in ("claim", "benefit", "risk")}
        self._activities = {n: _by(activities, f"{n}_ids") for n in ("benefit", "risk")}
        self._watched = _by(activities, "criterion_ids")
        self._results = _by(dossier.analysis.results, "criterion_id")
        self._proof = {row.id: row.evidence_ids for row in dossier.analysis.results}
        self._by_claim = _by(dossier.gspr.items, "claim_ids")
        self._by_evidence = _by(dossier.gspr.items, "evidence_ids")
        self._closing = {gap.id: gap.activity_ids for gap in gaps}

    def lines(self) -> tuple[Line, ...]:
        """Return a line for each claim, then for each benefit behind no claim."""
        claims = self._dossier.benefits.claims
        claimed = {benefit for claim in claims for benefit in claim.benefit_ids}
        own = (b.id for b in self._dossier.benefits.items if b.id not in claimed)
        return (*(self.claim(c.id, c.benefit_ids) for c in claims), *map(self.benefit, own))

    def risks(self) -> tuple[Line, ...]:
        """Return a line for each risk."""
        return tuple(self.risk(risk.id) for risk in self._dossier.risks.items)

    def claim(self, claim: str, benefits: tuple[str, ...]) -> Line:
        """Return where a claim leads, also by way of the benefits behind it."""
        return self._line(("claim", (claim,)), ("benefit", benefits), claim=claim)

    def benefit(self, benefit: str) -> Line:
        """Return where a benefit leads."""
        return self._line(("benefit", (benefit,)), benefit=benefit)

    def risk(self, risk: str) -> Line:
        """Return where a risk leads."""
        return self._line(("risk", (risk,)), risk=risk)

    def _line(
        self,
        *starts: tuple[str, tuple[str, ...]],
        claim: str = "",
        benefit: str = "",
        risk: str = "",
    ) -> Line:
        criteria = _all(self._criteria[kind].get(row) for kind, rows in starts for row in rows)
        results = _all(self._results.get(criterion) for criterion in criteria)
        direct = _all(self._evidence[kind].get(row) for kind, rows in starts for row in rows)
        evidence = _all((direct, *(self._proof[result] for result in results)))
        gaps = _all(self._gaps[kind].get(row) for kind, rows in starts for row in rows)
        return Line(
            claim=claim,
            benefit=benefit,
            risk=risk,
            benefits=next((rows for kind, rows in starts if kind == "benefit"), ()),
            criteria=criteria,
            results=results,
            evidence=evidence,
            requirements=self._requirements(claim, evidence),
            gaps=gaps,
            activities=_all(
                (
                    *self._followed(starts),
                    *(self._closing[gap] for gap in gaps),
                    *(self._watched.get(criterion) for criterion in criteria),
                )
            ),
        )

    def _requirements(self, claim: str, evidence: tuple[str, ...]) -> tuple[str, ...]:
        named = tuple(self._by_claim.get(claim, ()))
        return named or _all(self._by_evidence.get(row) for row in evidence)

    def _followed(
        self, starts: Iterable[tuple[str, tuple[str, ...]]]
    ) -> Iterator[Iterable[str] | None]:
        for kind, rows in starts:
            known = self._activities.get(kind, {})
            yield from (known.get(row) for row in rows)


def trace(dossier: Dossier) -> tuple[Line, ...]:
    """Return a line for each claim, then for each benefit behind no claim."""
    return Trace(dossier).lines()


def _by(rows: Iterable[Row], name: str) -> _Map:
    """Return which rows hold an id in the reference field `name`, in their order."""
    found: _Map = {}
    for row in rows:
        held = getattr(row, name)
        for target in (held,) if isinstance(held, str) else held:
            found.setdefault(target, {})[row.id] = None
    return found


def _all(groups: Iterable[Iterable[str] | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row for group in groups if group for row in group))
