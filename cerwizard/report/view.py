"""A dossier as its documents see it: each answer as printed, with its address."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache, partial
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from cerwizard.dossier import numerals, paths
from cerwizard.dossier.ask import Kind, Question, Row, empty, questions
from cerwizard.dossier.ask import question as ask_for
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.holds import Compiler
from cerwizard.dossier.reach import scope_at
from cerwizard.dossier.values import Choice
from cerwizard.dossier.view import Place, View
from cerwizard.reckon.facts import FACTS
from cerwizard.report import wording
from cerwizard.report.beat import Beat, quiet
from cerwizard.report.blocks import Provenance, Span
from cerwizard.report.labels import CHOICES
from cerwizard.report.quoting import Value
from cerwizard.rules.catalog import Pack

_PLURALS = {"criterion": "criteria", "evidence": "evidence", "supporting": "supporting"}


class Chosen(Value):
    """A choice by its label; `code` is what the dossier holds."""

    __slots__ = ("code",)

    code: str

    @property
    def yes(self) -> bool:
        """Whether the answer is yes."""
        return self.code == "yes"

    @property
    def no(self) -> bool:
        """Whether the answer is no; an unanswered question is neither."""
        return self.code == "no"


class Part:
    """A section or a row. Its fields are attributes; empty ones and those not asked are false.

    Texts, numbers and dates are Values as they are printed, choices are Chosen, lists are tuples.
    `benefit_ids` is followed by `benefits`, `criterion_id` by `criterion`; a reference that
    dangles leads to nothing.
    """

    __slots__ = ("_place", "_sight")

    def __init__(self, sight: "Sight", place: Place) -> None:
        self._sight = sight
        self._place = place

    def __getattr__(self, name: str) -> Any:
        """Return what the field or the followed reference `name` has for a template."""
        reader = _readers(model_of(self)).get(name)
        if reader is None:
            raise AttributeError(f"{model_of(self).__name__} has no field “{name}”")
        return reader(self)

    def __repr__(self) -> str:
        return f"Part({self._place.address!r})"


class Sight:
    """One dossier on one day for one document, looked at from its root.

    `pack` holds the rules for documents that tell what they find; None stands for our own.
    """

    def __init__(
        self, dossier: Dossier, as_of: date, document: str = "cer", pack: Pack | None = None
    ) -> None:
        self.dossier = dossier
        self.document = document
        self.pack = pack
        self.as_of = as_of
        self.view = View(dossier, as_of)
        self.beat: Beat = quiet  # called again and again while a document is made
        self.known: dict[str, Any] = {}  # what callers have worked out about a part, by address
        self._lists: dict[str, tuple[Part, ...]] = {}
        self._rows: dict[str, dict[str, Part]] = {}
        self._holders: dict[tuple[str, str], dict[str, list[Part]]] = {}
        self.root = Part(self, Place(dossier))

    def row(self, target: str, row: str) -> Part | None:
        """Return a row of a section's list such as `risks.items` by its id, or None."""
        known = self._rows.get(target)
        if known is None:
            self._rows[target] = known = {record_of(part).id: part for part in self.rows(target)}
        return known.get(row)

    def rows(self, target: str, ids: Iterable[str] | None = None) -> tuple[Part, ...]:
        """Return the rows of a section's list, all of them or those with `ids`, in that order."""
        if ids is not None:
            return tuple(part for part in map(partial(self.row, target), ids) if part is not None)
        section = target.partition(".")[0]
        around = Place(getattr(self.dossier, section), section)
        return self.listed(target, attrgetter(target)(self.dossier), around)

    def listed(self, address: str, records: tuple[Row, ...], around: Place) -> tuple[Part, ...]:
        """Return the rows of the list at `address`, the same parts each time."""
        known = self._lists.get(address)
        if known is None:
            self._lists[address] = known = tuple(
                Part(self, Place(record, f"{address}[{record.id}]", around)) for record in records
            )
        return known

    def holders(self, target: str, name: str, row: str) -> tuple[Part, ...]:
        """Return the rows of the list `target` whose reference field `name` holds the id `row`."""
        known = self._holders.get((target, name))
        if known is None:
            self._holders[target, name] = known = {}
            for part in self.rows(target):
                held = getattr(record_of(part), name)
                for one in (held,) if isinstance(held, str) else held:
                    known.setdefault(one, []).append(part)
        return tuple(known.get(row, ()))


def record_of(part: Part) -> Any:
    """Return the section or row itself."""
    return part._place.value  # noqa: SLF001 - these functions are the other half of Part


def model_of(part: Part) -> type[BaseModel]:
    """Return the class of the section or row."""
    model: type[BaseModel] = type(record_of(part))
    return model


def address_of(part: Part) -> str:
    """Return the address of a section or row."""
    return part._place.address  # noqa: SLF001


def sight_of(part: Part) -> Sight:
    """Return the sight to which a part belongs."""
    return part._sight  # noqa: SLF001


def place_of(part: Part) -> Place:
    """Return where a part stands in the dossier."""
    return part._place  # noqa: SLF001


