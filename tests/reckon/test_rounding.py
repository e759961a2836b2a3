"""Figures as they are written."""

from decimal import Decimal

from cerwizard.reckon import rounding


def test_rounding_as_written():
    assert rounding.fits(Decimal("57.6"), Decimal("57.627"))
    assert rounding.fits(Decimal("58"), Decimal("57.627"))
    assert not rounding.fits(Decimal("57.5"), Decimal("57.627"))
    assert not rounding.fits(Decimal("NaN"), Decimal(1))
    assert rounding.shown(Decimal("2.345"), 2) == "2.35"
