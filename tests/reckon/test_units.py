"""Units of outcomes as they are compared."""

from cerwizard.reckon import units


def test_units_are_compared_by_one_name():
    assert units.plain("percentage points") == units.plain("pp") == "pp"
    assert units.plain("Relative  risk") == units.plain("RR") == "rr"
    assert units.plain("% of limbs") == "%"
