"""The arithmetic by which identifiers carry their own check characters."""

_PRIMES = (83, 79, 73, 71, 67, 61, 59, 53, 47, 43, 41, 37, 31, 29, 23, 19, 17, 13, 11, 7, 5, 3, 2)
_SET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_SET_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_SET_37 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"
_SET_43 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"


def pair_1021_32(body: str) -> str:
    """Return the two check characters of a GS1 GMN or an HIBCC Basic UDI-DI (with its `++`).

    `body` has at most 23 characters of GS1's set of 82; ValueError otherwise.
    """
    if len(body) > len(_PRIMES):
        raise ValueError(f"at most {len(_PRIMES)} characters can be checked")
    weights = _PRIMES[len(_PRIMES) - len(body) :]
    total = sum(_SET_82.index(c) * w for c, w in zip(body, weights, strict=True)) % 1021
    return _SET_32[total // 32] + _SET_32[total % 32]


def pair_37_2(body: str) -> str:
    """Return the two check digits of an ICCBBA Basic UDI-DI (ISO/IEC 7064, MOD 37-2)."""
    total = 0
    for c in body:
        total = (total + _SET_37.index(c)) * 2 % 37
    return f"{(38 - total) % 37:02d}"


def mod_43(body: str) -> str:
    """Return the check character of an HIBC code; `body` starts with its `+`."""
    return _SET_43[sum(_SET_43.index(c) for c in body) % 43]


def mod_10(digits: str) -> str:
    """Return the check digit of a GTIN, with weights 3 and 1 from the right."""
    weighted = (int(d) * (1 if i % 2 else 3) for i, d in enumerate(reversed(digits)))
    return str(-sum(weighted) % 10)


def mod_11_2(digits: str) -> str:
    """Return the check character of an ORCID iD (ISO/IEC 7064, MOD 11-2)."""
    total = 0
    for d in digits:
        total = (total + int(d)) * 2
    return _with_x((12 - total % 11) % 11)


def mod_11(digits: str) -> str:
    """Return the check character of an ISSN, with weights 8 to 2."""
    total = sum(int(d) * (8 - i) for i, d in enumerate(digits))
    return _with_x(-total % 11)


def _with_x(number: int) -> str:
    return "X" if number == 10 else str(number)
