"""Text that a file can hold: no half characters from a window, no control characters."""

import re
from typing import Any

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")


def whole(value: Any) -> Any:
    """Return `value` with the half characters in its texts joined, or replaced by U+FFFD.

    A window may hand over the two halves of an emoji one by one; no file can hold one of them.
    """
    if isinstance(value, tuple | list):
        return tuple(whole(item) for item in value)
    if type(value) is str and not value.isascii():
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return value


def without_controls(text: str) -> str:
    """Return `text` without the control characters that no document may hold."""
    return _CONTROL.sub("", text)
