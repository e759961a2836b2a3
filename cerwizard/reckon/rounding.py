"""Whether a figure is what another one gives when it is rounded as it is written."""

from decimal import ROUND_HALF_UP, Decimal

from cerwizard.dossier.numerals import decimal


def half_a_step(written: Decimal) -> Decimal:
    """Return half a unit of the last digit that is written: 0.05 for 57.6."""
    return Decimal(5).scaleb(_exponent(written) - 1)


def fits(written: Decimal, exact: Decimal) -> bool:
    """Say whether `exact`, rounded to the digits of `written`, is `written`."""
    return written.is_finite() and abs(exact - written) <= half_a_step(written)


def shown(exact: Decimal, digits: int = 1) -> str:
    """Return a figure with so many digits after the point, rounded half up."""
    return decimal(exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP))


def _exponent(written: Decimal) -> int:
    exponent = written.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
