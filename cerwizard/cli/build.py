"""`cerwizard build FILE --to DIR`: the documents in Word."""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cerwizard.cli import arguments as shared
from cerwizard.cli.speech import count, say, say_json

if TYPE_CHECKING:
    from cerwizard.report.build import Built

NAME = "build"
HELP = "write the clinical evaluation report or the review annex in Word"
_ALL = "all"


def arguments(words: argparse.ArgumentParser) -> None:
    """Add the arguments of `build`."""
    words.add_argument("file", type=Path, metavar="FILE", help="the dossier")
    words.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder to fill")
    words.add_argument(
        "--document", default="cer", metavar="NAME", help="which document, or all (default: cer)"
    )
    words.add_argument("--house", type=Path, metavar="TEMPLATE", help="your own Word template")
    words.add_argument(
        "--clean",
        action="store_true",
        help="end with code 1 if anything in a document is still to be written",
    )
    shared.as_of(words)
    shared.rules(words)
    shared.as_json(words)


def run(call: argparse.Namespace) -> int:
    """Write the documents, whatever the rules find in the dossier."""
    from cerwizard.report.build import build
    from cerwizard.report.outline import OUTLINES, outline
    from cerwizard.store import dossier_file

    # One that is not well-formed is refused before anything is written.
    pack = shared.pack(call) if call.rules else None
    names = list(OUTLINES) if call.document == _ALL else [outline(call.document).name]
    dossier = dossier_file.load(call.file).dossier
    built = [
        build(dossier, call.to, name, house=call.house, as_of=call.as_of, pack=pack)
        for name in names
    ]
    if call.json:
        say_json({"documents": [_plain(one) for one in built]})
    else:
        say("\n".join(line for one in built for line in _text(one)))
    return int(call.clean and any(one.open for one in built))


def _plain(one: "Built") -> dict[str, Any]:
    return {
        "name": one.name,
        "path": str(one.path),
        "due": one.due,
        "blocks": one.blocks,
        "open": one.open,
        "merged": asdict(one.merged),
    }


def _text(one: "Built") -> list[str]:
    still = f"{one.open} of them still to be written" if one.open else "all written"
    return [f"{one.path}: {count(one.blocks, 'part')}, {still}", *one.warnings]
