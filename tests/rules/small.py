"""A small dossier for tests of the engine: every kind of field, list and reference."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.conditions import is_, no
from cerwizard.dossier.facts import Fact
from cerwizard.dossier.values import Choice, DateText, Number, Ref, Whole, YesNo
from cerwizard.dossier.waivers import Waiver


class Kind(Choice):
    UNSET = "", "Not answered"
    TRIAL = "trial", "Trial"
    BENCH = "bench", "Bench test"
    QMS = "qms", "Certificate"


class Class(Choice):
    UNSET = "", "Not answered"
    I = "I", "Class I"  # noqa: E741
    III = "III", "Class III"


EvidenceId = Annotated[str, Ref("evidence.items")]
BenefitId = Annotated[str, Ref("benefits.items")]


class Device(Section):
    STEP: ClassVar = Step(title="Device")
    name: Annotated[str, Ask(label="Name")] = ""
    device_class: Annotated[Class, Ask(label="Class")] = Class.UNSET
    implantable: Annotated[YesNo, Ask(label="Implantable")] = YesNo.UNSET
    date: Annotated[DateText, Ask(label="Date")] = ""
    limit: Annotated[Number, Ask(label="Limit")] = None


class Benefit(Row):
    TITLE: ClassVar = ("code", "text")
    NOUN: ClassVar = "benefit"
    code: Annotated[str, Ask(label="Code")] = ""
    text: Annotated[str, Ask(label="Benefit", prose=True)] = ""
    surrogate: Annotated[YesNo, Ask(label="Surrogate")] = YesNo.UNSET
    validity: Annotated[str, Ask(label="Validity", prose=True, when=is_(".surrogate", "yes"))] = ""
    measure: Annotated[Number, Ask(label="Measure")] = None
    evidence_ids: Annotated[tuple[EvidenceId, ...], Ask(label="Evidence")] = ()


class Benefits(Section):
    STEP: ClassVar = Step(title="Benefits")
    items: Annotated[tuple[Benefit, ...], Ask(label="Benefits", none="none_because")] = ()
    none_because: Annotated[str, Ask(label="None, because")] = ""


class Evidence(Row):
    TITLE: ClassVar = ("code",)
    NOUN: ClassVar = "data set"
    code: Annotated[str, Ask(label="Code")] = ""
    kind: Annotated[Kind, Ask(label="Kind")] = Kind.UNSET
    kinds: Annotated[tuple[Kind, ...], Ask(label="Kinds")] = ()
    sample: Annotated[Whole, Ask(label="Sample")] = None
    date: Annotated[DateText, Ask(label="Date")] = ""
    benefit_ids: Annotated[tuple[BenefitId, ...], Ask(label="Benefits")] = ()
    base_id: Annotated[EvidenceId, Ask(label="Based on")] = ""
    words: Annotated[tuple[str, ...], Ask(label="Words")] = ()


class EvidenceBase(Section):
    STEP: ClassVar = Step(title="Evidence")
    items: Annotated[tuple[Evidence, ...], Ask(label="Data sets")] = ()
    summary: Annotated[str, Ask(label="Summary", prose=True)] = ""
    main_ids: Annotated[tuple[EvidenceId, ...], Ask(label="The main ones")] = ()


class Line(Row):
    TITLE: ClassVar = ("name",)
    NOUN: ClassVar = "characteristic"
    name: Annotated[str, Ask(label="Characteristic")] = ""
    same: Annotated[YesNo, Ask(label="Same")] = YesNo.UNSET
    why: Annotated[str, Ask(label="Why it does not matter", when=is_(".same", "no"))] = ""
    evidence_ids: Annotated[tuple[EvidenceId, ...], Ask(label="Evidence")] = ()


class Twin(Row):
    TITLE: ClassVar = ("name",)
    NOUN: ClassVar = "device"
    name: Annotated[str, Ask(label="Name")] = ""
    withdrawn: Annotated[YesNo, Ask(label="Withdrawn")] = YesNo.UNSET
    rows: Annotated[tuple[Line, ...], Ask(label="Rows", when=no(is_(".withdrawn", "yes")))] = ()


class Equivalence(Section):
    STEP: ClassVar = Step(title="Equivalence")
    claimed: Annotated[YesNo, Ask(label="Claimed")] = YesNo.UNSET
    devices: Annotated[
        tuple[Twin, ...], Ask(label="Devices", when=is_("equivalence.claimed", "yes"))
    ] = ()


class Small(Section):
    device: Device = Device()
    benefits: Benefits = Benefits()
    evidence: EvidenceBase = EvidenceBase()
    equivalence: Equivalence = Equivalence()
    waivers: tuple[Waiver, ...] = ()


def _high(small, _day):
    return (
        "yes" if small.device.device_class == "III" or small.device.implantable == "yes" else "no"
    )


def _crowded(small, _day):
    return "yes" if sum(e.kind == "trial" for e in small.evidence.items) > 2 else "no"


def _brittle(small, _day):
    if small.device.name == "A":
        raise ValueError("A fact that fails with some names of the device.")
    return "yes" if small.device.name else "no"


FACTS = {
    "brittle": Fact("brittle", "Fails at times.", ("device.name",), _brittle),
    "high": Fact("high", "High class.", ("device.device_class", "device.implantable"), _high),
    "crowded": Fact("crowded", "Many trials.", ("evidence.items[*].kind",), _crowded),
    "report_date": Fact(
        "report_date", "The date.", ("device.date",), lambda small, _: small.device.date, ()
    ),
}
