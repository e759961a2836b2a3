"""`cerwizard rules --find WORD`: the addresses, facts, checks and clauses that a rule may name."""

import argparse
from collections.abc import Iterator
from typing import Any

from cerwizard.cli import arguments as shared
from cerwizard.cli.speech import say, say_json
from cerwizard.dossier.ask import Kind, Question
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.fields import every_field
from cerwizard.law.clauses import Clauses
from cerwizard.reckon.facts import FACTS
from cerwizard.rules.checks import CHECKS
from cerwizard.rules.lints import lints

_KINDS = {
    Kind.LINE: "text",
    Kind.PROSE: "text",
    Kind.NUMBER: "number",
    Kind.WHOLE: "whole number",
    Kind.DATE: "date",
    Kind.LINES: "lines of text",
}
_Found = tuple[str, str]


def run(call: argparse.Namespace) -> int:
    """Print what has all the words in its name or its description; 1 if there is nothing."""
    pack = shared.pack(call)
    parts = {
        "fields": _chosen(_fields(), call.find),
        "facts": _chosen(_facts(), call.find),
        "checks": _chosen(_checks(), call.find),
        "clauses": _chosen(_clauses(pack.clauses), call.find),
    }
    if call.format == "json":
        say_json({part: [_plain(one) for one in found] for part, found in parts.items()})
    else:
        say("\n".join(_text(parts)) or f"There is nothing called “{call.find}”.")
    return int(not any(parts.values()))


def _plain(found: _Found) -> dict[str, Any]:
    return {"name": found[0], "about": found[1]}


def _chosen(some: Iterator[_Found], asked: str) -> list[_Found]:
    words = asked.casefold().split()
    return [one for one in some if all(word in _searched(one) for word in words)]


def _searched(one: _Found) -> str:
    text = " ".join(one).casefold()
    return f"{text} {text.replace('_', ' ').replace('-', ' ')}"


def _text(parts: dict[str, list[_Found]]) -> Iterator[str]:
    for part, found in parts.items():
        if found:
            yield part.capitalize()
            yield from (f"  {name}\n      {about}" for name, about in found)


def _fields() -> Iterator[_Found]:
    for scope, asked in every_field(Dossier):
        yield f"{scope.pattern}.{asked.name}", f"{asked.ask.label}: {_holds(asked)}"


def _holds(asked: Question) -> str:
    match asked.kind:
        case Kind.CHOICE | Kind.CHOICES:
            many = "one of" if asked.kind is Kind.CHOICE else "some of"
            codes = (f"{code} ({code.label})" for code in asked.item if code)
            return f"{many} {', '.join(codes)}"
        case Kind.REF | Kind.REFS:
            return f"reference to {asked.item.target}[*]"
        case Kind.ROWS:
            return f"list; its rows: {asked.item.NOUN}"
    return _KINDS[asked.kind]


def _facts() -> Iterator[_Found]:
    for name, fact in FACTS.items():
        yield name, f"{fact.gist} {', '.join(fact.codes) or 'a date'}"


def _checks() -> Iterator[_Found]:
    yield from ((name, check.gist) for name, check in CHECKS.items())
    yield from ((name, lint.gist) for name, lint in lints().items())


def _clauses(clauses: Clauses) -> Iterator[_Found]:
    for clause in clauses:
        yield clause.id, f"{clause.cite}: {clause.title}"
