"""Figures in a text that follow from others beside them: shares, half-widths, detectable rates."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import sqrt

from cerwizard.reckon import intervals, rounding

_COUNT = r"\d{1,3}(?:[,\u202f ]\d{3})+|\d+"
_SHARE = r"(\d{1,3}(?:\.\d+)?)\s*%(?!\s*(?:CI|confidence|interval|bound|limit|prob))"
_SLASHED = re.compile(
    rf"(?<![\w./])({_COUNT})\s?/\s?({_COUNT})(?:,\s*|\s*\(\s*|:\s*|\s*=\s*){_SHARE}"
)
_WORDED = re.compile(rf"(?<![\w.,/])({_COUNT}) (?:out )?of ({_COUNT})(?: \w+){{0,2}} \(\s*{_SHARE}")
_HALF_WIDTH = re.compile(
    r"half-width (?:of )?(?:about )?(\d+(?:\.\d+)?) (?:percentage points|points|%)"
    r"[^.;]{0,80}? at (\d+(?:\.\d+)?)\s*%",
    re.IGNORECASE,
)
_SEEN = re.compile(
    rf"({_COUNT}) (?:patients|persons|subjects|eyes|limbs|lesions|procedures|recordings|implants)"
    r"[^.;]*?(\d+(?:\.\d+)?)\s*%[^.;]*?(?:probability|power|confidence) of (\d+)\s*%",
    re.IGNORECASE,
)
_Z95 = 1.96


def may_give_shares(text: str) -> bool:
    """Say whether a text may hold a share with its counts: “68/118” or “68 of 118”."""
    return "%" in text and ("/" in text or "of " in text)


def wrong_shares(text: str) -> Iterator[tuple[str, str]]:
    """Yield (words, the right per cent) for each “68/118, 57.6 %” that does not fit its counts."""
    for pattern in (_SLASHED, _WORDED) if may_give_shares(text) else ():
        for found in pattern.finditer(text):
            events, number, given = _whole(found[1]), _whole(found[2]), Decimal(found[3])
            if number == 0 or events > number:
                continue
            exact = Decimal(100 * events) / number
            if not rounding.fits(given, exact):
                yield found[0].strip(), rounding.shown(exact, max(1, -_digits(given)))


def wrong_half_width(text: str, sample: int) -> tuple[str, str] | None:
    """Return (as stated, as it follows) if a half-width does not fit a sample of that size."""
    found = _HALF_WIDTH.search(text)
    if found is None or sample < 1:
        return None
    stated, share = Decimal(found[1]), float(found[2]) / 100
    if not 0 < share < 1:
        return None
    exact = Decimal(repr(100 * _Z95 * sqrt(share * (1 - share) / sample)))
    # Planned half-widths are rounded, and the interval may be another one: a quarter is allowed.
    if abs(stated - exact) <= max(rounding.half_a_step(stated), exact / 4):
        return None
    return found[1], rounding.shown(exact)


def wrong_detection(text: str) -> tuple[str, str] | None:
    """Return (as stated, as it follows) for “118 patients … 2.5 % … a probability of 95 %”."""
    found = _SEEN.search(text)
    if found is None:
        return None
    number, stated, power = _whole(found[1]), Decimal(found[2]), float(found[3]) / 100
    if number < 1 or not 0 < power < 1 or stated <= 0:
        return None
    exact = Decimal(repr(100 * intervals.detectable(number, power)))
    if abs(stated - exact) <= max(rounding.half_a_step(stated), exact / 5):
        return None
    return found[2], rounding.shown(exact, 2)


def _whole(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _digits(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
