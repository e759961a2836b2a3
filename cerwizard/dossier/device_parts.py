"""The lists of the device step: variants, accessories, generations, changes, markets, standards."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row
from cerwizard.dossier.values import Choice, DateText, YesNo


class Variant(Row):
    """A variant, size or configuration that the report covers."""

    TITLE: ClassVar = ("code", "name")
    NOUN: ClassVar = "variant"
    code: Annotated[str, Ask(label="Code", column=True)] = ""
    name: Annotated[str, Ask(label="Variant", column=True)] = ""
    size: Annotated[str, Ask(label="Size or setting", column=True)] = ""
    differences: Annotated[
        str, Ask(label="How it differs from the others", prose=True, column=True)
    ] = ""
    worst_case: Annotated[
        YesNo,
        Ask(label="Extreme of the range (worst case)", clauses=("MEDDEV-2.7.1r4:A10",)),
    ] = YesNo.UNSET


class Accessory(Row):
    """An accessory, or another device or product used together with the device."""

    TITLE: ClassVar = ("name",)
    NOUN: ClassVar = "accessory"
    name: Annotated[str, Ask(label="Name", column=True)] = ""
    purpose: Annotated[str, Ask(label="What it is for", prose=True, column=True)] = ""
    essential: Annotated[YesNo, Ask(label="Needed for the intended purpose", column=True)] = (
        YesNo.UNSET
    )
    own_device: Annotated[
        YesNo, Ask(label="A device in its own right", clauses=("MDR:VIII.3.2",))
    ] = YesNo.UNSET


class Generation(Row):
    """A generation of the device."""

    TITLE: ClassVar = ("name",)
    NOUN: ClassVar = "generation"
    name: Annotated[str, Ask(label="Generation", example="FB-2", column=True)] = ""
    years: Annotated[str, Ask(label="Years on the market", example="2012–today", column=True)] = ""
    current: Annotated[YesNo, Ask(label="The device under evaluation", column=True)] = YesNo.UNSET
    changes: Annotated[str, Ask(label="What changed and why", prose=True, column=True)] = ""


class Change(Row):
    """A change of the device since the last report."""

    TITLE: ClassVar = ("date", "change")
    NOUN: ClassVar = "change"
    date: Annotated[DateText, Ask(label="Date", column=True)] = ""
    change: Annotated[str, Ask(label="Change", prose=True, column=True)] = ""
    impact: Annotated[
        str, Ask(label="What it means clinically", prose=True, column=True, clauses=("MDR:61.11",))
    ] = ""


class SimilarDevice(Row):
    """A device of the same generic device group: context, not evidence."""

    TITLE: ClassVar = ("name",)
    NOUN: ClassVar = "similar device"
    name: Annotated[str, Ask(label="Name", column=True)] = ""
    manufacturer: Annotated[str, Ask(label="Manufacturer", column=True)] = ""
    relation: Annotated[str, Ask(label="How it is similar", prose=True, column=True)] = ""


class StandardKind(Choice):
    """What kind of document is applied."""

    UNSET = "", "Not answered"
    COMMON = "cs", "Common specification"
    STANDARD = "standard", "Standard"
    GUIDANCE = "guidance", "Guidance"


class Applied(Choice):
    """How far a standard is applied."""

    UNSET = "", "Not answered"
    FULL = "full", "In full"
    PART = "part", "In part"
    NOT = "not", "Not applied"


class Standard(Row):
    """A common specification, standard or guidance document."""

    TITLE: ClassVar = ("reference", "edition")
    NOUN: ClassVar = "standard"
    reference: Annotated[str, Ask(label="Reference", example="EN ISO 14971", column=True)] = ""
    edition: Annotated[str, Ask(label="Edition", example="2019 + A11:2021", column=True)] = ""
    kind: Annotated[StandardKind, Ask(label="Kind", column=True)] = StandardKind.UNSET
    subject: Annotated[str, Ask(label="Subject", column=True)] = ""
    applied: Annotated[Applied, Ask(label="Applied", column=True)] = Applied.UNSET
    deviation: Annotated[
        str, Ask(label="Deviation and its reason", prose=True, clauses=("MDR:9.3",))
    ] = ""


class Market(Row):
    """The regulatory status in one country."""

    TITLE: ClassVar = ("country",)
    NOUN: ClassVar = "market"
    country: Annotated[str, Ask(label="Country or region", column=True)] = ""
    since: Annotated[DateText, Ask(label="Since", column=True)] = ""
    status: Annotated[str, Ask(label="Status", column=True)] = ""
    identifier: Annotated[str, Ask(label="Identifier", example="510(k) number", column=True)] = ""
