"""The few facts about a device on which most duties turn."""

from dataclasses import dataclass

from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.values import YesNo

CLASS = "device.device_class"
IMPLANTABLE = "device.implantable"


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """Class and properties; None where the writer has not answered."""

    device_class: str
    implantable: bool | None
    notified_body: bool | None

    @property
    def known(self) -> bool:
        """Whether class and implantability are both answered."""
        return bool(self.device_class) and self.implantable is not None

    @property
    def third_or_implant(self) -> bool | None:
        """Whether the device is class III or implantable; None if that is not known yet."""
        if self.device_class == DeviceClass.III or self.implantable:
            return True
        return False if self.known else None


def facts(dossier: Dossier) -> DeviceFacts:
    """Return the facts of the device under evaluation."""
    device = dossier.device
    return DeviceFacts(str(device.device_class), said(device.implantable), _body(dossier))


def said(answer: YesNo) -> bool | None:
    """Return True, False, or None for a question that is not answered."""
    return None if answer is YesNo.UNSET else answer is YesNo.YES


def _body(dossier: Dossier) -> bool | None:
    device = dossier.device
    if device.device_class is DeviceClass.UNSET:
        return None
    if device.device_class is not DeviceClass.I:
        return True
    parts = (device.sterile, device.measuring, device.reusable_surgical_instrument)
    if YesNo.YES in parts:
        return True
    return None if YesNo.UNSET in parts else False
