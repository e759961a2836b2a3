"""Writes anew what follows from the rules: `make catalogue`.

The `rules` of resources/codes/judged.toml are all rules that cite an item; headings and sentences
stand there by hand and are kept. Two pages of the manual are what the command line prints.
"""

from collections.abc import Mapping
from pathlib import Path
from textwrap import fill

from cerwizard import assets
from cerwizard.cli import rules, rules_map
from cerwizard.rules import catalog

_WIDTH = 100
_HEAD = "[rules]\n"


def main() -> None:
    """Write the table and the two pages."""
    for path, text in wanted().items():
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path.name)


def wanted() -> Mapping[Path, str]:
    """Return each file with the text that it ought to have."""
    pack, manual = catalog.load(), assets.resources("manual")
    table = assets.resources("codes", "judged.toml")
    return {
        table: with_rules(table.read_text(encoding="utf-8")),
        manual / "rules.md": f"{rules.page(pack)}\n",
        manual / "judged.md": f"{rules_map.page(pack)}\n",
    }


def with_rules(table: str) -> str:
    """Return the text of the table with the rules that there are; all else stays as it is."""
    found = rules_map.citing(catalog.load()).items()
    before, head, rest = table.partition(_HEAD)
    _, bracket, after = rest.partition("\n[")
    lines = (_line(item, tuple(rule.code for rule in citing)) for item, citing in found if citing)
    return f"{before}{head}{''.join(lines)}{bracket}{after}"


def _line(item: str, codes: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{code}"' for code in codes)
    line = f'"{item}" = [{listed}]\n'
    if len(line) <= _WIDTH:
        return line
    body = fill(
        f"{listed},",
        _WIDTH,
        initial_indent="  ",
        subsequent_indent="  ",
        break_on_hyphens=False,
    )
    return f'"{item}" = [\n{body}\n]\n'


if __name__ == "__main__":
    main()
