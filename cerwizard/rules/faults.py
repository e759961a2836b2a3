"""What is wrong with a file of a pack, in a sentence that leads to the mend."""

from typing import Any

from pydantic import BaseModel

from cerwizard.rules import reading

_KINDS = {
    "string_type": "takes a text in quotation marks",
    "tuple_type": "takes a list in square brackets",
    "list_type": "takes a list in square brackets",
    "dict_type": "takes a table of addresses and values",
    "date_type": "takes a day like 2026-05-31",
    "date_parsing": "takes a day like 2026-05-31",
    "date_from_datetime_parsing": "takes a day like 2026-05-31",
    "date_from_datetime_inexact": "takes a day like 2026-05-31, without a time",
}
_SHAPES = {
    "code": "takes three capitals, a hyphen and two or three digits, such as HSE-01",
    "name": "takes small letters and digits with hyphens between words, such as plan-without-date",
}
_EXAMPLES = {
    "code": 'code = "HSE-01"',
    "name": 'name = "plan-without-date"',
    "severity": 'severity = "minor"',
    "clauses": 'clauses = ["MDR:61.1"]',
    "kind": 'kind = "record"',
    "at": 'at = "device"',
    "message": 'message = "The device has no name."',
    "why": 'why = "Nobody can tell what the report is about."',
    "fix": 'fix = "Write the trade name."',
    "since": 'since = "1"',
    "says": 'says = "a device without a name"',
    "given": "given = {}",
    "expect": "expect = []",
    "id": 'id = "house"',
    "version": 'version = "1"',
    "date": "date = 2026-07-01",
}


def sentence(name: str, model: type[BaseModel], fault: Any) -> str:
    """Return what one of pydantic's errors about the file `name` means, and the way out."""
    *front, last = fault["loc"] or ("",)
    where = _place(tuple(front), last)
    match fault["type"]:
        case "extra_forbidden":
            known = list(_fields(model, tuple(front)))
            return f"{name}: {reading.unknown('a key here', str(last), known)}"
        case "missing":
            line = _EXAMPLES.get(str(last))
            return f"{name}: {where} is missing" + (f"; add a line such as {line}" if line else ".")
        case "enum":
            return f"{name}: {where}: {_choice(str(last), fault)}"
        case "too_short" | "string_too_short":
            return f"{name}: {where} is empty; it needs at least one entry."
    return f"{name}: {_otherwise(where, str(last), fault)}"


def _otherwise(where: str, last: str, fault: Any) -> str:
    kind = _KINDS.get(fault["type"])
    if fault["type"] == "string_pattern_mismatch":
        kind = _SHAPES.get(last)
    if kind is not None:
        return f"{where} {kind}, not “{fault['input']}”."
    reason = str(fault["msg"]).removeprefix("Value error, ").rstrip(".")
    return f"{where}: {reason}." if fault["loc"] else f"it {reason}."


def _choice(last: str, fault: Any) -> str:
    known = fault["ctx"]["expected"].replace(" or ", ", ").replace("'", "").split(", ")
    return reading.unknown(f"a {last}", str(fault["input"]), known)


def _place(front: tuple[str | int, ...], last: str | int) -> str:
    """Return a place in words: “clauses”, entry 2 of “clauses”, “expect” of case 1."""
    if isinstance(last, int):
        return f"entry {last + 1} of {_place(front[:-1], front[-1])}"
    if front and front[0] == "cases":
        return f"“{last}” of case {int(front[1]) + 1}"
    return f"“{'.'.join(str(piece) for piece in (*front, last))}”"


def _fields(model: type[BaseModel], front: tuple[str | int, ...]) -> tuple[str, ...]:
    if front and front[0] == "cases":
        return ("says", "given", "expect", "as_of")
    return tuple(model.model_fields)
