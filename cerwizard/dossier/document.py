"""Step: the report as a document, and who stands behind it."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.regimes import NOTIFIED_BODY
from cerwizard.dossier.values import Choice, DateText, Whole, YesNo


class Status(Choice):
    """Where the report stands in document control."""

    UNSET = "", "Not answered"
    DRAFT = "draft", "Draft"
    REVIEW = "review", "In review"
    APPROVED = "approved", "Approved"
    OBSOLETE = "obsolete", "Obsolete"


class Submission(Choice):
    """Why the report is handed in."""

    UNSET = "", "Not answered"
    INITIAL = "initial", "Initial certification"
    CHANGE = "change", "Change notification"
    RECERTIFICATION = "recertification", "Recertification"
    SAMPLING = "sampling", "Surveillance sampling"
    TRANSITION = "transition", "Transition of a legacy device to the MDR"
    UPDATE = "update", "Regular update"


class ConformityRoute(Choice):
    """The conformity assessment procedure of Article 52."""

    UNSET = "", "Not answered"
    IX = "ix", "Annex IX, Chapters I and III (with II where it applies)"
    X_XI = "x_xi", "Annexes X and XI"
    XI_A = "xi_a", "Annex XI Part A"
    XI_B = "xi_b", "Annex XI Part B"
    SELF = "self", "Annexes II and III, no notified body"


class Revision(Row):
    """One line of the revision history."""

    TITLE: ClassVar = ("number", "date")
    NOUN: ClassVar = "revision"
    number: Annotated[str, Ask(label="Revision", example="06", column=True)] = ""
    date: Annotated[DateText, Ask(label="Date", column=True)] = ""
    author: Annotated[str, Ask(label="Author", column=True)] = ""
    reason: Annotated[str, Ask(label="Reason and sections changed", prose=True, column=True)] = ""


class Document(Section):
    """Document control and the parties."""

    STEP: ClassVar = Step(
        title="Document and parties",
        phase="Set-up",
        intro="What this report is called, which revision it is, and who answers for it.",
        clauses=("MDR:61.12", "MEDDEV-2.7.1r4:A10", "MDCG-2020-13:A"),
    )

    title: Annotated[
        str,
        Ask(
            label="Title of the report",
            group="The report",
            example="Clinical Evaluation Report – Foldaren Border",
        ),
    ] = ""
    number: Annotated[
        str,
        Ask(
            label="Document number",
            help="The number under which your quality system controls the report.",
            example="CER-FB",
            clauses=("MDR:61.12",),
        ),
    ] = ""
    revision: Annotated[
        str, Ask(label="Revision", example="06", clauses=("MEDDEV-2.7.1r4:A10",))
    ] = ""
    date: Annotated[
        DateText,
        Ask(
            label="Date of the report",
            help="Everything is judged as of this date: the law in force, the age of searches, "
            "the order of dates.",
            clauses=("MEDDEV-2.7.1r4:A10", "MDCG-2020-13:A"),
        ),
    ] = ""
    status: Annotated[Status, Ask(label="Status")] = Status.UNSET
    submission: Annotated[Submission, Ask(label="Occasion", clauses=("MDCG-2020-13:A",))] = (
        Submission.UNSET
    )
    confidentiality: Annotated[str, Ask(label="Confidentiality notice", example="Confidential")] = (
        ""
    )
    is_example: Annotated[
        YesNo,
        Ask(
            label="This dossier is an example",
            help="Yes prints on the cover that the device is invented and the report must not be "
            "used for a real one.",
        ),
    ] = YesNo.UNSET
    revisions: Annotated[
        tuple[Revision, ...],
        Ask(
            label="Revision history",
            help="One line for each issued revision, the newest first.",
            clauses=("MEDDEV-2.7.1r4:A9",),
        ),
    ] = ()
    changes_since_last: Annotated[
        str,
        Ask(
            label="What changed since the last report",
            prose=True,
            help="Changes of the device, its purpose, the evidence and the conclusions.",
            clauses=("MDR:61.11", "MEDDEV-2.7.1r4:A9"),
        ),
    ] = ""

    manufacturer: Annotated[
        str, Ask(label="Legal manufacturer", group="Manufacturer", clauses=("MDR:II.1.1",))
    ] = ""
    manufacturer_address: Annotated[str, Ask(label="Address", clauses=("MDCG-2020-7:A",))] = ""
    manufacturer_country: Annotated[
        str, Ask(label="Country", help="Two letters, as in ISO 3166-1.", example="FI")
    ] = ""
    manufacturer_srn: Annotated[
        str,
        Ask(
            label="Actor ID (single registration number)",
            help="Leave empty for a manufacturer of legacy or custom-made devices only.",
            example="FI-MF-000000123",
            clauses=("MDR:31",),
        ),
    ] = ""
    prrc: Annotated[
        str,
        Ask(
            label="Person responsible for regulatory compliance",
            clauses=("MDR:15", "MDCG-2020-7:A"),
        ),
    ] = ""
    contact: Annotated[str, Ask(label="Contact: e-mail, telephone", clauses=("MDCG-2020-7:A",))] = (
        ""
    )

    outside_union: Annotated[
        YesNo,
        Ask(
            label="The manufacturer is outside the European Union",
            group="Authorised representative",
            clauses=("MDR:11",),
        ),
    ] = YesNo.UNSET
    representative: Annotated[
        str,
        Ask(
            label="Authorised representative",
            clauses=("MDR:11",),
            when=is_("document.outside_union", "yes"),
        ),
    ] = ""
    representative_srn: Annotated[
        str,
        Ask(
            label="Actor ID of the representative",
            clauses=("MDR:31",),
            when=is_("document.outside_union", "yes"),
        ),
    ] = ""
    representative_address: Annotated[
        str, Ask(label="Address and contact", when=is_("document.outside_union", "yes"))
    ] = ""

    conformity_route: Annotated[
        ConformityRoute,
        Ask(label="Conformity assessment", group="Certification", clauses=("MDR:52",)),
    ] = ConformityRoute.UNSET
    notified_body: Annotated[
        str, Ask(label="Notified body", clauses=("MDR:43",), when=NOTIFIED_BODY)
    ] = ""
    notified_body_number: Annotated[
        str,
        Ask(
            label="Number of the notified body",
            example="0123",
            clauses=("MDR:43",),
            when=NOTIFIED_BODY,
        ),
    ] = ""
    certificate: Annotated[
        str, Ask(label="Certificate number", clauses=("MDR:56",), when=NOTIFIED_BODY)
    ] = ""
    certificate_until: Annotated[
        DateText, Ask(label="Certificate valid until", clauses=("MDR:56",), when=NOTIFIED_BODY)
    ] = ""
    first_ce_year: Annotated[Whole, Ask(label="Year of the first CE marking", example="2003")] = (
        None
    )
    mdr_codes: Annotated[
        tuple[str, ...],
        Ask(
            label="MDR device codes",
            help="The codes by which notified bodies are designated, one a line.",
            example="MDN 1204",
            clauses=("MDCG-2020-13:A",),
        ),
    ] = ()
