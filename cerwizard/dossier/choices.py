"""The closed lists that more than one step uses."""

from cerwizard.dossier.values import Choice


class Verdict(Choice):
    """Whether a result meets its acceptance criterion."""

    UNSET = "", "Not judged"
    MET = "met", "Met"
    UNCERTAIN = "uncertain", "Uncertain: the interval crosses the criterion"
    NOT_MET = "not_met", "Not met"
    NOT_STUDIED = "not_studied", "Not studied"


class Level(Choice):
    """The rank of a source of evidence in MDCG 2020-6, Appendix III."""

    UNSET = "", "Not ranked"
    R1 = "1", "1 – high-quality investigations, everything covered"
    R2 = "2", "2 – high-quality investigations with some gaps"
    R3 = "3", "3 – high-quality registries"
    R4 = "4", "4 – studies with flaws, data quantifiable"
    R5 = "5", "5 – data on a demonstrated equivalent"
    R6 = "6", "6 – state of the art, similar devices"
    R7 = "7", "7 – complaints and vigilance"
    R8 = "8", "8 – proactive PMS such as surveys"
    R9 = "9", "9 – single case reports"
    R10 = "10", "10 – non-clinical parts of common specifications"
    R11 = "11", "11 – simulated use, animal or cadaver tests"
    R12 = "12", "12 – bench tests, standards"


class Age(Choice):
    """Age bands; the borders follow the bands usual in paediatrics."""

    PRETERM = "preterm", "Preterm"
    NEONATE = "neonate", "Newborn (0–27 days)"
    INFANT = "infant", "Infant (28 days–23 months)"
    CHILD = "child", "Child (2–11 years)"
    ADOLESCENT = "adolescent", "Adolescent (12–17 years)"
    ADULT = "adult", "Adult (18–64 years)"
    ELDERLY = "elderly", "Elderly (65 years and over)"


CHILDREN = frozenset((Age.PRETERM, Age.NEONATE, Age.INFANT, Age.CHILD))


class Sex(Choice):
    """The sexes that a population or a result covers."""

    UNSET = "", "Not answered"
    ALL = "all", "Any sex"
    FEMALE = "female", "Female"
    MALE = "male", "Male"


class Direction(Choice):
    """Which way a parameter is better."""

    UNSET = "", "Not answered"
    HIGHER = "higher", "Higher is better"
    LOWER = "lower", "Lower is better"


class Statistic(Choice):
    """The statistic that is held against an acceptance criterion."""

    UNSET = "", "Not answered"
    POINT = "point", "Point estimate"
    BOUND = "bound", "Bound of the 95 % confidence interval"


class Tristate(Choice):
    """Favourable, unfavourable, or both."""

    UNSET = "", "Not answered"
    YES = "yes", "Favourable"
    MIXED = "mixed", "Mixed"
    NO = "no", "Unfavourable"


class LengthUnit(Choice):
    """The unit of a length of time."""

    UNSET = "", "Not answered"
    MINUTES = "minutes", "minutes"
    HOURS = "hours", "hours"
    DAYS = "days", "days"
    WEEKS = "weeks", "weeks"
    MONTHS = "months", "months"
    YEARS = "years", "years"
    USES = "uses", "uses"
