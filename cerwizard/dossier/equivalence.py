"""Step: comparison with devices that are claimed to be equivalent."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.conditions import either, is_, no
from cerwizard.dossier.links import IndicationId, ReferenceId, VariantId
from cerwizard.dossier.regimes import EQUIVALENCE
from cerwizard.dossier.values import Choice, DateText, YesNo


class Characteristic(Choice):
    """The thirteen characteristics of Annex XIV Part A Section 3."""

    UNSET = "", "Not answered"
    T1 = "T1", "Technical: design"
    T2 = "T2", "Technical: conditions of use"
    T3 = "T3", "Technical: specifications and properties, including algorithms"
    T4 = "T4", "Technical: deployment"
    T5 = "T5", "Technical: principle of operation, critical performance requirements"
    B1 = "B1", "Biological: materials in contact with the same tissues or fluids (same)"
    B2 = "B2", "Biological: kind and duration of contact"
    B3 = "B3", "Biological: release of substances, degradation products, leachables"
    C1 = "C1", "Clinical: condition or purpose, severity and stage (same)"
    C2 = "C2", "Clinical: site in the body (same)"
    C3 = "C3", "Clinical: population, age, anatomy, physiology"
    C4 = "C4", "Clinical: kind of user (same)"
    C5 = "C5", "Clinical: critical performance for the expected clinical effect"


class Likeness(Choice):
    """How the two devices compare in one characteristic."""

    UNSET = "", "Not answered"
    SAME = "same", "Same"
    SIMILAR = "similar", "Similar"
    DIFFERENT = "different", "Different"
    NOT_APPLICABLE = "na", "Not applicable"


class Comparison(Row):
    """One characteristic of both devices, side by side."""

    TITLE: ClassVar = ("characteristic", "aspect")
    NOUN: ClassVar = "comparison"
    characteristic: Annotated[
        Characteristic, Ask(label="Characteristic", column=True, clauses=("MDR:XIV.A.3",))
    ] = Characteristic.UNSET
    aspect: Annotated[str, Ask(label="Aspect", example="Foam thickness", column=True)] = ""
    ours: Annotated[
        str,
        Ask(
            label="Device under evaluation",
            prose=True,
            column=True,
            help="A measured value with its report, not “similar”.",
            clauses=("MDCG-2020-5:I",),
        ),
    ] = ""
    theirs: Annotated[str, Ask(label="Equivalent device", prose=True, column=True)] = ""
    likeness: Annotated[Likeness, Ask(label="They are", column=True)] = Likeness.UNSET
    difference: Annotated[
        str, Ask(label="The difference", prose=True, clauses=("MDCG-2020-5:I",))
    ] = ""
    justification: Annotated[
        str,
        Ask(
            label="Why it makes no clinically significant difference",
            prose=True,
            clauses=("MDR:XIV.A.3", "MDCG-2020-5:I"),
        ),
    ] = ""
    significant: Annotated[
        YesNo, Ask(label="Clinically significant", column=True, clauses=("MDR:XIV.A.3",))
    ] = YesNo.UNSET
    sources: Annotated[str, Ask(label="Reports and documents", prose=True)] = ""
    reference_ids: Annotated[tuple[ReferenceId, ...], Ask(label="References")] = ()


class Certified(Choice):
    """On what legal basis the other device is on the market."""

    UNSET = "", "Not answered"
    MDR = "mdr", "MDR"
    MDD = "mdd", "MDD 93/42/EEC"
    AIMDD = "aimdd", "AIMDD 90/385/EEC"
    NONE = "none", "No CE mark"


class Access(Choice):
    """Means of access to the data of the other device, after MDCG 2023-7."""

    UNSET = "", "Not answered"
    A1 = "1a", "1a – contract, full and ongoing access"
    A2 = "1b", "1b – own device"
    A3 = "1c", "1c – rights to device and file acquired"
    A4 = "1d", "1d – same subcontractor, specification accessible"
    B = "2", "2 – samples tested, public information"
    C1 = "3a", "3a – same subcontractor, public information only"
    C2 = "3b", "3b – public information only"


class Conclusion(Choice):
    """The outcome of a comparison."""

    UNSET = "", "Not answered"
    DEMONSTRATED = "demonstrated", "Equivalence demonstrated"
    NOT_DEMONSTRATED = "not_demonstrated", "Equivalence not demonstrated"


class Equivalent(Row):
    """A device presumed to be equivalent: one whole comparison each."""

    TITLE: ClassVar = ("name", "version")
    NOUN: ClassVar = "equivalent device"
    name: Annotated[str, Ask(label="Device", column=True, clauses=("MDR:XIV.A.3",))] = ""
    version: Annotated[
        str, Ask(label="Model, version, generation", column=True, clauses=("MDCG-2020-5:4.c",))
    ] = ""
    manufacturer: Annotated[str, Ask(label="Manufacturer", column=True)] = ""
    own: Annotated[YesNo, Ask(label="A device of our own", clauses=("MDR:61.4",))] = YesNo.UNSET
    certified: Annotated[
        Certified,
        Ask(label="On the market under", column=True, clauses=("MDR:61.5", "MDCG-2020-5:4.d")),
    ] = Certified.UNSET
    purpose: Annotated[
        str, Ask(label="Its intended purpose", prose=True, clauses=("MDCG-2020-5:4.c",))
    ] = ""
    medicinal_substance: Annotated[
        YesNo,
        Ask(label="Contains an ancillary medicinal substance", clauses=("MDCG-2020-5:3.2.d",)),
    ] = YesNo.UNSET
    annex_xvi: Annotated[YesNo, Ask(label="An Annex XVI product", clauses=("MDCG-2020-5:4.f",))] = (
        YesNo.UNSET
    )
    access: Annotated[
        Access,
        Ask(
            label="Access to its data",
            group="Access",
            column=True,
            clauses=("MDR:XIV.A.3", "MDCG-2023-7:II"),
        ),
    ] = Access.UNSET
    access_justification: Annotated[
        str, Ask(label="Why the access is sufficient", prose=True, clauses=("MDR:XIV.A.3",))
    ] = ""
    contract: Annotated[
        YesNo,
        Ask(
            label="Contract with its manufacturer",
            clauses=("MDR:61.5",),
            when=no(is_(".own", "yes")),
        ),
    ] = YesNo.UNSET
    contract_ongoing: Annotated[
        YesNo,
        Ask(
            label="It gives full access on an ongoing basis",
            clauses=("MDR:61.5",),
            when=is_(".contract", "yes"),
        ),
    ] = YesNo.UNSET
    contract_reference: Annotated[
        str, Ask(label="Contract: reference", when=is_(".contract", "yes"))
    ] = ""
    contract_date: Annotated[
        DateText, Ask(label="Contract: date", when=is_(".contract", "yes"))
    ] = ""
    rows: Annotated[
        tuple[Comparison, ...],
        Ask(label="Comparison", group="Comparison", clauses=("MDR:XIV.A.3", "MDCG-2020-5:I")),
    ] = ()
    additive: Annotated[
        str,
        Ask(
            label="Combined effect of all differences",
            group="Conclusion",
            prose=True,
            clauses=("MDCG-2020-5:I",),
        ),
    ] = ""
    indication_ids: Annotated[
        tuple[IndicationId, ...], Ask(label="Indications for which its data are used")
    ] = ()
    variant_ids: Annotated[
        tuple[VariantId, ...], Ask(label="Variants for which they are used")
    ] = ()
    conclusion: Annotated[
        Conclusion, Ask(label="Conclusion", column=True, clauses=("MDR:XIV.A.3",))
    ] = Conclusion.UNSET
    conclusion_text: Annotated[str, Ask(label="Conclusion in words", prose=True)] = ""


class Equivalence(Section):
    """Whether equivalence is claimed and, if so, to which devices."""

    STEP: ClassVar = Step(
        title="Equivalence",
        phase="Evidence",
        page="equivalence",
        intro="Only a device that is equivalent technically, biologically and clinically lends its "
        "data. Each one needs a comparison of its own.",
        clauses=("MDR:XIV.A.3", "MDR:61.5", "MDCG-2020-5:3"),
    )

    claimed: Annotated[YesNo, Ask(label="Equivalence is claimed", clauses=("MDR:XIV.A.3",))] = (
        YesNo.UNSET
    )
    not_claimed_detail: Annotated[
        str,
        Ask(
            label="What was considered, and why equivalence is not claimed",
            prose=True,
            when=is_("equivalence.claimed", "no"),
        ),
    ] = ""
    compared: Annotated[
        YesNo,
        Ask(
            label="A comparison was made all the same and is told in the report",
            help="For a comparison that failed: its data serve for the state of the art only.",
            clauses=("MDCG-2020-13:C",),
            when=is_("equivalence.claimed", "no"),
        ),
    ] = YesNo.UNSET
    devices: Annotated[
        tuple[Equivalent, ...],
        Ask(
            label="Devices compared",
            clauses=("MDR:XIV.A.3", "MDCG-2020-5:4.b"),
            when=either(EQUIVALENCE, is_("equivalence.compared", "yes")),
        ),
    ] = ()