def field_address(part: Part, name: str) -> str:
    """Return the address of a field."""
    at = address_of(part)
    return f"{at}.{name}" if at else name


def asked(part: Part, question: Question) -> bool:
    """Say whether the question applies to the part."""
    if question.ask.when is None:
        return True
    place = place_of(part)
    test = _test(model_of(part), question.name, paths.pattern(place.address))
    return test(sight_of(part).view, place)


@cache
def _test(model: type[BaseModel], name: str, pattern: str) -> Callable[[View, Place], bool]:
    when = ask_for(model, name).ask.when
    assert when is not None
    return _compiler().judged(when, scope_at(Dossier, pattern)).test


@cache
def _compiler() -> Compiler:
    return Compiler(Dossier, FACTS)


def held(part: Part, question: Question) -> Any:
    """Return the plain answer, or None if the question does not apply or is not answered."""
    value = getattr(record_of(part), question.name)
    if empty(value) or (question.ask.when is not None and not asked(part, question)):
        return None
    return value


_Reader = Callable[[Part], Any]


@cache
def _readers(model: type[BaseModel]) -> dict[str, _Reader]:
    found: dict[str, _Reader] = {"id": lambda part: record_of(part).id}
    asked_for = {q.name: q for q in questions(model)}
    for name in model.model_fields:
        if name in asked_for:
            found[name] = _reader(asked_for[name])
        elif name != "id":
            found[name] = _section_reader(name)
    for question in asked_for.values():
        if question.kind in (Kind.REF, Kind.REFS):
            found[followed(question.name)] = _follower(question)
    return found


def _section_reader(name: str) -> _Reader:
    def read(part: Part) -> Part:
        place = Place(getattr(record_of(part), name), field_address(part, name))
        return Part(sight_of(part), place)

    return read


def followed(name: str) -> str:
    """Return the name under which the rows behind a reference field are found."""
    if name.endswith("_id"):
        return name.removesuffix("_id")
    word = name.removesuffix("_ids")
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ch", "s", "x")) else f"{word}s"


def _follower(question: Question) -> _Reader:
    target, name = question.item.target, question.name

    def one(part: Part) -> Part | None:
        found = held(part, question)
        return sight_of(part).row(target, found) if found else None

    def many(part: Part) -> tuple[Part, ...]:
        return sight_of(part).rows(target, held(part, question) or ())

    return one if name.endswith("_id") else many


def _reader(question: Question) -> _Reader:
    match question.kind:
        case Kind.ROWS:
            return _row_reader(question)
        case Kind.CHOICE:
            return lambda part: _chosen(part, question, held(part, question))
        case Kind.CHOICES:
            return lambda part: tuple(
                _chosen(part, question, one) for one in held(part, question) or ()
            )
        case Kind.REFS:
            return lambda part: held(part, question) or ()
        case Kind.LINES:
            return lambda part: tuple(
                Value(wording.bound(line), field_address(part, question.name))
                for line in held(part, question) or ()
                if line.strip()
            )
        case Kind.REF:
            return lambda part: held(part, question) or ""
    text = _text_maker(question)
    return lambda part: _value(part, question, text)


def _row_reader(question: Question) -> _Reader:
    name = question.name

    def read(part: Part) -> tuple[Part, ...]:
        rows = held(part, question)
        if not rows:
            return ()
        return sight_of(part).listed(field_address(part, name), rows, place_of(part))

    return read


def _text(value: object) -> str:
    return wording.bound(str(value))


def _value(part: Part, question: Question, text: Callable[[Any], str]) -> Value:
    found = held(part, question)
    return Value("" if found is None else text(found), field_address(part, question.name))


def _chosen(part: Part, question: Question, choice: Choice | None) -> Chosen:
    code = str(choice.value) if choice else ""
    label = _labels(question.item)[choice] if choice else ""
    chosen = Chosen(label, field_address(part, question.name))
    chosen.code = code
    return chosen


@cache
def _labels(choices: type[Choice]) -> dict[Choice, str]:
    name = choices.__name__
    return {member: CHOICES.get(f"{name}.{member.value}", member.label) for member in choices}


def teller(question: Question) -> Callable[[Part], Span | None]:
    """Return a function that gives the answer to a question of one value as a span.

    The same as the attribute of the part, without a detour: long tables are made of it.
    """
    name, when = question.name, question.ask.when
    text = _text_maker(question)

    def tell(part: Part) -> Span | None:
        place = place_of(part)
        value = getattr(place.value, name)
        if empty(value) or (when is not None and not asked(part, question)):
            return None
        return Span(text(value), f"{place.address}.{name}", Provenance.GIVEN)

    return tell


def _text_maker(question: Question) -> Callable[[Any], str]:
    if question.kind is Kind.CHOICE:
        return _labels(question.item).__getitem__
    if question.kind in (Kind.WHOLE, Kind.NUMBER):
        return partial(numerals.answer, question.name)
    return wording.day if question.kind is Kind.DATE else _text
