"""What a report counts: data sets by kind, results by verdict, units, complaints, gaps."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Any

from cerwizard.law import evidence as law
from cerwizard.report import wording
from cerwizard.report.blocks import Provenance, Span, Spans
from cerwizard.report.risk_tallies import RiskTallies
from cerwizard.report.tables.analysis import about_risk, verdict_of
from cerwizard.report.view import Part, record_of

_KINDS = {
    "rct": ("randomised controlled trial", ""),
    "controlled": ("controlled study", "controlled studies"),
    "cohort": ("cohort study", "cohort studies"),
    "single_arm": ("single-arm study", "single-arm studies"),
    "accuracy": ("diagnostic accuracy study", "diagnostic accuracy studies"),
    "series": ("case series", "case series"),
    "case": ("case report", ""),
    "review": ("systematic review", ""),
    "guideline": ("guideline", ""),
    "registry": ("registry", "registries"),
    "pmcf": ("PMCF study", "PMCF studies"),
    "survey": ("survey", ""),
    "vigilance": ("set of complaint and vigilance data", "sets of complaint and vigilance data"),
}

_RELATIONS = {
    "due": "on the device under evaluation",
    "previous": "on an earlier generation of it",
    "equivalent": "on an equivalent device",
    "similar": "on similar devices",
    "benchmark": "on the condition or a benchmark",
    "alternative": "on alternative therapies",
    "": "of unknown origin",
}


class Tallies(RiskTallies):
    """The counts of one dossier, each made when it is first asked for."""

    @cached_property
    def clinical(self) -> tuple[Part, ...]:
        """The data sets that are clinical data on the device or an equivalent."""
        known = law.load()
        return self._data_sets(
            lambda row: (
                bool(row.kind and row.relation) and known.is_clinical_data(row.kind, row.relation)
            )
        )

    @cached_property
    def earlier(self) -> tuple[Part, ...]:
        """The clinical data sets that come from an earlier generation of the device."""
        return tuple(part for part in self.clinical if record_of(part).relation == "previous")

    @cached_property
    def pivotal(self) -> tuple[Part, ...]:
        """The pivotal data sets among the clinical data on the device or an equivalent."""
        return tuple(part for part in self.clinical if record_of(part).role == "pivotal")

    @cached_property
    def pivotal_beside(self) -> tuple[Part, ...]:
        """The data sets that are used as pivotal and are no clinical data on the device."""
        clinical = {part.id for part in self.clinical}
        return self._data_sets(lambda row: row.role == "pivotal" and row.id not in clinical)

    def speaking(self, kind: str, row: str) -> tuple[Part, ...]:
        """Return the clinical data sets that speak to a benefit, claim or risk."""
        known = {part.id for part in self.clinical}
        found = self._sight.holders("evidence.items", f"{kind}_ids", row)
        return tuple(part for part in found if part.id in known)

    @cached_property
    def unfavourable(self) -> tuple[Part, ...]:
        """The clinical data sets with unfavourable or mixed results."""
        return tuple(part for part in self.clinical if _speaks_against(part))

    @cached_property
    def unfavourable_beside(self) -> tuple[Part, ...]:
        """The other data sets with unfavourable or mixed results, such as on similar devices."""
        clinical = {part.id for part in self.clinical}
        rows = self._root.evidence.items
        return tuple(p for p in rows if _speaks_against(p) and p.id not in clinical)

    def _data_sets(self, fits: Callable[[Any], bool]) -> tuple[Part, ...]:
        return tuple(part for part in self._root.evidence.items if fits(record_of(part)))

    @cached_property
    def kinds(self) -> Spans:
        """The clinical data sets by kind: “seven randomised controlled trials and one survey”."""
        counts = Counter(str(record_of(part).kind) for part in self.clinical)
        words = [
            wording.counted(n, *_KINDS.get(code, ("data set", ""))) for code, n in _most(counts)
        ]
        return wording.listed([(Span(word, provenance=Provenance.COMPUTED),) for word in words])

    @cached_property
    def relations(self) -> Spans:
        """The data sets by the device that they come from: “twelve on the device …”."""
        counts = Counter(str(record_of(part).relation) for part in self._root.evidence.items)
        words = [
            f"{wording.spoken(counts[code])} {noun}"
            for code, noun in _RELATIONS.items()
            if counts[code]
        ]
        return wording.listed([(Span(word, provenance=Provenance.COMPUTED),) for word in words])

    @cached_property
    def verdicts(self) -> dict[str, int]:
        """How many results have which verdict, by the verdict's code."""
        return Counter(verdict_of(part).value for part in self._root.analysis.results)

    @staticmethod
    def told(results: Iterable[Part]) -> bool:
        """Say whether one of the results has a verdict, given or reckoned."""
        return any(verdict_of(part) for part in results)

    @property
    def not_met_beside(self) -> tuple[Part, ...]:
        """Those of them that are not told under a benefit."""
        return tuple(part for part in self.not_met if part.id not in self.told_of_benefits)

    def criteria(self, name: str) -> bool:
        """Say whether there are criteria, and the field `name` of each is answered."""
        rows = self._root.state_of_the_art.criteria
        return bool(rows) and all(getattr(record_of(part), name) for part in rows)

    @cached_property
    def included(self) -> int:
        """How many publications were included."""
        return len(self.publications("included"))

    def publications(self, *states: str) -> tuple[Part, ...]:
        """Return the references of some states of screening."""
        rows = self._root.literature.references
        return tuple(part for part in rows if record_of(part).screening in states)

    @cached_property
    def unlisted(self) -> int:
        """How many reports the searches left out on full text that are not named one by one."""
        counted_out = sum(
            _all(row.number for row in (*search.dbr_excluded, *search.other_excluded))
            + _all((search.dbr_notretrieved_reports, search.other_notretrieved_reports))
            for search in map(record_of, self._root.literature.searches)
        )
        return max(0, counted_out - len(self.publications("excluded", "not_retrieved")))

    def searches(self, *purposes: str) -> tuple[Part, ...]:
        """Return the searches for some purposes."""
        rows = self._root.literature.searches
        return tuple(part for part in rows if record_of(part).purpose in purposes)

    @cached_property
    def _last_day(self) -> str:
        days = [
            str(record_of(query).run_on)
            for search in self._root.literature.searches
            for query in search.queries
        ]
        return max(days, default="")

    @property
    def last_run(self) -> str:
        """The day of the latest query, in words; empty if none is known."""
        return wording.day(self._last_day) if self._last_day else ""

    @property
    def search_age(self) -> int | None:
        """Days from the latest query to the date of the report; None unless both are known."""
        dated = str(record_of(self._root.document).date)
        try:
            age = (date.fromisoformat(dated) - date.fromisoformat(self._last_day)).days
        except ValueError:  # a day that is not known, or no more than a month
            return None
        return age if age >= 0 else None

    @cached_property
    def judged_benefits(self) -> int:
        """How many results are told under benefits."""
        return len(self.told_of_benefits)

    @cached_property
    def uncertainties(self) -> tuple[Part, ...]:
        """The determinations whose uncertainty is described."""
        return tuple(part for part in self._root.benefit_risk.items if part.uncertainty)

    @cached_property
    def open_gaps(self) -> tuple[Part, ...]:
        """The gaps that are not closed."""
        return tuple(p for p in self._root.analysis.gaps if record_of(p).closed != "yes")

    def gaps(self, kind: str) -> tuple[Part, ...]:
        """Return the open gaps of one kind."""
        return tuple(part for part in self.open_gaps if record_of(part).kind == kind)

    def results(self, criteria: Iterable[Part]) -> tuple[Part, ...]:
        """Return the results by some criteria."""
        holders = self._sight.holders
        found = {
            part.id: part
            for criterion in criteria
            for part in holders("analysis.results", "criterion_id", criterion.id)
        }
        return tuple(found.values())

    def by_criterion(self, results: Iterable[Part]) -> tuple[tuple[Part | None, list[Part]], ...]:
        """Return results in groups, each with the criterion by which they are judged."""
        groups: dict[str, tuple[Part | None, list[Part]]] = {}
        for part in results:
            criterion = part.criterion
            key = criterion.id if criterion is not None else ""
            groups.setdefault(key, (criterion, []))[1].append(part)
        return tuple(groups.values())

    def judging(self, kind: str, row: str) -> tuple[Part, ...]:
        """Return the results by the criteria that judge a benefit or a claim."""
        return self.results(self._sight.holders("state_of_the_art.criteria", f"{kind}_ids", row))

    @cached_property
    def told_of_benefits(self) -> frozenset[str]:
        """The ids of the results that are told under a benefit."""
        rows = self._root.benefits.items
        return frozenset(part.id for row in rows for part in self.judging("benefit", row.id))

    def of_claim(self, row: str) -> tuple[Part, ...]:
        """Return the results for a claim that are not told under a benefit."""
        told = self.told_of_benefits
        return tuple(part for part in self.judging("claim", row) if part.id not in told)

    @cached_property
    def loose_results(self) -> tuple[Part, ...]:
        """The results that are told under no benefit and no claim, and are not about risks."""
        claims = self._root.benefits.claims
        told = self.told_of_benefits | {p.id for row in claims for p in self.of_claim(row.id)}
        rows = self._root.analysis.results
        return tuple(p for p in rows if p.id not in told and not about_risk(p))

    @cached_property
    def plan(self) -> Part | None:
        """The plan revision that was approved last, on or before the day of the report."""
        rows = self._root.plan.revisions
        dated = [(str(record_of(part).approved_on), part) for part in rows]
        known = [pair for pair in dated if pair[0] and pair[0] <= self._sight.as_of.isoformat()]
        return max(known, key=lambda pair: pair[0])[1] if known else None

    def requirements(self, *numbers: str) -> tuple[Part, ...]:
        """Return the requirements with these numbers, sub-requirements included."""
        rows = self._root.gspr.items
        return tuple(part for part in rows if _numbered(part) in numbers)

    @cached_property
    def concluded(self) -> tuple[Part, ...]:
        """The requirements 1 and 8 on which a verdict is given."""
        return tuple(part for part in self.requirements("1", "8") if part.conformity)

    def other_requirements(self, *numbers: str) -> tuple[Part, ...]:
        """Return the requirements with any other number."""
        rows = self._root.gspr.items
        return tuple(part for part in rows if _numbered(part) not in numbers)


def _all(numbers: Iterable[int | None]) -> int:
    return sum(number or 0 for number in numbers)


def _speaks_against(part: Part) -> bool:
    return record_of(part).favourable in ("no", "mixed")


def _numbered(part: Part) -> str:
    text = str(record_of(part).number).upper().replace("GSPR", "").strip()
    return text.partition(".")[0].strip()


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    order = list(_KINDS)
    place = {code: i for i, code in enumerate(order)}
    return sorted(counts.items(), key=lambda pair: place.get(pair[0], len(order)))
