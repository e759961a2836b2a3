"""Step: for whom, by whom, where and for how long the device is used."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Row, Section, Step
from cerwizard.dossier.choices import Age, LengthUnit, Sex
from cerwizard.dossier.links import IndicationId
from cerwizard.dossier.values import Choice, Number, Whole, YesNo


class Vulnerable(Choice):
    """Groups that need special attention."""

    MINORS = "minors", "Minors"
    PREGNANT = "pregnant", "Pregnant women"
    BREASTFEEDING = "breastfeeding", "Breastfeeding women"
    INCAPACITATED = "incapacitated", "Incapacitated persons"
    EMERGENCY = "emergency", "Patients in an emergency"
    IMMUNOCOMPROMISED = "immunocompromised", "Immunocompromised patients"
    DISABLED = "disabled", "Persons with a disability"
    FRAIL = "frail", "Frail elderly patients"


class Population(Row):
    """A target group of patients."""

    TITLE: ClassVar = ("code", "name")
    NOUN: ClassVar = "population"
    code: Annotated[str, Ask(label="Code", example="P1", column=True)] = ""
    name: Annotated[
        str, Ask(label="Population", prose=True, column=True, clauses=("MDR:XIV.A.1.a.3",))
    ] = ""
    ages: Annotated[tuple[Age, ...], Ask(label="Age groups", column=True)] = ()
    sex: Annotated[Sex, Ask(label="Sex", column=True)] = Sex.UNSET
    vulnerable: Annotated[tuple[Vulnerable, ...], Ask(label="Vulnerable groups")] = ()
    characteristics: Annotated[
        str,
        Ask(label="Disease, comorbidity, anatomy", prose=True, clauses=("MEDDEV-2.7.1r4:A10",)),
    ] = ""
    excluded: Annotated[str, Ask(label="Who is excluded", prose=True)] = ""
    indication_ids: Annotated[
        tuple[IndicationId, ...], Ask(label="Indications in this population", column=True)
    ] = ()


class UserKind(Choice):
    """Who uses the device."""

    UNSET = "", "Not answered"
    PROFESSIONAL = "professional", "Healthcare professional"
    OTHER = "other", "Other trained person"
    LAY = "lay", "Lay person or patient"
    CARER = "carer", "Carer"


class Training(Choice):
    """What training users need."""

    UNSET = "", "Not answered"
    NONE = "none", "None beyond the instructions for use"
    BASIC = "basic", "Short instruction"
    MANDATORY = "mandatory", "Mandatory training"


class User(Row):
    """An intended user."""

    TITLE: ClassVar = ("code", "name")
    NOUN: ClassVar = "user"
    code: Annotated[str, Ask(label="Code", example="U1", column=True)] = ""
    name: Annotated[str, Ask(label="User", column=True, clauses=("MDR:II.1.1.a",))] = ""
    kind: Annotated[UserKind, Ask(label="Kind of user", column=True)] = UserKind.UNSET
    qualification: Annotated[str, Ask(label="Qualification", column=True)] = ""
    training: Annotated[Training, Ask(label="Training", column=True)] = Training.UNSET
    training_detail: Annotated[
        str, Ask(label="What the training consists of", prose=True, clauses=("MDR:I.23.4.j",))
    ] = ""


class Environment(Choice):
    """Where the device is used."""

    HOSPITAL = "hospital", "Hospital ward"
    THEATRE = "theatre", "Operating theatre"
    INTENSIVE = "intensive", "Intensive care"
    OUTPATIENT = "outpatient", "Outpatient clinic"
    NURSING = "nursing", "Nursing home"
    HOME = "home", "Home"
    AMBULANCE = "ambulance", "Ambulance"
    OTHER = "other", "Elsewhere"


class Contact(Choice):
    """What the device touches."""

    UNSET = "", "Not answered"
    NONE = "none", "No contact with the body"
    SKIN = "skin", "Intact skin"
    MUCOSA = "mucosa", "Mucous membrane"
    BREACHED = "breached", "Breached surface"
    BLOOD = "blood", "Blood path or circulating blood"
    TISSUE = "tissue", "Tissue, bone or dentin"
    FLUID = "fluid", "Other body fluid"


class Duration(Choice):
    """Continuous use as defined in Annex VIII, Chapter I."""

    UNSET = "", "Not answered"
    NONE = "none", "No contact"
    TRANSIENT = "transient", "Transient: under 60 minutes"
    SHORT = "short", "Short term: 60 minutes to 30 days"
    LONG = "long", "Long term: over 30 days"


class Populations(Section):
    """Target groups, users, environment, contact and duration."""

    STEP: ClassVar = Step(
        title="Populations and use",
        phase="Device and purpose",
        intro="The patients, the users, the place, and how long the device touches whom.",
        clauses=("MDR:XIV.A.1.a.3", "MDR:II.1.1.c", "MEDDEV-2.7.1r4:A10"),
    )

    groups: Annotated[
        tuple[Population, ...],
        Ask(
            label="Target populations",
            group="Patients",
            help="One row for each group that differs in age, disease or risk.",
            none="no_groups_because",
            clauses=("MDR:XIV.A.1.a.3",),
        ),
    ] = ()
    no_groups_because: Annotated[str, Ask(label="No patient population, because")] = ""
    not_intended_for: Annotated[
        str,
        Ask(
            label="For whom the device is not intended",
            prose=True,
            example="Under 18 years: no data, not intended.",
        ),
    ] = ""
    selection: Annotated[
        str,
        Ask(label="Criteria by which patients are selected", prose=True, clauses=("MDR:II.1.1.c",)),
    ] = ""
    users: Annotated[
        tuple[User, ...],
        Ask(
            label="Intended users",
            group="Users and place",
            none="no_users_because",
            clauses=("MDR:II.1.1.a", "MDR:I.5"),
        ),
    ] = ()
    no_users_because: Annotated[str, Ask(label="No user, because")] = ""
    environments: Annotated[
        tuple[Environment, ...], Ask(label="Where it is used", clauses=("MDR:I.5",))
    ] = ()
    environment_detail: Annotated[str, Ask(label="More about the place of use", prose=True)] = ""
    contact: Annotated[
        Contact,
        Ask(label="Contact with the body", group="Contact and duration", clauses=("ISO-10993-1",)),
    ] = Contact.UNSET
    contact_site: Annotated[str, Ask(label="Site of contact")] = ""
    duration: Annotated[
        Duration, Ask(label="Duration of continuous use", clauses=("MDR:VIII.1",))
    ] = Duration.UNSET
    single_application: Annotated[Number, Ask(label="Length of one application")] = None
    single_application_unit: Annotated[LengthUnit, Ask(label="Unit of that length")] = (
        LengthUnit.UNSET
    )
    cumulative_use: Annotated[
        str,
        Ask(label="Cumulative use", example="several months, a new dressing every 3 to 7 days"),
    ] = ""
    max_applications: Annotated[Whole, Ask(label="Greatest number of applications")] = None
    repeated: Annotated[YesNo, Ask(label="Used repeatedly on one patient")] = YesNo.UNSET
