"""Which encoding an exported file is in: told by its mark, or tried in the order of likelihood."""

import codecs

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_LOOKED_AT = 4096


def decode(data: bytes) -> tuple[str, str]:
    """Return the text and the name of its encoding; what no encoding can tell becomes U+FFFD."""
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace"), name
    if codec := _wide(data):
        return data.decode(codec, "replace"), "UTF-16"
    for codec, name in (("utf-8", "UTF-8"), ("cp1252", "Windows-1252")):
        try:
            return data.decode(codec), name
        except UnicodeDecodeError:
            continue
    return _guessed(data)


def _wide(data: bytes) -> str:
    """Return the codec of two-byte text without a mark, "" if it isn't: every other byte is 0."""
    start = data[:_LOOKED_AT]
    even, odd = start[::2], start[1::2]
    if len(odd) > 1 and odd.count(0) > len(odd) // 2 > even.count(0):
        return "utf-16-le"
    if len(even) > 1 and even.count(0) > len(even) // 2 > odd.count(0):
        return "utf-16-be"
    return ""


def _guessed(data: bytes) -> tuple[str, str]:
    best = from_bytes(data).best()
    if best is None:
        return data.decode("utf-8", "replace"), "unknown"
    return str(best), best.encoding
