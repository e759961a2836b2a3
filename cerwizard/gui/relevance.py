"""Which questions apply, and, in words, why the others do not."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from cerwizard.dossier import reach
from cerwizard.dossier.ask import Kind, Question, question
from cerwizard.dossier.conditions import Condition
from cerwizard.errors import CerWizardError


@dataclass(frozen=True, slots=True)
class Place:
    """A record as a form sees it: the class of the whole, and where in it records like this are."""

    root: type[BaseModel]
    pattern: str


def because(condition: Condition, place: Place) -> str:
    """Return the condition as the end of “asked only if …”."""
    joined = {"any_of": " or ", "all_of": " and "}.get(condition.word)
    if joined:
        return joined.join(because(part, place) for part in condition.parts)
    if condition.word == "not":
        return f"it is not so that {because(condition.parts[0], place)}"
    asked = _question_at(condition.path, place)
    subject = f"“{asked.ask.label}”" if asked else "another answer"
    if condition.word == "one_of" and asked and isinstance(condition.value, tuple):
        return f"{subject} is {_listed(list(_labels(asked, condition.value)))}"
    return f"{subject} {_VERBS.get(condition.word, 'calls for it')}"


_VERBS = {"filled": "is answered"}


def _question_at(path: str, place: Place) -> Question | None:
    try:
        route = reach.resolve(place.root, reach.scope_at(place.root, place.pattern), path)
        return question(route.end.model, route.leaf.name) if route.leaf else None
    except (CerWizardError, KeyError):
        return None


def _labels(asked: Question, codes: tuple[str, ...]) -> Iterator[str]:
    if asked.kind not in (Kind.CHOICE, Kind.CHOICES):
        yield from codes
        return
    labels = {str(member): member.label for member in asked.item}
    yield from (labels.get(code, code) for code in codes)


def _listed(words: list[str]) -> str:
    quoted = [f"“{word}”" for word in words]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
