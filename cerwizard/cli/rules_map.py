"""`cerwizard rules --map`: item by item of law and guidance, which rules judge it, or why none."""

import argparse
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cerwizard.cli import arguments as shared
from cerwizard.cli.speech import say, say_json
from cerwizard.errors import BadCallError
from cerwizard.law import judged

if TYPE_CHECKING:
    from cerwizard.law.clauses import Clause
    from cerwizard.rules.catalog import Pack
    from cerwizard.rules.rule import Rule

_ABOUT = """\
A notified body goes through the lists on this page item by item. Under each item stands what it \
asks, in our words, and the rules that judge it from your answers. Where rules can tell only a \
part, it says what is left to a reader; where none can tell, it says why. An item that is judged \
is not an item that is fulfilled: rules find faults, and never conformity."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the map: a clause, its rules, why it has none, what a reader must tell."""

    clause: "Clause"
    rules: "tuple[Rule, ...]"
    not_judged: str
    left: str


def run(call: argparse.Namespace) -> int:
    """Print the map; BadCallError if a rule is named, too."""
    if call.code is not None:
        raise BadCallError("The map shows all rules: leave out the code, or leave out --map.")
    pack = shared.pack(call)
    if call.format == "json":
        say_json({"pack": pack.dated, "items": [_plain(item) for item in _every(pack)]})
    elif call.format == "markdown":
        say(page(pack))
    else:
        say("\n".join(_text(pack)))
    return 0


def page(pack: "Pack") -> str:
    """Return the page of the manual with all items."""
    body = "\n\n".join(_markdown(pack))
    return (
        f"# What is judged, item by item\n\n{pack.dated}: {_counted(pack)}.\n\n{_ABOUT}\n\n{body}"
    )


def citing(pack: "Pack") -> "Mapping[str, tuple[Rule, ...]]":
    """Return the rules that cite each item, in the order of their codes."""
    cited: dict[str, tuple[Rule, ...]] = dict.fromkeys(judged.items(), ())
    for rule in sorted(pack.rules, key=lambda rule: rule.code):
        for clause in rule.clauses:
            if clause in cited:
                cited[clause] = (*cited[clause], rule)
    return cited


def _mapped(pack: "Pack") -> Iterator[tuple[str, tuple[Item, ...]]]:
    table, cited = judged.load(), citing(pack)
    for part in judged.parts():
        asked = (one for one in part.items if one.id not in table.headings)
        yield part.title, tuple(_item(one, cited[one.id], table) for one in asked)


def _item(clause: "Clause", rules: "tuple[Rule, ...]", table: judged.Judged) -> Item:
    left = table.left_to_a_reader.get(clause.id, "")
    return Item(clause, rules, table.not_judged.get(clause.id, ""), left)


def _every(pack: "Pack") -> Iterator[Item]:
    return (item for _, items in _mapped(pack) for item in items)


def _counted(pack: "Pack") -> str:
    items = list(_every(pack))
    found = sum(bool(item.rules) for item in items)
    rules = len({rule.code for item in items for rule in item.rules})
    return f"{len(items)} items, {found} of them judged, by {rules} rules"


def _plain(item: Item) -> dict[str, Any]:
    return {
        "id": item.clause.id,
        "cite": item.clause.cite,
        "asks": item.clause.gist,
        "rules": [rule.code for rule in item.rules],
        "not_judged": item.not_judged,
        "left_to_a_reader": item.left,
    }


def _text(pack: "Pack") -> Iterator[str]:
    yield f"{pack.dated}: {_counted(pack)}"
    for title, items in _mapped(pack):
        yield f"\n{title}"
        for item in items:
            yield f"\n  {item.clause.cite}\n    {item.clause.gist}"
            if item.rules:
                yield f"    Judged by: {', '.join(rule.code for rule in item.rules)}"
            yield from (f"    {label}: {words}" for label, words in _sentences(item))


def _sentences(item: Item) -> Iterator[tuple[str, str]]:
    if item.not_judged:
        yield "Not judged", item.not_judged
    if item.left:
        yield "Left to a reader", item.left


def _markdown(pack: "Pack") -> Iterator[str]:
    for title, items in _mapped(pack):
        yield f"## {title}"
        for item in items:
            yield f"### {item.clause.cite}: {item.clause.title}"
            yield item.clause.gist
            if item.rules:
                yield "**Judged by**"
                yield "\n".join(map(_link, item.rules))
            yield from (f"**{label}:** {words}" for label, words in _sentences(item))


def _link(rule: "Rule") -> str:
    heading = re.sub(r"\s+", "-", f"{rule.code} {rule.name}".lower())
    return f"- [{rule.code}](rules.md#{heading}) {rule.name.replace('-', ' ')}"
