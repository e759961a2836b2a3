"""`cerwizard rules --rules DIR --preview FILE...`: what a pack would change in dossiers."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cerwizard.cli import arguments as shared
from cerwizard.cli.findings import lines, plain
from cerwizard.cli.speech import complain, count, say, say_json
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import BadCallError, UnreadableFileError
from cerwizard.rules import packs
from cerwizard.rules.catalog import Pack
from cerwizard.rules.preview import Preview, preview


def run(call: argparse.Namespace) -> int:
    """Compare the rules of --rules with those that count now, dossier by dossier."""
    if not call.rules or call.code is not None:
        raise BadCallError("Name the pack to be tried, and no rule: rules --rules DIR --preview …")
    now, then = _now(), shared.pack(call)
    dossiers, unread = _read(call)
    days = {file: (dossier, _day(call, dossier)) for file, dossier in dossiers.items()}
    found = preview(days, now, then)
    if call.format == "json":
        files = _json(found, unread, (now, then))
        say_json({"pack": then.dated, "instead_of": now.dated, "files": files})
    else:
        _show(found, unread, dossiers, (now, then))
    return 2 if unread else 0


def _now() -> Pack:
    """Return the rules by which dossiers are judged without --rules."""
    from cerwizard import settings

    return packs.load(*settings.load().rule_folders)


def _day(call: argparse.Namespace, dossier: Dossier) -> Any:
    from cerwizard.reckon.as_of import as_of

    return call.as_of or as_of(dossier, shared.today())


def _read(call: argparse.Namespace) -> tuple[dict[Path, Dossier], dict[Path, str]]:
    from cerwizard.store import dossier_file

    read: dict[Path, Dossier] = {}
    unread: dict[Path, str] = {}
    for file in call.preview:
        try:
            read[file] = dossier_file.load(file).dossier
        except UnreadableFileError as error:
            unread[file] = str(error)
    return read, unread


def _json(
    found: dict[Path, Preview], unread: dict[Path, str], packs_: tuple[Pack, Pack]
) -> list[dict[str, Any]]:
    told = [_plain(file, one, packs_) for file, one in found.items()]
    return [*told, *({"file": str(file), "error": said} for file, said in unread.items())]


def _plain(file: Path, one: Preview, packs_: tuple[Pack, Pack]) -> dict[str, Any]:
    was, will = (pack.clauses.cite for pack in packs_)
    return {
        "file": str(file),
        "as_of": one.as_of.isoformat(),
        "added": [plain(finding, will) for finding in one.added],
        "removed": [plain(finding, was) for finding in one.removed],
        "changed": [
            plain(weighed.after, will) | {"was": str(weighed.before.severity)}
            for weighed in one.changed
        ],
    }


def _show(
    found: dict[Path, Preview],
    unread: dict[Path, str],
    dossiers: dict[Path, Dossier],
    packs_: tuple[Pack, Pack],
) -> None:
    now, then = packs_
    say(f"With {then.dated}\ninstead of {now.dated}:")
    for file, one in found.items():
        say("\n".join(["", *_text(file, one, dossiers[file], (now, then))]))
    for said in unread.values():
        complain(said)


def _text(file: Path, one: Preview, dossier: Dossier, packs_: tuple[Pack, Pack]) -> Iterator[str]:
    was, will = (pack.clauses.cite for pack in packs_)
    yield f"{file}: {_counted(one)} (as of {one.as_of})"
    for finding in one.added:
        yield from _signed("+", lines(finding, dossier, will))
    for finding in one.removed:
        yield from _signed("-", lines(finding, dossier, was))
    for weighed in one.changed:
        yield from _signed("~", lines(weighed.after, dossier, will))
        yield f"           was   {weighed.before.severity}"


def _counted(one: Preview) -> str:
    if one.empty:
        return "nothing would change"
    parts = (
        (len(one.added), "more"),
        (len(one.removed), "fewer"),
        (len(one.changed), "of another severity"),
    )
    return ", ".join(f"{count(number, 'finding')} {what}" for number, what in parts if number)


def _signed(sign: str, told: Iterator[str]) -> Iterator[str]:
    yield f"{sign}{next(told)[1:]}"
    yield from told
