"""`cerwizard rules`: what the rules look for, and why."""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cerwizard.cli import arguments as shared
from cerwizard.cli.speech import say, say_json

if TYPE_CHECKING:
    from cerwizard.rules.catalog import Pack
    from cerwizard.rules.rule import Rule

NAME = "rules"
HELP = "list the rules, explain one, or try a pack of your own"


def arguments(words: argparse.ArgumentParser) -> None:
    """Add the arguments of `rules`."""
    words.add_argument("code", nargs="?", metavar="CODE", help="explain this rule only")
    words.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    words.add_argument(
        "--json", dest="format", action="store_const", const="json", help="like --format json"
    )
    shared.rules(words)
    words.add_argument(
        "--preview",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="say what the rules of --rules would change in these dossiers",
    )
    shared.as_of(words)
    words.add_argument(
        "--map",
        action="store_true",
        help="say item by item of law and guidance which rules judge it, or why none does",
    )
    words.add_argument(
        "--find",
        metavar="WORD",
        help="look up fields, facts, checks and clauses that a rule may name",
    )


def run(call: argparse.Namespace) -> int:
    """Print the rules; UnknownRuleError if there is none of this code."""
    if call.preview:
        from cerwizard.cli import preview

        return preview.run(call)
    if call.find is not None:
        from cerwizard.cli import find

        return find.run(call)
    if call.map:
        from cerwizard.cli import rules_map

        return rules_map.run(call)
    pack = shared.pack(call)
    chosen = pack.rules if call.code is None else (pack.rule(call.code),)
    if call.format == "json":
        say_json({"pack": pack.dated, "rules": [_plain(rule, pack) for rule in chosen]})
    elif call.format == "markdown":
        say(page(pack) if call.code is None else _markdown(_plain(chosen[0], pack)))
    elif call.code is None:
        say("\n".join(_list(pack)))
    else:
        say("\n".join(_text(_plain(chosen[0], pack))))
    return 0


def page(pack: "Pack") -> str:
    """Return the page of the manual with all rules."""
    return "\n\n".join([_head(pack), *(_markdown(_plain(rule, pack)) for rule in pack.rules)])


def _plain(rule: "Rule", pack: "Pack") -> dict[str, Any]:
    """Return a rule as JSON; with house packs it says which pack it came with."""
    told = {
        "code": rule.code,
        "name": rule.name,
        "severity": str(rule.severity),
        "step": rule.step,
        "clauses": [{"id": one, "cite": pack.clauses.cite(one)} for one in rule.clauses],
        "why": rule.why,
        "fix": rule.fix,
        "in_force_from": rule.in_force_from and rule.in_force_from.isoformat(),
        "in_force_to": rule.in_force_to and rule.in_force_to.isoformat(),
    }
    home = pack.home(rule)
    return told | {"pack": f"{home.id} {home.version} ({home.date})"} if pack.added else told


def _list(pack: "Pack") -> Iterator[str]:
    for one in pack.all:
        words = f": {one.words}" if one.words else ""
        yield f"{one.id} {one.version} ({one.date}){words}"
        yield from filter(None, (one.about, *(f"New: {change}" for change in one.changes)))
        yield from (f"  {_line(rule)}" for rule in pack.rules if pack.home(rule) is one)
        yield ""


def _line(rule: "Rule") -> str:
    return f"{rule.code:8} {rule.severity:8} {rule.name}"


def _cites(rule: dict[str, Any]) -> str:
    return "; ".join(clause["cite"] for clause in rule["clauses"])


def _force(rule: dict[str, Any]) -> str:
    begins = f"from {rule['in_force_from']}" if rule["in_force_from"] else ""
    ends = f"until {rule['in_force_to']}" if rule["in_force_to"] else ""
    return " ".join(filter(None, (begins, ends)))


def _text(rule: dict[str, Any]) -> Iterable[str]:
    yield f"{rule['code']:8} {rule['severity']:8} {rule['name']}"
    yield ""
    yield f"Why:      {rule['why']}"
    yield f"Mend:     {rule['fix']}"
    yield f"Clauses:  {_cites(rule)}"
    if rule["step"]:
        yield f"Step:     {rule['step']}"
    if _force(rule):
        yield f"In force: {_force(rule)}"
    if "pack" in rule:
        yield f"Pack:     {rule['pack']}"


def _head(pack: "Pack") -> str:
    """Return the head of the page with all rules, as the manual has it."""
    told = " ".join(filter(None, (one.about for one in pack.all)))
    counted = Counter(str(rule.severity) for rule in pack.rules)
    severities = ", ".join(f"{number} {severity}" for severity, number in counted.most_common())
    head = f"# The rules\n\n{pack.dated}: {len(pack.rules)} rules ({severities}). {told}".rstrip()
    return "\n\n".join([head, *(_news(one) for one in pack.all if one.changes)])


def _news(pack: "Pack") -> str:
    changes = "\n".join(f"- {change}" for change in pack.changes)
    return f"New in version {pack.version} of {pack.words or pack.id}:\n\n{changes}"


def _markdown(rule: dict[str, Any]) -> str:
    force = f" · {_force(rule)}" if _force(rule) else ""
    pack = f" · {rule['pack']}" if "pack" in rule else ""
    return (
        f"## {rule['code']} {rule['name']}\n\n"
        f"*{rule['severity']}* · {_cites(rule)}{force}{pack}\n\n"
        f"{rule['why']}\n\n"
        f"**To mend it:** {rule['fix']}"
    )
