"""A check that the software version is the one in the name of the device."""

import re
from collections.abc import Iterator

from cerwizard.dossier.view import Place, View
from cerwizard.rules.messages import Fault
from cerwizard.rules.register import check

_VERSION = re.compile(r"(?<![\w.])\d+(?:\.\d+)+(?![\w.]*\w)")


@check(
    "version-in-name",
    "A version in the name of the device is the software version, or begins it.",
    ".name",
    ".software_version",
)
def _version(_view: View, place: Place) -> Iterator[Fault]:
    device = place.value
    named, given = _VERSION.findall(device.name), _VERSION.findall(device.software_version)
    alike = any(f"{one}.".startswith(f"{name}.") for name in named for one in given)
    if named and given and not alike:
        yield Fault(f"{place.address}.software_version")
