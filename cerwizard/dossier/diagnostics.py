"""How well a device tells the ill from the well: counts, and what follows from them."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.links import EvidenceId
from cerwizard.dossier.values import Number, Whole

DIAGNOSTIC = is_("purpose.functions", "diagnosis", "monitoring", "prediction", "prognosis")


class Accuracy(Row):
    """The accuracy of a device in one data set, at one threshold."""

    TITLE: ClassVar = ("code", "name")
    NOUN: ClassVar = "accuracy"
    code: Annotated[str, Ask(label="Code", example="D1", column=True)] = ""
    name: Annotated[
        str,
        Ask(
            label="What is told from what, in whom, at which threshold",
            prose=True,
            column=True,
            clauses=("MEDDEV-2.7.1r4:A7.3", "MDCG-2020-1:4.4"),
        ),
    ] = ""
    reference_standard: Annotated[
        str, Ask(label="Reference standard", clauses=("MEDDEV-2.7.1r4:A7.3",))
    ] = ""
    evidence_ids: Annotated[tuple[EvidenceId, ...], Ask(label="Data sets", column=True)] = ()
    true_positive: Annotated[Whole, Ask(label="True positive", group="Counts")] = None
    false_negative: Annotated[Whole, Ask(label="False negative")] = None
    true_negative: Annotated[Whole, Ask(label="True negative")] = None
    false_positive: Annotated[Whole, Ask(label="False positive")] = None
    sensitivity: Annotated[Number, Ask(label="Sensitivity, %", group="Measures", column=True)] = (
        None
    )
    specificity: Annotated[Number, Ask(label="Specificity, %", column=True)] = None
    prevalence: Annotated[
        Number,
        Ask(
            label="Prevalence, %",
            column=True,
            help="In the population of the intended purpose; predictive values hold only for it.",
            clauses=("MEDDEV-2.7.1r4:A7.3",),
        ),
    ] = None
    prevalence_source: Annotated[str, Ask(label="Where the prevalence comes from", prose=True)] = ""
    ppv: Annotated[
        Number,
        Ask(label="Positive predictive value, %", column=True, clauses=("MDCG-2020-1:4.4",)),
    ] = None
    npv: Annotated[Number, Ask(label="Negative predictive value, %", column=True)] = None
