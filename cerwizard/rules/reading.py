"""Reads the conditions of a rule file; what is wrong in them is said in a sentence."""

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any

from cerwizard.dossier.conditions import Condition
from cerwizard.dossier.words import BESIDE, COMBINATIONS, WORDS, Takes
from cerwizard.errors import BadRuleError

_ROW_WORDS = ("any", "every", "none", "count_at_least", "count_at_most", "filled")
_MOST_MONTHS = 1200
_DATE_WORDS = ("before", "not_before", "after", "not_after")


def conditions(tables: Any) -> tuple[Condition, ...]:
    """Return the conditions of a list of TOML tables; BadRuleError says what is wrong."""
    if not isinstance(tables, list) or not tables:
        raise BadRuleError("Conditions are a list of tables with at least one in it.")
    return tuple(condition(table) for table in tables)


def condition(table: Any) -> Condition:
    """Return the condition that one TOML table means; BadRuleError says what is wrong."""
    if not isinstance(table, Mapping):
        raise BadRuleError(f"A condition is a table such as {{ path = …, is = … }}, not “{table}”.")
    if any(word in table for word in COMBINATIONS):
        return _combination(table)
    words = [word for word in table if word in WORDS]
    _known_keys(table, words)
    path = _path(table)
    parts = tuple(_worded(table, path, word) for word in words)
    return parts[0] if len(parts) == 1 else Condition("all_of", parts=parts)


def _combination(table: Mapping[str, Any]) -> Condition:
    if len(table) > 1:
        raise BadRuleError(f"“{', '.join(table)}”: a combination stands alone in its table.")
    word, inner = next(iter(table.items()))
    if word == "not":
        return Condition("not", parts=(condition(inner),))
    return Condition(word, parts=conditions(inner))


def _known_keys(table: Mapping[str, Any], words: list[str]) -> None:
    for key in table:
        if key not in WORDS and key not in BESIDE and key not in ("path", "fact"):
            raise BadRuleError(unknown("a word of conditions", key, [*WORDS, *COMBINATIONS]))
    if not words:
        raise BadRuleError(f"The condition on “{_path(table)}” says nothing; add a word to it.")
    _beside(table, "where", words, _ROW_WORDS)
    _beside(table, "or_none", words, ("every",))
    _beside(table, "months", words, _DATE_WORDS)


def _beside(table: Mapping[str, Any], key: str, words: list[str], allowed: tuple[str, ...]) -> None:
    if key in table and not set(words) & set(allowed):
        raise BadRuleError(f"“{key}” stands only beside {', '.join(allowed)}.")


def unknown(what: str, given: str, known: list[str]) -> str:
    """Return the sentence for a word that does not exist, with the nearest one first."""
    near = get_close_matches(given, known, 1)
    hint = f"; did you mean “{near[0]}”?" if near else "."
    return f"“{given}” is not {what}{hint} There are: {', '.join(known)}."


def _path(table: Mapping[str, Any]) -> str:
    path, fact = table.get("path"), table.get("fact")
    if isinstance(fact, str) and fact and path is None:
        return f"={fact}"
    if isinstance(path, str) and path and fact is None:
        return path
    raise BadRuleError("A condition has either a “path” or a “fact”, written as text.")


def _worded(table: Mapping[str, Any], path: str, word: str) -> Condition:
    takes, given = WORDS[word].takes, table[word]
    inner = conditions(given) if takes is Takes.CONDITIONS else ()
    where = conditions(table["where"]) if "where" in table and word in _ROW_WORDS else ()
    return Condition(
        word,
        path,
        "" if inner else _value(word, takes, given),
        inner,
        where,
        word == "every" and _flag("or_none", table.get("or_none", False)),
        _months(table.get("months", 0)) if word in _DATE_WORDS else 0,
    )


def _months(given: Any) -> int:
    months = _whole("months", given)
    if abs(months) > _MOST_MONTHS:
        raise BadRuleError(f"“months” takes a number up to {_MOST_MONTHS}, not “{given}”.")
    return months


def _value(word: str, takes: Takes, given: Any) -> str | bool | int | Decimal | tuple[str, ...]:
    match takes:
        case Takes.FLAG:
            return _flag(word, given)
        case Takes.COUNT:
            return _whole(word, given)
        case Takes.NUMBER:
            return _number(word, given)
        case Takes.CODES:
            return _texts(word, given)
        case Takes.PHRASES:
            return tuple(_phrase(phrase) for phrase in _texts(word, given))
        case Takes.CODE if isinstance(given, int) and not isinstance(given, bool):
            return given
    return _text(word, given)


def _flag(word: str, given: Any) -> bool:
    if not isinstance(given, bool):
        raise BadRuleError(f"“{word}” takes true or false, not “{given}”.")
    return given


def _whole(word: str, given: Any) -> int:
    if not isinstance(given, int) or isinstance(given, bool):
        raise BadRuleError(f"“{word}” takes a whole number, not “{given}”.")
    return given


def _number(word: str, given: Any) -> Decimal:
    try:
        found = Decimal(str(given))
    except InvalidOperation:
        found = Decimal("NaN")
    if not found.is_finite():
        raise BadRuleError(f"“{word}” takes a number, not “{given}”.")
    return found


def _texts(word: str, given: Any) -> tuple[str, ...]:
    if not isinstance(given, list) or not given:
        raise BadRuleError(f"“{word}” takes a list of texts with at least one in it.")
    return tuple(_text(word, one) for one in given)


def _phrase(phrase: str) -> str:
    if any("*" in word.removesuffix("*") for word in phrase.split()):
        raise BadRuleError(f"“{phrase}”: an asterisk stands only at the end of a word.")
    return phrase


def _text(word: str, given: Any) -> str:
    if not isinstance(given, str) or not given.strip():
        raise BadRuleError(f"“{word}” takes a text that is not empty, not “{given}”.")
    return given
