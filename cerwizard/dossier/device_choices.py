"""The closed lists of the device step: class, market status, sterility, use."""

from cerwizard.dossier.values import Choice


class DeviceClass(Choice):
    """Risk class under Annex VIII."""

    UNSET = "", "Not answered"
    I = "I", "Class I"  # noqa: E741 - the Regulation's own name
    IIA = "IIa", "Class IIa"
    IIB = "IIb", "Class IIb"
    III = "III", "Class III"


class MarketStatus(Choice):
    """How the device stands on the European market."""

    UNSET = "", "Not answered"
    NEW = "new", "Not yet on the market"
    MDR = "mdr", "Certified under the MDR"
    LEGACY = "legacy", "On the market under a directive certificate"
    CLASS_ONE = "class_one", "Class I, on the market under the MDR"


class Sterility(Choice):
    """The state in which the device is supplied."""

    UNSET = "", "Not answered"
    STERILE = "sterile", "Supplied sterile"
    USER = "user", "Sterilised by the user"
    NON_STERILE = "non_sterile", "Not sterile"


class Use(Choice):
    """How often one device is used."""

    UNSET = "", "Not answered"
    SINGLE = "single", "Single use"
    ONE_PATIENT = "one_patient", "Several uses on one patient"
    REUSABLE = "reusable", "Reusable"
