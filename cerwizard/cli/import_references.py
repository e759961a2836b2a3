"""`cerwizard import FILE REFERENCES...`: what a literature search found, into a dossier."""

import argparse
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cerwizard.cli import arguments as shared
from cerwizard.cli.speech import complain, count, say, say_json
from cerwizard.errors import UnreadableFileError

if TYPE_CHECKING:
    from cerwizard.literature.batch import Batch
    from cerwizard.literature.incoming import Merged
    from cerwizard.session import Session

NAME = "import"
HELP = "take references in from RIS files"
_REFERENCES = "literature.references"


def arguments(words: argparse.ArgumentParser) -> None:
    """Add the arguments of `import`."""
    words.add_argument("file", type=Path, metavar="FILE", help="the dossier")
    words.add_argument("references", nargs="+", type=Path, metavar="REFERENCES", help="a RIS file")
    words.add_argument("--dry-run", action="store_true", help="say what would come in, no more")
    words.add_argument("--take-lock", action="store_true", help="even if somebody has it open")
    shared.as_json(words)


def run(call: argparse.Namespace) -> int:
    """Import every file; one that can't be read does not keep the others out."""
    from cerwizard import settings
    from cerwizard.session import Session
    from cerwizard.store import dossier_file

    who = settings.load().who
    with _lock(call, who):
        opened = dossier_file.load(call.file)
        session = Session(
            opened.dossier, file=call.file, who=who or login(), retired=opened.retired()
        )
        outcomes = [_import(path, session) for path in call.references]
        if session.changed and not call.dry_run:
            dossier_file.save(call.file, session.dossier, session.entries, basis=opened)
    _show(outcomes, call)
    if any("error" in outcome for outcome in outcomes):
        return 2
    return int(any(outcome["refused"] for outcome in outcomes))


def login() -> str:
    """Return the name under which the user is logged in."""
    from cerwizard.store import lock

    return lock.myself().user


def _lock(call: argparse.Namespace, who: str) -> AbstractContextManager[object]:
    from cerwizard.store import lock

    if call.dry_run:  # reading needs none
        return nullcontext()
    return lock.take(call.file, who, force=call.take_lock)


def _import(path: Path, session: "Session") -> dict[str, Any]:
    from cerwizard.dossier import paths
    from cerwizard.literature import incoming, ris

    try:
        batch = ris.read(path)
    except UnreadableFileError as error:
        return {"file": str(path), "error": str(error)}
    there = session.dossier.literature.references
    merged = incoming.merge(there, batch, session.new_id)
    said = f"Import of {count(len(merged.imported), 'reference')} from {path.name}"
    session.apply(paths.put(session.dossier, _REFERENCES, merged.rows), said)
    return _outcome(path, batch, merged)


def _outcome(path: Path, batch: "Batch", merged: "Merged") -> dict[str, Any]:
    return {
        "file": str(path),
        "format": batch.format,
        "encoding": batch.encoding,
        "records": len(batch.records) + len(batch.refused),
        "imported": len(merged.imported),
        "duplicates": len(merged.duplicates),
        "refused": [{"at": one.at, "why": one.why} for one in batch.refused],
        "_remarks": [
            *(f"{one.at}: {one.why}" for one in (*batch.refused, *batch.remarks)),
            *(f"{one.at}: a duplicate of {one.of} ({one.why})." for one in merged.duplicates),
        ],
    }


def _show(outcomes: list[dict[str, Any]], call: argparse.Namespace) -> None:
    remarks = [outcome.pop("_remarks", []) for outcome in outcomes]
    if call.json:
        say_json(outcomes[0] if len(outcomes) == 1 else outcomes)
        return
    for outcome, said in zip(outcomes, remarks, strict=True):
        if "error" in outcome:
            complain(outcome["error"])
        else:
            say("\n".join([_line(outcome, dry=call.dry_run), *(f"  {line}" for line in said)]))


def _line(outcome: dict[str, Any], *, dry: bool) -> str:
    verb = "would come in" if dry else "came in"
    return (
        f"{outcome['file']} ({outcome['format']}, {outcome['encoding']}): "
        f"{count(outcome['records'], 'record')}, {outcome['imported']} {verb}, "
        f"{count(outcome['duplicates'], 'duplicate')}, {len(outcome['refused'])} refused"
    )
