"""Until when a legacy device may be placed on the market under Article 120."""

from datetime import date

from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.values import YesNo
from cerwizard.law import product_lists
from cerwizard.reckon.device_facts import CLASS, IMPLANTABLE, DeviceFacts, facts
from cerwizard.reckon.duty import Answer, Duty, undecided

NAME = "End of the transition"
_CLAUSES = ("MDR:120.3a", "MDR:120.3c")
_RESTS_ON = (CLASS, IMPLANTABLE, "device.article_120", "device.listed_product")
_LIST = "MDR:120.3a.a"
_FIRST, _SECOND = date(2027, 12, 31), date(2028, 12, 31)


def transition(dossier: Dossier, known: DeviceFacts, as_of: date) -> Duty | None:
    """Return the end date for a device under Article 120; None for any other device."""
    if dossier.device.article_120 is not YesNo.YES:
        return None
    if not known.known:
        return undecided(NAME, _CLAUSES, _RESTS_ON)
    end, because = _end(dossier, known, as_of)
    says = f"{end.day} December {end.year}, if all conditions of Article 120(3c) are met."
    return Duty(NAME, Answer.YES, says, because, _RESTS_ON, _CLAUSES)


def last_day(dossier: Dossier, as_of: date) -> str:
    """Return the last day of Article 120(3a) for the device, as it is written; empty if unknown."""
    known = facts(dossier)
    if dossier.device.article_120 is not YesNo.YES or not known.known:
        return ""
    return _end(dossier, known, as_of)[0].isoformat()


def _end(dossier: Dossier, known: DeviceFacts, as_of: date) -> tuple[date, str]:
    if known.device_class == DeviceClass.III:
        return _FIRST, "Class III under the MDR."
    if known.device_class == DeviceClass.IIB and known.implantable:
        if product_lists.names(_LIST, dossier.device.listed_product, as_of):
            return _SECOND, "Class IIb implantable and listed in Article 120(3a)(a)."
        return _FIRST, "Class IIb implantable and not listed in Article 120(3a)(a)."
    return _SECOND, "The class under the MDR counts, not that of the directive."
