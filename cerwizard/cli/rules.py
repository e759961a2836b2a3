"""`cerwizard rules`: what the rules look for, and why."""

import argparse
from collections.abc import Callable, Iterable
from typing import Any

from cerwizard.cli.speech import say, say_json

NAME = "rules"
HELP = "list the rules, or explain one"


def arguments(words: argparse.ArgumentParser) -> None:
    """Add the arguments of `rules`."""
    words.add_argument("code", nargs="?", metavar="CODE", help="explain this rule only")
    words.add_argument("--format", choices=("text", "markdown", "json"), default="text")


def run(call: argparse.Namespace) -> int:
    """Print the rules; UnknownRuleError if there is none of this code."""
    from cerwizard.law import clauses
    from cerwizard.rules import catalog

    pack = catalog.load()
    chosen = pack.rules if call.code is None else (pack.rule(call.code),)
    rules = [_plain(rule, clauses.load().cite) for rule in chosen]
    if call.format == "json":
        say_json({"pack": pack.title, "rules": rules})
    elif call.format == "markdown":
        say("\n\n".join(_markdown(rule) for rule in rules))
    elif call.code is None:
        say("\n".join(_line(rule) for rule in rules))
    else:
        say("\n".join(_text(rules[0])))
    return 0


def _plain(rule: Any, cite: Callable[[str], str]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": str(rule.severity),
        "step": rule.step,
        "clauses": [{"id": clause, "cite": cite(clause)} for clause in rule.clauses],
        "why": rule.why,
        "fix": rule.fix,
        "in_force_from": rule.in_force_from and rule.in_force_from.isoformat(),
        "in_force_to": rule.in_force_to and rule.in_force_to.isoformat(),
    }


def _line(rule: dict[str, Any]) -> str:
    return f"{rule['code']:8} {rule['severity']:8} {rule['name']}"


def _cites(rule: dict[str, Any]) -> str:
    return "; ".join(clause["cite"] for clause in rule["clauses"])


def _force(rule: dict[str, Any]) -> str:
    begins = f"from {rule['in_force_from']}" if rule["in_force_from"] else ""
    ends = f"until {rule['in_force_to']}" if rule["in_force_to"] else ""
    return " ".join(filter(None, (begins, ends)))


def _text(rule: dict[str, Any]) -> Iterable[str]:
    yield _line(rule)
    yield ""
    yield f"Why:      {rule['why']}"
    yield f"Mend:     {rule['fix']}"
    yield f"Clauses:  {_cites(rule)}"
    if rule["step"]:
        yield f"Step:     {rule['step']}"
    if _force(rule):
        yield f"In force: {_force(rule)}"


def _markdown(rule: dict[str, Any]) -> str:
    force = f" · {_force(rule)}" if _force(rule) else ""
    return (
        f"## {rule['code']} {rule['name']}\n\n"
        f"*{rule['severity']}* · {_cites(rule)}{force}\n\n"
        f"{rule['why']}\n\n"
        f"**To mend it:** {rule['fix']}"
    )
