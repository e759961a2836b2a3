"""Step: the clinical evaluation plan and the strategy that it sets."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Section, Step
from cerwizard.dossier.choices import Level
from cerwizard.dossier.conditions import is_
from cerwizard.dossier.plan_parts import Deviation, Milestone, PlanRevision
from cerwizard.dossier.regimes import (
    CLASS_III_OR_IMPLANTABLE,
    CONSULTATION,
    LEGACY,
    NON_CLINICAL_ROUTE,
    SPECIAL_COMPONENT,
    VOLUNTARY_ADVICE,
)
from cerwizard.dossier.values import Choice, YesNo


class Route(Choice):
    """The ways in which clinical evidence is obtained."""

    UNSET = "", "Not answered"
    INVESTIGATION = "investigation", "Own clinical investigations"
    LITERATURE = "literature", "Literature on the device"
    EQUIVALENCE = "equivalence", "Data on an equivalent device"
    COMBINED = "combined", "Several of these"
    NON_CLINICAL = "non_clinical", "Article 61(10): non-clinical data alone"
    MIXED = "mixed", "Article 61(10) for some GSPRs, clinical data for the others"


class ExemptionCase(Choice):
    """Why no investigation is needed for a class III or implantable device (MDCG 2023-7)."""

    UNSET = "", "Not answered"
    OWN = "own", "None needed: own pivotal investigation on the device"
    CASE_1 = "case1", "Case 1: modification of an own marketed device (Article 61(4))"
    CASE_2 = "case2", "Case 2: marketed under the directives, sufficient data (Article 61(6)(a))"
    CASE_3 = "case3", "Case 3: listed product, sufficient data (Article 61(6)(b))"
    CASE_4 = "case4", "Case 4: equivalent of another maker, with contract (Article 61(5))"
    NONE = "none", "No exemption: an investigation is needed"


class Consultation(Choice):
    """Where the consultation of an expert panel under Article 54 stands, or why there is none."""

    UNSET = "", "Not answered"
    DUE = "due", "Needed, still to come"
    DONE = "done", "Done"
    RENEWAL = "renewal", "Not needed: renewal of a certificate (Article 54(2)(a))"
    MODIFICATION = "modification", "Not needed: modification of an own device (Article 54(2)(b))"
    SPECIFICATION = "specification", "Not needed: common specification (Article 54(2)(c))"


class Plan(Section):
    """Evaluation plan and strategy."""

    STEP: ClassVar = Step(
        title="Evaluation plan",
        phase="Plan and background",
        intro="The plan is a document of its own, approved before the first search. "
        "Here stands what it fixed.",
        clauses=("MDR:XIV.A.1.a", "MDR:61.1"),
    )

    number: Annotated[
        str,
        Ask(
            label="Number of the plan",
            group="The plan",
            example="CEP-FB",
            clauses=("MDR:XIV.A.1.a",),
        ),
    ] = ""
    revisions: Annotated[
        tuple[PlanRevision, ...],
        Ask(
            label="Approved revisions",
            help="All of them: each search is held against the revision in force on its day.",
            clauses=("MDR:XIV.A.1.a",),
        ),
    ] = ()
    deviations: Annotated[
        tuple[Deviation, ...],
        Ask(
            label="Deviations from the plan",
            none="no_deviations_because",
            clauses=("MEDDEV-2.7.1r4:A5",),
        ),
    ] = ()
    no_deviations_because: Annotated[
        str, Ask(label="No deviation, because", example="Followed as approved.")
    ] = ""
    objectivity: Annotated[
        str,
        Ask(
            label="How bias is avoided, and why this depth is enough",
            prose=True,
            clauses=("MDR:XIV.A.2",),
        ),
    ] = ""

    route: Annotated[
        Route, Ask(label="Route", group="Strategy", clauses=("MDR:61.3", "MDR:61.10"))
    ] = Route.UNSET
    route_rationale: Annotated[
        str, Ask(label="Why this route", prose=True, clauses=("MDR:61.1",))
    ] = ""
    level_required: Annotated[
        Level,
        Ask(
            label="Level of evidence required",
            help="The weakest rank on which a conclusion may rest.",
            clauses=("MDR:61.1", "MDCG-2020-6:III"),
        ),
    ] = Level.UNSET
    level_rationale: Annotated[
        str,
        Ask(
            label="Why this level is required",
            prose=True,
            help="In view of class, risks, novelty, claims and the state of the art.",
            clauses=("MDR:61.1", "MDR:XIV.A.2"),
        ),
    ] = ""
    exemption: Annotated[
        ExemptionCase,
        Ask(
            label="Duty to investigate",
            clauses=("MDR:61.4", "MDR:61.5", "MDR:61.6", "MDCG-2023-7:1"),
            when=CLASS_III_OR_IMPLANTABLE,
        ),
    ] = ExemptionCase.UNSET
    exemption_rationale: Annotated[
        str,
        Ask(
            label="Why the exemption applies",
            prose=True,
            clauses=("MDR:61.7",),
            when=CLASS_III_OR_IMPLANTABLE,
        ),
    ] = ""
    well_established: Annotated[
        YesNo,
        Ask(
            label="Well-established technology",
            help="Simple, common and stable design; known safety; standard of care; long on the "
            "market. All four must hold.",
            clauses=("MDCG-2020-6:1.2",),
        ),
    ] = YesNo.UNSET
    well_established_rationale: Annotated[
        str,
        Ask(
            label="How each of the four criteria is met",
            prose=True,
            clauses=("MDCG-2020-6:1.2",),
            when=is_("plan.well_established", "yes"),
        ),
    ] = ""
    expert_panel: Annotated[
        YesNo,
        Ask(
            label="Expert panel consulted voluntarily",
            help="Open to class III devices and to class IIb devices that administer or remove "
            "medicines, before the evaluation or investigation begins.",
            clauses=("MDR:61.2", "MDCG-2020-13:K"),
            when=VOLUNTARY_ADVICE,
        ),
    ] = YesNo.UNSET
    expert_panel_view: Annotated[
        str,
        Ask(
            label="View of the panel and what was done about it",
            prose=True,
            clauses=("MDR:61.2",),
            when=is_("plan.expert_panel", "yes"),
        ),
    ] = ""
    consultation: Annotated[
        Consultation,
        Ask(
            label="Consultation of an expert panel on this evaluation",
            help="Asked of class III implants and of class IIb devices that administer or remove "
            "medicines.",
            clauses=("MDR:54.1", "MDR:54.2", "MDCG-2020-13:I"),
            when=CONSULTATION,
        ),
    ] = Consultation.UNSET
    consultation_detail: Annotated[
        str,
        Ask(
            label="Opinion of the panel and what followed, or why it need not be consulted",
            prose=True,
            clauses=("MDR:54.2",),
            when=CONSULTATION,
        ),
    ] = ""

    non_clinical_risk: Annotated[
        str,
        Ask(
            label="Outcome of risk management",
            group="Article 61(10)",
            prose=True,
            clauses=("MDR:61.10", "MDCG-2020-13:J"),
            when=NON_CLINICAL_ROUTE,
        ),
    ] = ""
    non_clinical_interaction: Annotated[
        str,
        Ask(
            label="Interaction between device and body",
            prose=True,
            clauses=("MDR:61.10",),
            when=NON_CLINICAL_ROUTE,
        ),
    ] = ""
    non_clinical_performance: Annotated[
        str,
        Ask(
            label="Clinical performance intended",
            prose=True,
            clauses=("MDR:61.10",),
            when=NON_CLINICAL_ROUTE,
        ),
    ] = ""
    non_clinical_claims: Annotated[
        str,
        Ask(
            label="Claims of the manufacturer",
            prose=True,
            clauses=("MDR:61.10",),
            when=NON_CLINICAL_ROUTE,
        ),
    ] = ""
    non_clinical_adequacy: Annotated[
        str,
        Ask(
            label="Why the non-clinical results are adequate",
            prose=True,
            clauses=("MDR:61.10",),
            when=NON_CLINICAL_ROUTE,
        ),
    ] = ""

    safety_qualitative: Annotated[
        str,
        Ask(
            label="How hazards and side-effects are identified",
            group="Methods",
            prose=True,
            clauses=("MDR:XIV.A.1.a.5",),
        ),
    ] = ""
    safety_quantitative: Annotated[
        str,
        Ask(
            label="How their frequency is determined",
            prose=True,
            help="Rates, denominators, intervals, comparison with benchmarks.",
            clauses=("MDR:XIV.A.1.a.5",),
        ),
    ] = ""
    appraisal_method: Annotated[
        str,
        Ask(
            label="How data are appraised and weighted",
            prose=True,
            help="Tools, scales with their direction, cut-offs: fixed before the first study is "
            "read.",
            clauses=("MDR:XIV.A.1.c", "MEDDEV-2.7.1r4:9.2"),
        ),
    ] = ""
    analysis_method: Annotated[
        str, Ask(label="How data are analysed", prose=True, clauses=("MDR:XIV.A.1.e",))
    ] = ""
    alternatives_strategy: Annotated[
        str,
        Ask(
            label="How alternatives are found and compared",
            prose=True,
            clauses=("MDR:61.3.c", "MDCG-2020-6:II"),
        ),
    ] = ""
    pms_strategy: Annotated[
        str,
        Ask(
            label="How post-market data are collected and judged",
            prose=True,
            clauses=("MDCG-2020-6:II",),
            when=LEGACY,
        ),
    ] = ""
    components_strategy: Annotated[
        str,
        Ask(
            label="How special components are assessed",
            prose=True,
            clauses=("MDR:XIV.A.1.a.7",),
            when=SPECIAL_COMPONENT,
        ),
    ] = ""
    exploratory: Annotated[
        str,
        Ask(
            label="Exploratory investigations",
            group="Clinical development plan",
            prose=True,
            help="First in human, feasibility, pilot: done, planned, or not needed and why.",
            clauses=("MDR:XIV.A.1.a.8",),
        ),
    ] = ""
    confirmatory: Annotated[
        str, Ask(label="Confirmatory investigations", prose=True, clauses=("MDR:XIV.A.1.a.8",))
    ] = ""
    follow_up: Annotated[
        str, Ask(label="Post-market clinical follow-up", prose=True, clauses=("MDR:XIV.A.1.a.8",))
    ] = ""
    milestones: Annotated[
        tuple[Milestone, ...],
        Ask(label="Milestones", none="no_milestones_because", clauses=("MDR:XIV.A.1.a.8",)),
    ] = ()
    no_milestones_because: Annotated[str, Ask(label="No milestones, because")] = ""
