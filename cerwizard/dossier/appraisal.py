"""The appraisal of a data set: suitability, contribution, weight, limitations."""

from typing import Annotated

from cerwizard.dossier.ask import Ask, Row
from cerwizard.dossier.links import EvaluatorId
from cerwizard.dossier.values import Choice, YesNo


class Device(Choice):
    """Suitability D of IMDRF MDCE WG/N56, Appendix F; lower is better."""

    UNSET = "", "Not rated"
    D1 = "1", "D1 – the actual device"
    D2 = "2", "D2 – a comparable device"
    D3 = "3", "D3 – another device"


class Application(Choice):
    """Suitability A: the use."""

    UNSET = "", "Not rated"
    A1 = "1", "A1 – same use"
    A2 = "2", "A2 – minor deviation"
    A3 = "3", "A3 – major deviation"


class PatientGroup(Choice):
    """Suitability P: the patients."""

    UNSET = "", "Not rated"
    P1 = "1", "P1 – applicable"
    P2 = "2", "P2 – limited"
    P3 = "3", "P3 – different population"


class Report(Choice):
    """Suitability R: the report."""

    UNSET = "", "Not rated"
    R1 = "1", "R1 – high quality"
    R2 = "2", "R2 – minor deficiencies"
    R3 = "3", "R3 – insufficient information"


class Quality(Choice):
    """Methodological quality."""

    UNSET = "", "Not rated"
    HIGH = "high", "High"
    MODERATE = "moderate", "Moderate"
    LOW = "low", "Low"
    UNACCEPTABLE = "unacceptable", "Unacceptable"


class Weight(Choice):
    """The weight of a data set in the conclusions."""

    UNSET = "", "Not weighted"
    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    LOW = "low", "Low"
    NONE = "none", "None"


class Appraisal(Row):
    """What two readers think of a data set, by criteria fixed in the plan."""

    suitability_device: Annotated[
        Device, Ask(label="Device", group="Suitability", clauses=("IMDRF-N56:F",))
    ] = Device.UNSET
    suitability_application: Annotated[
        Application, Ask(label="Application", clauses=("IMDRF-N56:F",))
    ] = Application.UNSET
    suitability_patients: Annotated[
        PatientGroup, Ask(label="Patient group", clauses=("IMDRF-N56:F",))
    ] = PatientGroup.UNSET
    suitability_report: Annotated[Report, Ask(label="Report", clauses=("IMDRF-N56:F",))] = (
        Report.UNSET
    )
    contributes_design: Annotated[
        YesNo, Ask(label="Design is appropriate", group="Contribution", clauses=("IMDRF-N56:F",))
    ] = YesNo.UNSET
    contributes_outcome: Annotated[
        YesNo, Ask(label="Outcomes reflect the intended performance", clauses=("IMDRF-N56:F",))
    ] = YesNo.UNSET
    contributes_follow_up: Annotated[
        YesNo, Ask(label="Follow-up is long enough", clauses=("IMDRF-N56:F",))
    ] = YesNo.UNSET
    contributes_statistics: Annotated[
        YesNo, Ask(label="Statistics are appropriate", clauses=("IMDRF-N56:F",))
    ] = YesNo.UNSET
    contributes_magnitude: Annotated[
        YesNo, Ask(label="Effect is clinically significant", clauses=("IMDRF-N56:F",))
    ] = YesNo.UNSET
    tool: Annotated[
        str,
        Ask(
            label="Appraisal tool",
            group="Quality and weight",
            example="RoB 2",
            clauses=("MDCG-2020-6:6.3",),
        ),
    ] = ""
    tool_result: Annotated[str, Ask(label="Result with this tool", example="some concerns")] = ""
    quality: Annotated[
        Quality, Ask(label="Methodological quality", clauses=("MEDDEV-2.7.1r4:9.3",))
    ] = Quality.UNSET
    strengths: Annotated[str, Ask(label="Strengths", prose=True)] = ""
    limitations: Annotated[
        str, Ask(label="Limitations and bias", prose=True, clauses=("MEDDEV-2.7.1r4:9.3",))
    ] = ""
    weight: Annotated[
        Weight,
        Ask(
            label="Weight",
            help="How much the data set counts, after suitability, contribution and quality.",
            clauses=("MEDDEV-2.7.1r4:9.3",),
        ),
    ] = Weight.UNSET
    appraised_by: Annotated[tuple[EvaluatorId, ...], Ask(label="Appraised by")] = ()
