"""What the rules say of the dossier, for the documents that tell of it."""

from dataclasses import dataclass
from functools import cached_property

from cerwizard.dossier.waivers import Waiver
from cerwizard.law.clauses import Clause
from cerwizard.reckon.review import ReviewLine, review
from cerwizard.report.view import Sight
from cerwizard.rules.catalog import Pack, load
from cerwizard.rules.engine import judge
from cerwizard.rules.finding import Finding
from cerwizard.rules.raised import raised
from cerwizard.rules.waiving import Standing, book

_KEY = "judgement"


@dataclass(frozen=True)
class Judgement:
    """The findings in one dossier by one pack on the day of its sight."""

    sight: Sight
    pack: Pack

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the order of steps and addresses."""
        return judge(self.sight.dossier, self.pack, self.sight.as_of)

    @cached_property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that nobody has accepted."""
        return tuple(one for one in self.findings if one.waived is None)

    @cached_property
    def waivers(self) -> tuple[tuple[Waiver, Standing], ...]:
        """Every waiver, with what became of it."""
        return book(self.sight.dossier, self.findings)

    @cached_property
    def questions(self) -> tuple[ReviewLine, ...]:
        """The questions of MDCG 2020-13 with how each stands."""
        return review(self.sight.dossier, raised(self.findings), self.sight.as_of)

    def clause(self, clause_id: str) -> Clause:
        """Return a clause that a finding cites."""
        return self.pack.clauses.get(clause_id)


def judgement(sight: Sight) -> Judgement:
    """Return the judgement on what is seen, the same each time."""
    known: Judgement | None = sight.known.get(_KEY)
    if known is None:
        sight.known[_KEY] = known = Judgement(sight, sight.pack or load())
    return known
