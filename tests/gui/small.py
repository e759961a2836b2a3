"""A small dossier for tests of the forms: one of each kind, a list in a list, a condition."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.values import Choice, DateText, Number, Ref, Whole, YesNo

ThingId = Annotated[str, Ref("small.things")]


class Colour(Choice):
    """A choice with an empty member."""

    UNSET = "", "Not answered"
    RED = "red", "Red"
    BLUE = "blue", "Blue"


class Letter(Choice):
    """A choice without an empty member."""

    A = "a", "Letter A"
    B = "b", "Letter B"
    C = "c", "Letter C"


class Part(Row):
    """A row within a row."""

    TITLE: ClassVar = ("name",)
    NOUN: ClassVar = "part"
    name: Annotated[str, Ask(label="Name of the part", column=True)] = ""


class Thing(Row):
    """A row."""

    TITLE: ClassVar = ("code", "name")
    NOUN: ClassVar = "thing"
    code: Annotated[str, Ask(label="Code", column=True)] = ""
    name: Annotated[str, Ask(label="Name", column=True)] = ""
    size: Annotated[Number, Ask(label="Size", column=True)] = None
    colour: Annotated[Colour, Ask(label="Colour")] = Colour.UNSET
    shade: Annotated[str, Ask(label="Shade", when=is_(".colour", "red"))] = ""
    parts: Annotated[tuple[Part, ...], Ask(label="Parts")] = ()


class Small(Section):
    """One field of each kind."""

    STEP: ClassVar = Step(title="Small", phase="Phase", intro="An intro.", clauses=("MDR:61.1",))
    line: Annotated[
        str,
        Ask(label="Line", group="Texts", help="Help.", example="X1", clauses=("MDR:61.1",)),
    ] = ""
    prose: Annotated[str, Ask(label="Prose", prose=True)] = ""
    lines: Annotated[tuple[str, ...], Ask(label="Lines")] = ()
    number: Annotated[Number, Ask(label="Number", group="Values", unit="mm")] = None
    whole: Annotated[Whole, Ask(label="Whole")] = None
    date: Annotated[DateText, Ask(label="Date")] = ""
    yes: Annotated[YesNo, Ask(label="Yes or no")] = YesNo.UNSET
    colour: Annotated[Colour, Ask(label="Colour")] = Colour.UNSET
    letters: Annotated[tuple[Letter, ...], Ask(label="Letters")] = ()
    only_if: Annotated[str, Ask(label="Only if yes", when=is_("small.yes", "yes"))] = ""
    thing_id: Annotated[ThingId, Ask(label="A thing", group="Things")] = ""
    thing_ids: Annotated[tuple[ThingId, ...], Ask(label="Several things")] = ()
    things: Annotated[tuple[Thing, ...], Ask(label="Things", none="no_things")] = ()
    no_things: Annotated[str, Ask(label="No thing, because")] = ""


class Root(Section):
    """The root."""

    small: Small = Small()


THINGS = tuple(Thing(id=f"t{i}", code=f"T{i}", name=f"Thing number {i}") for i in range(4))
