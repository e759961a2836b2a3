"""Step: what is known from the market: sales, complaints, vigilance, registries, surveys."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Section, Step
from cerwizard.dossier.market_data import (
    Complaint,
    FieldAction,
    Incident,
    Indicator,
    SafetySearch,
    Sales,
    Survey,
)
from cerwizard.dossier.regimes import ON_THE_MARKET
from cerwizard.dossier.values import DateText, YesNo


class MarketData(Section):
    """Post-market surveillance, vigilance, registries and safety databases."""

    STEP: ClassVar = Step(
        title="Post-market data",
        phase="Evidence",
        intro="What use of the device has shown: exposure, complaints, incidents, trends, "
        "and what safety databases report on similar devices.",
        clauses=("MDR:83", "MDR:III.1.1.a", "MDCG-2022-21:5"),
    )

    period_from: Annotated[
        DateText,
        Ask(label="Data from", group="Period", clauses=("MDCG-2022-21:5",), when=ON_THE_MARKET),
    ] = ""
    period_to: Annotated[
        DateText, Ask(label="Data until", clauses=("MDCG-2022-21:5",), when=ON_THE_MARKET)
    ] = ""
    pms_plan: Annotated[
        str, Ask(label="PMS plan: number, version, date", clauses=("MDR:84", "MDR:III.1.1.b"))
    ] = ""
    psur: Annotated[
        str,
        Ask(
            label="PSUR or PMS report: number, period, date",
            clauses=("MDR:85", "MDR:86"),
            when=ON_THE_MARKET,
        ),
    ] = ""
    sales: Annotated[
        tuple[Sales, ...],
        Ask(
            label="Units sold or placed on the market",
            group="Exposure",
            none="no_sales_because",
            clauses=("MDR:86.1", "MDCG-2022-21:5"),
            when=ON_THE_MARKET,
        ),
    ] = ()
    no_sales_because: Annotated[str, Ask(label="No sales, because", when=ON_THE_MARKET)] = ""
    exposure: Annotated[
        str,
        Ask(
            label="Estimate of patients exposed and how it was made",
            prose=True,
            clauses=("MDR:86.1",),
            when=ON_THE_MARKET,
        ),
    ] = ""
    complaints: Annotated[
        tuple[Complaint, ...],
        Ask(
            label="Complaints by category",
            group="Complaints and vigilance",
            none="no_complaints_because",
            clauses=("MDR:III.1.1.a", "MDCG-2022-21:5"),
            when=ON_THE_MARKET,
        ),
    ] = ()
    no_complaints_because: Annotated[
        str, Ask(label="No complaints, because", when=ON_THE_MARKET)
    ] = ""
    incidents: Annotated[
        tuple[Incident, ...],
        Ask(
            label="Serious incidents",
            none="no_incidents_because",
            clauses=("MDR:87", "MDCG-2022-21:5"),
            when=ON_THE_MARKET,
        ),
    ] = ()
    no_incidents_because: Annotated[
        str, Ask(label="No serious incident, because", when=ON_THE_MARKET)
    ] = ""
    field_actions: Annotated[
        tuple[FieldAction, ...],
        Ask(
            label="Field safety corrective actions and CAPA",
            none="no_field_actions_because",
            clauses=("MDR:87", "MDCG-2022-21:5"),
            when=ON_THE_MARKET,
        ),
    ] = ()
    no_field_actions_because: Annotated[
        str, Ask(label="No field action, because", when=ON_THE_MARKET)
    ] = ""
    rate_note: Annotated[
        str,
        Ask(
            label="What the rates can and cannot say",
            prose=True,
            help="Complaints over units sold under-report: they show trends, not incidence.",
            clauses=("MDCG-2020-6:6.3",),
            when=ON_THE_MARKET,
        ),
    ] = ""
    trends: Annotated[
        str,
        Ask(
            label="Trends and their statistical method",
            prose=True,
            clauses=("MDR:88",),
            when=ON_THE_MARKET,
        ),
    ] = ""
    indicators: Annotated[
        tuple[Indicator, ...],
        Ask(
            label="Indicators and thresholds of the PMS plan",
            group="Indicators",
            clauses=("MDR:III.1.1.b", "MDCG-2025-10"),
        ),
    ] = ()
    surveys: Annotated[
        tuple[Survey, ...],
        Ask(
            label="Registries, surveys and other data collections",
            group="Other sources",
            none="no_surveys_because",
            clauses=("MDR:XIV.B.6.2",),
        ),
    ] = ()
    no_surveys_because: Annotated[str, Ask(label="None, because")] = ""
    safety_searches: Annotated[
        tuple[SafetySearch, ...],
        Ask(
            label="Searches of safety databases",
            help="MAUDE, BfArM and others; they are not counted in the literature flow.",
            none="no_safety_searches_because",
            clauses=("MDR:III.1.1.a", "MEDDEV-2.7.1r4:A4"),
        ),
    ] = ()
    no_safety_searches_because: Annotated[str, Ask(label="None searched, because")] = ""
    summary: Annotated[
        str,
        Ask(label="What the market data show", group="Summary", prose=True, clauses=("MDR:83",)),
    ] = ""
    pmcf_report: Annotated[
        str,
        Ask(
            label="PMCF evaluation report: number, date",
            clauses=("MDR:XIV.B.7", "MDCG-2020-8:G"),
            when=ON_THE_MARKET,
        ),
    ] = ""
    pmcf_results: Annotated[
        str,
        Ask(
            label="Results of PMCF so far, and deviations from its plan",
            prose=True,
            clauses=("MDR:XIV.B.7", "MDCG-2020-8:C"),
            when=ON_THE_MARKET,
        ),
    ] = ""
    capa_open: Annotated[
        YesNo,
        Ask(label="A corrective action is still open", clauses=("MDR:83",), when=ON_THE_MARKET),
    ] = YesNo.UNSET
