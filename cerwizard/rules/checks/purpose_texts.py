"""Everything that is said on the purpose, as the other documents are held against it."""

from collections.abc import Iterator

from cerwizard.dossier.view import Place, View
from cerwizard.rules.checks.naming import first_few
from cerwizard.rules.messages import Fault

_MOST = 3
PURPOSE = (
    "purpose.intended_purpose",
    "purpose.excluded_uses",
    *(f"purpose.indications[*].{n}" for n in ("code", "condition", "severity", "site", "limits")),
    *(f"purpose.contraindications[*].{n}" for n in ("code", "text", "reason")),
    "purpose.warnings[*].text",
    "populations.not_intended_for",
    "populations.contact_site",
    *(f"populations.groups[*].{n}" for n in ("name", "characteristics", "excluded")),
)


def whole_purpose(view: View) -> str:
    """Return everything that is said on the purpose, as one text."""
    root = view.root
    rows = (
        *((i.condition, i.severity, i.site, i.limits) for i in root.purpose.indications),
        *((c.text, c.reason) for c in root.purpose.contraindications),
        *((w.text,) for w in root.purpose.warnings),
        *((g.name, g.characteristics, g.excluded) for g in root.populations.groups),
    )
    single = (
        root.purpose.intended_purpose,
        root.purpose.excluded_uses,
        root.populations.not_intended_for,
        root.populations.contact_site,
    )
    return "\n".join((*single, *(text for row in rows for text in row)))


def lacking(place: Place, field: str, names: list[str]) -> Iterator[Fault]:
    """Yield the fault that a document lacks, or has too much of, what is named."""
    if names:
        quoted = [f"“{name}”" for name in sorted(names)]
        yield Fault(f"{place.address}.{field}", first_few(quoted, _MOST))
