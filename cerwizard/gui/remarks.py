"""The findings, sorted for those who show them: by address, by list, by step."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from cerwizard.dossier.paths import parent, split
from cerwizard.rules.finding import Finding, Severity


class Remarks:
    """An immutable view of one judgement; waived findings are listed, but do not count."""

    def __init__(self, findings: Iterable[Finding] = ()) -> None:
        self.all = tuple(findings)
        self._at: dict[str, list[Finding]] = defaultdict(list)
        self._steps: dict[str, list[Finding]] = defaultdict(list)
        self._rows: dict[str, dict[str, Severity]] = defaultdict(dict)
        for finding in self.all:
            self._at[finding.path].append(finding)
            self._steps[finding.step].append(finding)
            if finding.waived is None:
                self._note_rows(finding)

    def _note_rows(self, finding: Finding) -> None:
        address = finding.path
        while "[" in address:
            last = split(address)[-1]
            if last.row is not None:
                rows = self._rows[parent(address)]
                rows[last.row] = _worse(rows.get(last.row), finding.severity)
            address = parent(address)

    def at(self, address: str) -> tuple[Finding, ...]:
        """Return the findings about exactly this address."""
        return tuple(self._at.get(address, ()))

    def of_step(self, step: str) -> tuple[Finding, ...]:
        """Return the findings that belong to a step."""
        return tuple(self._steps.get(step, ()))

    def of_rows(self, list_address: str) -> Mapping[str, Severity]:
        """Return, for each row of a list that has findings, the worst severity."""
        return self._rows.get(list_address, {})

    def counts(self, step: str = "") -> Counter[Severity]:
        """Count what is not waived by severity, in one step or in all."""
        chosen = self.of_step(step) if step else self.all
        return Counter(f.severity for f in chosen if f.waived is None)


def _worse(one: Severity | None, other: Severity) -> Severity:
    return other if one is None or other.rank < one.rank else one
