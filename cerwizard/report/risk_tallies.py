"""What a report counts of the risks: their rates, their verdicts, the results that fall short."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from cerwizard.dossier.choices import Verdict
from cerwizard.report import mention, wording
from cerwizard.report.blocks import Provenance, Span, Spans
from cerwizard.report.figures import RISK, estimate
from cerwizard.report.market_tallies import MarketTallies
from cerwizard.report.tables.analysis import verdict_of
from cerwizard.report.view import Part, record_of

_SHORT = (Verdict.NOT_MET, Verdict.UNCERTAIN)
_CRITERIA = "state_of_the_art.criteria"


class RiskTallies(MarketTallies):
    """The counts of the risks of one dossier, and of the results that do not meet a criterion."""

    @cached_property
    def rated(self) -> tuple[Part, ...]:
        """The risks with a rate, given or to be worked out from counts."""
        rows = self._root.risks.items
        return tuple(p for p in rows if estimate(p, RISK))

    @cached_property
    def unrated(self) -> tuple[Part, ...]:
        """The risks without a rate for which the reason is given."""
        rated = {part.id for part in self.rated}
        rows = self._root.risks.items
        return tuple(p for p in rows if p.no_rate_because and p.id not in rated)

    def risks(self, *verdicts: str) -> tuple[Part, ...]:
        """Return the risks with one of these verdicts, empty for none."""
        return tuple(p for p in self._root.risks.items if record_of(p).verdict in verdicts)

    @cached_property
    def argued(self) -> tuple[Part, ...]:
        """The risks without verdict and criterion whose acceptability is argued in words."""
        held = self._sight.holders
        return tuple(
            part
            for part in self.risks("")
            if part.acceptability and not held(_CRITERIA, "risk_ids", part.id)
        )

    @cached_property
    def unjudged(self) -> tuple[Part, ...]:
        """The other risks without a verdict."""
        argued = {part.id for part in self.argued}
        return tuple(part for part in self.risks("") if part.id not in argued)

    @cached_property
    def not_met(self) -> tuple[Part, ...]:
        """The results that do not meet their criterion, or not for certain."""
        return tuple(part for part in self._root.analysis.results if verdict_of(part) in _SHORT)

    @staticmethod
    def falling_short(results: Sequence[Part]) -> Span:
        """Return how results fall short: “is uncertain”, “do not meet their criteria”."""
        one, found = len(results) == 1, {verdict_of(part) for part in results}
        uncertain = "is uncertain" if one else "are uncertain"
        unmet = "does not meet its criterion" if one else "do not meet their criteria"
        both = f"{unmet} or {uncertain}"
        words = {Verdict.UNCERTAIN: uncertain, Verdict.NOT_MET: unmet}
        text = words[found.pop()] if len(found) == 1 else both
        return Span(text, provenance=Provenance.COMPUTED)

    @cached_property
    def met_in_part(self) -> tuple[Part, ...]:
        """The risks that meet their criterion while a result by that criterion falls short."""
        return tuple(part for part in self.risks("met") if self._short_of(part))

    def shortfall(self, risk: Part) -> Spans:
        """Return the results that fall short for a risk: “K6 uncertain in P2”."""
        return wording.joined(map(_fallen_short, self._short_of(risk)), Span("; "))

    def _short_of(self, risk: Part) -> tuple[Part, ...]:
        held = self._sight.holders
        criteria = {part.id for part in held(_CRITERIA, "risk_ids", risk.id)}
        return tuple(part for part in self.not_met if record_of(part).criterion_id in criteria)


def _fallen_short(result: Part) -> Spans:
    criterion = result.criterion
    named = (mention.mention(criterion),) if criterion is not None else ()
    word = wording.small(verdict_of(result).label.partition(":")[0])
    verdict = Span(f" {word}", provenance=Provenance.COMPUTED)
    groups: Iterable[Part] = result.populations or result.indications
    where = mention.listed(groups)
    return (*named, verdict, *((Span(" in "), *where) if where else ()))
