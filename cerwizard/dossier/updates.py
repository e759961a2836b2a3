"""Step: when the evaluation is done again."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Section, Step
from cerwizard.dossier.regimes import CLASS_III_OR_IMPLANTABLE, NOTIFIED_BODY
from cerwizard.dossier.values import DateText, Whole


class Updates(Section):
    """Update plan."""

    STEP: ClassVar = Step(
        title="Update plan",
        phase="Conclusions",
        intro="One interval, one date, and what brings the update forward.",
        clauses=("MDR:61.11", "MEDDEV-2.7.1r4:6.2.3"),
    )

    interval_months: Annotated[
        Whole,
        Ask(label="Interval, months", example="12", clauses=("MDR:61.11", "MEDDEV-2.7.1r4:6.2.3")),
    ] = None
    interval_rationale: Annotated[
        str, Ask(label="Why this interval", prose=True, clauses=("MEDDEV-2.7.1r4:6.2.3",))
    ] = ""
    next_date: Annotated[
        DateText, Ask(label="Next update due", clauses=("MDR:61.11", "MEDDEV-2.7.1r4:6.2.3"))
    ] = ""
    triggers: Annotated[
        tuple[str, ...],
        Ask(
            label="What brings it forward",
            help="One per line.",
            example="New edition of the guideline",
            clauses=("MEDDEV-2.7.1r4:6.2.3",),
        ),
    ] = ()
    psur_interval: Annotated[
        Whole,
        Ask(label="Interval of the PSUR, months", clauses=("MDR:86.1",), when=NOTIFIED_BODY),
    ] = None
    sscp_interval: Annotated[
        Whole,
        Ask(
            label="Interval of the SSCP update, months",
            clauses=("MDR:61.11", "MDR:32"),
            when=CLASS_III_OR_IMPLANTABLE,
        ),
    ] = None
    synchronisation: Annotated[
        str,
        Ask(
            label="How report, PSUR and PMCF report fit together", prose=True, clauses=("MDR:86.1",)
        ),
    ] = ""
