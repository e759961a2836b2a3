"""A question arises unless it, or a list in which it stands, does not apply to the device."""

from datetime import date

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.fields import every_field
from cerwizard.reckon.applies import Applies, applies
from cerwizard.rules.cases import dossier_of

IMPLANT = {"device": {"device_class": "IIb", "implantable": "yes"}}
TWIN = {"equivalence.devices": [{"name": "X", "contract": "yes", "rows": [{}]}]}


@pytest.mark.parametrize(
    ("given", "address", "expected"),
    [
        ({}, "device.name", True),
        ({}, "device", True),
        ({}, "plan.exemption", False),
        (IMPLANT, "plan.exemption", True),
        ({}, "benefits.items", True),
        ({"device.annex_xvi": "yes"}, "benefits.items", False),
        ({"benefits.items": [{"surrogate": "yes"}]}, "benefits.items[1].surrogate_validity", True),
        ({"benefits.items": [{"surrogate": "no"}]}, "benefits.items[1].surrogate_validity", False),
        ({"benefits.items": [{}]}, "benefits.items[9].surrogate_validity", False),
        ({"equivalence.claimed": "yes", **TWIN}, "equivalence.devices[1].rows[1].likeness", True),
        (TWIN, "equivalence.devices[1].rows[1].likeness", False),
        (TWIN, "equivalence.devices[1]", False),
    ],
)
def test_a_question_applies(given, address, expected):
    assert applies(dossier_of(Dossier, given), address, date(2026, 7, 1)) is expected


def test_every_condition_of_a_question_fits_the_model():
    asks = Applies(Dossier(), date(2026, 7, 1))
    found = {
        asks(f"{scope.pattern}.{asked.name}") for scope, asked in every_field(Dossier)
    }  # of rows that are not there nothing is asked, but the conditions are looked at
    assert found == {True, False}
