"""Checks that other documents have the purpose, the ages and the users of the report."""

import re
from collections.abc import Iterator

from cerwizard.dossier.ask import title
from cerwizard.dossier.choices import CHILDREN
from cerwizard.dossier.populations import User, UserKind
from cerwizard.dossier.purpose import Contraindication
from cerwizard.dossier.sources import SourceKind
from cerwizard.dossier.view import Place, View
from cerwizard.reckon import source_texts as texts
from cerwizard.rules.checks.purpose_texts import PURPOSE, lacking, whole_purpose
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check


@check(
    "indications-told",
    "Each indication is told in the document; {=detail} names those of which no word is.",
    ".indications",
    ".intended_purpose",
    *(f"purpose.indications[*].{name}" for name in ("code", "condition", "site", "severity")),
)
def _indications(view: View, place: Place) -> Iterator[Fault]:
    source, rows = place.value, view.root.purpose.indications
    if source.indications.strip():
        listed = texts.stems(source.indications)
        told = listed | texts.stems(source.intended_purpose)
        named = [(title(row), f"{row.condition} {row.site} {row.severity}") for row in rows]
        yield from lacking(place, "indications", texts.untold(named, told, listed))


@check(
    "contraindications-told",
    "Each contraindication is told in the document; {=detail} names those of which no word is.",
    ".contraindications",
    *(f"purpose.contraindications[*].{name}" for name in Contraindication.TITLE),
)
def _contraindications(view: View, place: Place) -> Iterator[Fault]:
    source, rows = place.value, view.root.purpose.contraindications
    if source.contraindications.strip():
        told = texts.stems(source.contraindications)
        named = [(title(row), row.text) for row in rows]
        yield from lacking(place, "contraindications", texts.untold(named, told))


@check(
    "indications-known",
    "The document has no indication that the report lacks; {=detail} names those.",
    ".indications",
    *PURPOSE,
)
def _more_indications(view: View, place: Place) -> Iterator[Fault]:
    yield from _more(view, place, "indications")


@check(
    "contraindications-known",
    "The document has no contraindication that the report lacks; {=detail} names those.",
    ".contraindications",
    *PURPOSE,
)
def _more_contraindications(view: View, place: Place) -> Iterator[Fault]:
    yield from _more(view, place, "contraindications")


def _more(view: View, place: Place, field: str) -> Iterator[Fault]:
    items = texts.parts(getattr(place.value, field))
    found = texts.foreign(items, texts.stems(whole_purpose(view)))
    yield from lacking(place, field, found)


@check(
    "ages-agree",
    "The ages in the document are those of the report; {=detail} names the others.",
    ".indications",
    ".contraindications",
    ".intended_purpose",
    *PURPOSE,
)
def _ages(view: View, place: Place) -> Iterator[Fault]:
    source = place.value
    said = f"{source.indications}\n{source.contraindications}\n{source.intended_purpose}"
    theirs, ours = texts.ages(said), texts.ages(whole_purpose(view))
    if theirs and ours and theirs - ours:
        ages = ", ".join(str(age) for age in sorted(theirs - ours))
        field = "contraindications" if source.contraindications.strip() else "indications"
        yield Fault(f"{place.address}.{field}", ages)


_CHILD = frozenset(("child", "paedi", "pedia", "infan", "neona", "newbo", "prete"))


@check(
    "children-in-both",
    "If the document names children among the patients, the report does, too.",
    ".indications",
    ".intended_purpose",
    "populations.groups[*].ages",
    "populations.not_intended_for",
)
def _children(view: View, place: Place) -> Iterator[Fault]:
    populations = view.root.populations
    theirs = texts.stems(f"{place.value.indications} {place.value.intended_purpose}") & _CHILD
    ours = any(age in CHILDREN for group in populations.groups for age in group.ages)
    if theirs and populations.groups and not ours:
        yield Fault(f"{place.address}.indications")


_AND = re.compile(r"\s+(?:and|or)\s+")
# Words that any text on users has, whoever they are.
_ANY_USER = texts.stems(
    "trained training instructed instruction qualified experienced experience specialist "
    "specialists professional professionals healthcare health medical clinical clinician "
    "clinicians personnel staff physician physicians doctor doctors practitioner practitioners "
    "familiar skilled licensed supervision hospital hospitals home lay layperson laypersons "
    "patient patients person persons carer carers caregiver caregivers consumer consumers "
    "themselves adult adults operator operators"
)
_LAY = frozenset(
    ("lay", "layperson", "laypersons", "patients", "consumers", "carers", "caregivers")
)


@check(
    "users-agree",
    "Document and report agree on the users, lay and professional; {=detail} says on whom not.",
    ".users",
    ".kind",
    *(f"populations.users[*].{name}" for name in ("name", "kind", "qualification")),
    "populations.users[*].training_detail",
)
def _users(view: View, place: Place) -> Iterator[Fault]:
    said, rows = place.value.users, [row for row in view.root.populations.users if row.kind]
    # A summary of safety and performance has readers; who uses the device it tells by the way.
    if not said.strip() or not rows or place.value.kind is SourceKind.SSCP:
        return
    address = f"{place.address}.users"
    lay = [row for row in rows if row.kind in (UserKind.LAY, UserKind.CARER)]
    named = bool(_words(said) & _LAY)
    if named and not lay:
        yield Fault(address, "The document names lay users, the report does not")
    elif lay and not named and not _by_name(said, lay):
        yield Fault(address, "The report names lay users, the document does not")
    elif strange := _strangers(said, rows):
        yield Fault(address, f"The document names “{strange[0]}”, the report does not")


def _words(text: str) -> set[str]:
    return {word.strip(".,;:()").casefold() for word in text.split()}


def _by_name(said: str, lay: list[User]) -> bool:
    """Say whether the document calls lay users by the report's own words."""
    return any(texts.stems(row.name) & texts.stems(said) for row in lay)


def _strangers(said: str, rows: list[User]) -> list[str]:
    ours = (f"{row.name} {row.qualification} {row.training_detail}" for row in rows)
    known = texts.stems("\n".join(ours)) | _ANY_USER
    items = (item for part in texts.parts(said, fine=True) for item in _AND.split(part))
    return texts.foreign(items, known)
