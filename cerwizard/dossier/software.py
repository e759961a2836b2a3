"""The three things that the evaluation of medical device software has to show."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row
from cerwizard.dossier.links import EvidenceId, ReferenceId, SupportingId
from cerwizard.dossier.values import YesNo


class SoftwareFunction(Row):
    """A function with a medical purpose: what it tells, and how that is shown."""

    TITLE: ClassVar = ("code", "name")
    NOUN: ClassVar = "function"
    code: Annotated[str, Ask(label="Code", example="FN1", group="The function", column=True)] = ""
    name: Annotated[
        str, Ask(label="Function", example="Flags atrial fibrillation", column=True)
    ] = ""
    takes: Annotated[str, Ask(label="Input", clauses=("MDCG-2020-1:4.1",))] = ""
    gives: Annotated[str, Ask(label="Output", column=True, clauses=("MDCG-2020-1:4.1",))] = ""
    association: Annotated[
        str,
        Ask(
            label="Valid clinical association",
            group="Valid clinical association",
            prose=True,
            help="Why the output tells of the condition: guidelines, literature, own data.",
            clauses=("MDCG-2020-1:4.2",),
        ),
    ] = ""
    association_reference_ids: Annotated[
        tuple[ReferenceId, ...], Ask(label="References for it", clauses=("MDCG-2020-1:4.2",))
    ] = ()
    technical: Annotated[
        str,
        Ask(
            label="Technical performance",
            group="Technical performance",
            prose=True,
            help="How it was verified that the output follows from the input, accurately "
            "and reliably, on data like those met in use.",
            clauses=("MDCG-2020-1:4.3",),
        ),
    ] = ""
    supporting_ids: Annotated[
        tuple[SupportingId, ...], Ask(label="Reports on it", clauses=("MDCG-2020-1:4.3",))
    ] = ()
    test_data: Annotated[
        str,
        Ask(label="Test data: where from, how many, whom they stand for", prose=True),
    ] = ""
    independent: Annotated[
        YesNo,
        Ask(
            label="Test data are independent of the data of development",
            help="None of the patients whose data made or tuned the algorithm is among them.",
        ),
    ] = YesNo.UNSET
    clinical: Annotated[
        str,
        Ask(
            label="Clinical performance of the function",
            group="Clinical performance",
            prose=True,
            column=True,
            help="What the output is worth in the intended patients, with the intended users.",
            clauses=("MDCG-2020-1:4.4",),
        ),
    ] = ""
    evidence_ids: Annotated[
        tuple[EvidenceId, ...], Ask(label="Data sets", column=True, clauses=("MDCG-2020-1:4.4",))
    ] = ()
    release: Annotated[
        str,
        Ask(
            label="Which release the data come from, and what was validated again",
            prose=True,
            clauses=("MDCG-2020-1:4.5",),
        ),
    ] = ""
