"""Which missing answers a document asks for, and in which words."""

from functools import cache

from pydantic import BaseModel

from cerwizard.dossier.ask import Kind, Question, question, questions
from cerwizard.errors import BadClauseError
from cerwizard.law import clauses
from cerwizard.report.blocks import Provenance, Span, Spans
from cerwizard.report.labels import LABELS
from cerwizard.report.view import Part, asked, field_address, held, model_of

_MOST_CLAUSES = 2
# What the law names and a device may rightly be without.
OPTIONAL = frozenset(
    {
        "Device.udi_di",
        "Device.other_names",
        "Device.listed_product",
        "Document.certificate",
        "Document.certificate_until",
        "Document.changes_since_last",
        "Document.revisions",
        "Plan.exploratory",
        "Plan.confirmatory",
        "EvidenceBase.unfavourable_statement",
        "Benefits.performance",
        "Equivalence.compared",
        "Investigation.transferability",
        "Investigation.basis",
        "Evidence.ages",
        "Evidence.follow_up_days",
        "Evidence.generation_ids",
        "Evidence.sample_rationale",
        "Activity.equivalent_ids",
        "Activity.schedule",
        "Endpoint.verdict",
    }
)
# What is not missing if another field of the same record is answered, or only then.
_INSTEAD = {
    "Investigation.registrations": "registration_rationale",
    "Risk.rate": "no_rate_because",
    "Evaluator.years": "qualification_note",
}
_ONLY_WITH = {"Investigation.publication_differences": "reference_ids"}


@cache
def _reasons(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(q.ask.none for q in questions(model) if q.ask.none)


def wanted(part: Part, name: str) -> bool:
    """Say whether the field applies, is missing, and has to be there.

    An empty list with the reason why is not missing; the reason itself never is.
    """
    model = model_of(part)
    asks = question(model, name)
    if not asks.ask.clauses or f"{model.__name__}.{name}" in OPTIONAL or name in _reasons(model):
        return False
    if held(part, asks) is not None or not asked(part, asks):
        return False
    key = f"{model.__name__}.{name}"
    if key in _ONLY_WITH and not _answered(part, _ONLY_WITH[key]):
        return False
    return not _answered(part, asks.ask.none or _INSTEAD.get(key, ""))


def _answered(part: Part, name: str) -> bool:
    return bool(name) and held(part, question(model_of(part), name)) is not None


def open_mark(part: Part, name: str, *, labelled: bool = True, short: bool = False) -> Span:
    """Return the mark that the field is still to be written, with the clauses that want it.

    `labelled` names the field; a `short` mark names neither field nor clauses.
    """
    asks = question(model_of(part), name)
    if short:
        return Span(_verb(asks), field_address(part, name), Provenance.OPEN)
    words = f"{_verb(asks)}: {label(model_of(part), name)}" if labelled else _verb(asks)
    cites = "; ".join(cite(clause) for clause in asks.ask.clauses[:_MOST_CLAUSES])
    text = f"{words} ({cites})" if cites else words
    return Span(text, field_address(part, name), Provenance.OPEN)


def missing(part: Part, name: str, *, labelled: bool = True, short: bool = False) -> Spans:
    """Return the mark of a field that is wanted, else nothing."""
    if not wanted(part, name):
        return ()
    return (open_mark(part, name, labelled=labelled, short=short),)


def label(model: type[BaseModel], name: str) -> str:
    """Return how a field is called in a report."""
    return LABELS.get(f"{model.__name__}.{name}") or question(model, name).ask.label


def _verb(asks: Question) -> str:
    return "To be answered" if asks.kind in (Kind.CHOICE, Kind.CHOICES) else "To be written"


@cache
def cite(clause: str) -> str:
    """Return the readable citation of a clause, or its id if the catalogue does not have it."""
    try:
        return clauses.load().cite(clause)
    except BadClauseError:
        return clause
