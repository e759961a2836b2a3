"""Checks that other documents have the purpose, the ages and the users of the report."""

from collections.abc import Iterator

from cerwizard.dossier.ask import title
from cerwizard.dossier.choices import Age
from cerwizard.dossier.populations import UserKind
from cerwizard.dossier.purpose import Contraindication
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
        told = texts.stems(f"{source.indications}\n{source.intended_purpose}")
        named = [(title(row), f"{row.condition} {row.site} {row.severity}") for row in rows]
        yield from lacking(place, "indications", texts.untold(named, told))


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
    items = texts.parts(place.value.indications)
    found = texts.foreign(items, texts.stems(whole_purpose(view)))
    yield from lacking(place, "indications", found)


@check(
    "contraindications-known",
    "The document has no contraindication that the report lacks; {=detail} names those.",
    ".contraindications",
    *PURPOSE,
)
def _more_contraindications(view: View, place: Place) -> Iterator[Fault]:
    items = texts.parts(place.value.contraindications)
    found = texts.foreign(items, texts.stems(whole_purpose(view)))
    yield from lacking(place, "contraindications", found)


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


_CHILDREN = (Age.PRETERM, Age.NEONATE, Age.INFANT, Age.CHILD)
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
    ours = any(age in _CHILDREN for group in populations.groups for age in group.ages)
    if theirs and populations.groups and not ours:
        yield Fault(f"{place.address}.indications")


_LAY = frozenset(
    ("lay", "layperson", "laypersons", "patients", "consumers", "carers", "caregivers")
)


@check(
    "users-agree",
    "Document and report agree on whether lay persons use the device; {=detail} says who has them.",
    ".users",
    "populations.users[*].kind",
)
def _users(view: View, place: Place) -> Iterator[Fault]:
    words = {word.strip(".,;:()").casefold() for word in place.value.users.split()}
    kinds = {row.kind for row in view.root.populations.users if row.kind}
    if not words or not kinds:
        return
    theirs, ours = bool(words & _LAY), bool(kinds & {UserKind.LAY, UserKind.CARER})
    if theirs and not ours:
        yield Fault(f"{place.address}.users", "The document names lay users, the report does not")
    if ours and not theirs:
        yield Fault(f"{place.address}.users", "The report names lay users, the document does not")
