"""Step: what the device is for and when it must not be used."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.links import RiskId
from cerwizard.dossier.values import Choice, YesNo


class Function(Choice):
    """The medical functions named in Article 2(1)."""

    DIAGNOSIS = "diagnosis", "Diagnosis"
    PREVENTION = "prevention", "Prevention"
    MONITORING = "monitoring", "Monitoring"
    PREDICTION = "prediction", "Prediction"
    PROGNOSIS = "prognosis", "Prognosis"
    TREATMENT = "treatment", "Treatment"
    ALLEVIATION = "alleviation", "Alleviation"
    COMPENSATION = "compensation", "Compensation for an injury or disability"
    REPLACEMENT = "replacement", "Investigation, replacement or modification of the anatomy"
    CONTRACEPTION = "contraception", "Control or support of conception"
    CLEANING = "cleaning", "Cleaning, disinfection or sterilisation of devices"
    NON_MEDICAL = "non_medical", "No medical purpose (Annex XVI)"


class Chronicity(Choice):
    """Acute or chronic."""

    UNSET = "", "Not answered"
    ACUTE = "acute", "Acute"
    CHRONIC = "chronic", "Chronic"
    BOTH = "both", "Both"


class Indication(Row):
    """A clinical condition that the device diagnoses, prevents, monitors or treats."""

    TITLE: ClassVar = ("code", "condition")
    NOUN: ClassVar = "indication"
    code: Annotated[str, Ask(label="Code", example="I1", column=True)] = ""
    condition: Annotated[
        str,
        Ask(
            label="Condition",
            prose=True,
            column=True,
            clauses=("MDR:XIV.A.1.a.3", "MDCG-2020-6:1.2"),
        ),
    ] = ""
    function: Annotated[
        tuple[Function, ...], Ask(label="What the device does about it", clauses=("MDR:2.1",))
    ] = ()
    severity: Annotated[str, Ask(label="Stage and severity", column=True)] = ""
    chronicity: Annotated[Chronicity, Ask(label="Acute or chronic")] = Chronicity.UNSET
    site: Annotated[str, Ask(label="Site in the body", column=True)] = ""
    icd: Annotated[str, Ask(label="ICD code", example="L89")] = ""
    limits: Annotated[
        str,
        Ask(label="What is not indicated", prose=True, help="Stages, sites or settings left out."),
    ] = ""


class Contraindication(Row):
    """A situation in which the device must not be used."""

    TITLE: ClassVar = ("code", "text")
    NOUN: ClassVar = "contraindication"
    code: Annotated[str, Ask(label="Code", example="C1", column=True)] = ""
    text: Annotated[
        str, Ask(label="Contraindication", prose=True, column=True, clauses=("MDR:XIV.A.1.a.3",))
    ] = ""
    reason: Annotated[str, Ask(label="Reason", prose=True, column=True)] = ""


class Origin(Choice):
    """Where a warning comes from."""

    UNSET = "", "Not answered"
    RISK = "risk", "A risk in the risk management file"
    STANDARD = "standard", "A standard or labelling rule"


class Warning_(Row):
    """A warning or precaution in the instructions for use."""

    TITLE: ClassVar = ("code", "text")
    NOUN: ClassVar = "warning"
    code: Annotated[str, Ask(label="Code", example="W1", column=True)] = ""
    text: Annotated[str, Ask(label="Warning or precaution", prose=True, column=True)] = ""
    origin: Annotated[Origin, Ask(label="Origin", column=True, clauses=("MDCG-2020-13:G",))] = (
        Origin.UNSET
    )
    risk_ids: Annotated[
        tuple[RiskId, ...],
        Ask(label="Risks behind it", clauses=("MDR:I.23.4.g",), when=is_(".origin", "risk")),
    ] = ()


class Purpose(Section):
    """Intended purpose, indications, contraindications and warnings."""

    STEP: ClassVar = Step(
        title="Intended purpose",
        phase="Device and purpose",
        intro="The intended purpose word for word as in the instructions for use, "
        "and every indication on its own line.",
        clauses=("MDR:2.12", "MDR:XIV.A.1.a.2", "MDR:XIV.A.1.a.3"),
    )

    intended_purpose: Annotated[
        str,
        Ask(
            label="Intended purpose",
            group="Intended purpose",
            prose=True,
            help="Copy it from the instructions for use; do not reword it here.",
            clauses=("MDR:2.12", "MDR:XIV.A.1.a.2", "MDR:I.23.4.b"),
        ),
    ] = ""
    functions: Annotated[
        tuple[Function, ...], Ask(label="Medical function", clauses=("MDR:2.1",))
    ] = ()
    indications: Annotated[
        tuple[Indication, ...],
        Ask(
            label="Indications",
            group="Indications",
            help="One row each: the evidence is counted per indication.",
            none="no_indications_because",
            clauses=("MDR:XIV.A.1.a.3", "MDCG-2020-6:1.2"),
        ),
    ] = ()
    no_indications_because: Annotated[str, Ask(label="No indication, because")] = ""
    contraindications: Annotated[
        tuple[Contraindication, ...],
        Ask(
            label="Contraindications",
            group="Limits of use",
            none="no_contraindications_because",
            clauses=("MDR:XIV.A.1.a.3",),
        ),
    ] = ()
    no_contraindications_because: Annotated[str, Ask(label="No contraindication, because")] = ""
    warnings: Annotated[
        tuple[Warning_, ...],
        Ask(
            label="Warnings and precautions",
            none="no_warnings_because",
            clauses=("MDR:I.23.4.g", "MDCG-2020-13:G"),
        ),
    ] = ()
    no_warnings_because: Annotated[str, Ask(label="No warning, because")] = ""
    excluded_uses: Annotated[
        str,
        Ask(
            label="Uses that are not part of the purpose",
            prose=True,
            help="What a user might expect of the device and it is not for.",
        ),
    ] = ""
    matches_ifu: Annotated[
        YesNo,
        Ask(
            label="Text compared with the current instructions for use",
            clauses=("MDR:I.23.4.b", "MDCG-2020-13:G"),
        ),
    ] = YesNo.UNSET
