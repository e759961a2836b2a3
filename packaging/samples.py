"""Builds the sample dossiers from their readable sources: `python packaging/samples.py [--check]`.

A source is a folder of TOML files, one table for each step. Rows are written without ids and
refer to each other by their code or name; ids are derived from list and code, so that the same
source always makes the same dossier.
"""

import base64
import hashlib
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import poor_example
from cerwizard import assets
from cerwizard.dossier.ask import Kind, Question, questions
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.dossier.literature import Exclusion, Reference, Screening
from cerwizard.dossier.values import YesNo
from cerwizard.literature import ris
from cerwizard.literature.duplicates import without_duplicates
from cerwizard.store import dossier_file

SOURCES = Path(__file__).parent / "samples"
GOOD = ("foam-dressing", "intraocular-lens", "af-detection-app")

Codes = dict[str, dict[str, str]]  # list address -> code or name -> row id


def row_id(address: str, key: str) -> str:
    """Return the id of the row called `key` in the list at `address`; always the same."""
    digest = hashlib.sha256(f"{address}/{key}".encode()).digest()
    return base64.b32encode(digest).decode()[:6].lower()


def build(source: Path) -> Dossier:
    """Return the dossier that the folder `source` describes."""
    data = _tables(source)
    screening = data.pop("screening", {})
    for name, section, _ in steps():
        _give_ids(section, data.get(name, {}), name)
    codes = _codes(data)
    for name, section, _ in steps():
        _resolve(section, data.get(name, {}), codes)
    dossier = Dossier.model_validate(data)
    references = _references(source, screening, codes)
    literature = dossier.literature.model_copy(update={"references": references})
    return dossier.model_copy(update={"literature": literature})


def _tables(source: Path) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for file in sorted(source.glob("*.toml")):
        for name, table in tomllib.loads(file.read_text(encoding="utf-8")).items():
            data.setdefault(name, {}).update(table)
    return {name: _stripped(table) for name, table in data.items()}


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _stripped(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_stripped(item) for item in value]
    return value.strip() if isinstance(value, str) else value


def _lists(section: Any, table: dict[str, Any]) -> Iterator[tuple[Question, list[dict[str, Any]]]]:
    for question in questions(section):
        if question.kind is Kind.ROWS and question.name in table:
            yield question, table[question.name]


def _give_ids(section: Any, table: dict[str, Any], address: str) -> None:
    for question, rows in _lists(section, table):
        here = f"{address}.{question.name}"
        for number, row in enumerate(rows, 1):
            key = str(row.get(question.item.TITLE[0], number))
            row["id"] = row_id(here, f"{key}/{number}" if _twice(rows, question, key) else key)
            _give_ids(question.item, row, f"{here}[{row['id']}]")


def _twice(rows: list[dict[str, Any]], question: Question, key: str) -> bool:
    return sum(str(row.get(question.item.TITLE[0])) == key for row in rows) > 1


def _codes(data: dict[str, Any]) -> Codes:
    codes: Codes = {"literature.references": _ReferenceCodes()}
    for name, section, _ in steps():
        for question, rows in _lists(section, data.get(name, {})):
            known = codes.setdefault(f"{name}.{question.name}", {})
            for row in rows:
                known.update({str(row.get(t, "")): row["id"] for t in question.item.TITLE})
    return codes


class _ReferenceCodes(dict[str, str]):
    """Reference ids follow from their codes alone: the records come from elsewhere."""

    def __missing__(self, code: str) -> str:
        return row_id("literature.references", code)


def _resolve(section: Any, table: dict[str, Any], codes: Codes) -> None:
    for question in questions(section):
        if question.name not in table:
            continue
        if question.kind is Kind.ROWS:
            for row in table[question.name]:
                _resolve(question.item, row, codes)
        elif question.kind is Kind.REFS:
            known = codes[question.item.target]
            table[question.name] = [known[code] for code in table[question.name]]
        elif question.kind is Kind.REF:
            table[question.name] = codes[question.item.target][table[question.name]]


def _references(source: Path, screening: dict[str, Any], codes: Codes) -> tuple[Reference, ...]:
    batch = ris.read(source / "references.ris")
    kept = without_duplicates(batch.references)
    return tuple(_screened(record, screening, codes["literature.searches"]) for record in kept)


def _screened(record: Reference, screening: dict[str, Any], searches: dict[str, str]) -> Reference:
    found = tuple(searches[name] for name in searches if record.code in screening.get(name, ()))
    changes: dict[str, Any] = {
        "id": row_id("literature.references", record.code),
        "search_ids": found,
        "screening": Screening.INCLUDED if found else Screening.BACKGROUND,
    }
    read = screening.get("full_text", {})  # excluded on full text, by search
    left = tuple(searches[name] for name in searches if record.code in read.get(name, ()))
    if left or record.code in screening["excluded"]:
        changes["search_ids"] = left
        changes["screening"] = Screening.EXCLUDED if left else Screening.EXCLUDED_TITLE
        changes["exclusion"] = Exclusion(screening.get("kinds", {}).get(record.code, "other"))
        reasons = screening.get("reasons", {})
        changes["exclusion_detail"] = reasons.get(record.code, "Screened and not used.")
    if found or left:
        unread = record.code in screening.get("abstract_only", ())
        changes["full_text"] = YesNo.NO if unread else YesNo.YES
    return record.model_copy(update=changes)


def made() -> Iterator[tuple[Path, Dossier]]:
    """Yield each sample's file with the dossier that belongs in it."""
    for name in GOOD:
        yield assets.resources("samples", f"{name}.cerw"), build(SOURCES / name)
    poor = poor_example.spoiled(build(SOURCES / poor_example.BASE))
    yield assets.resources("samples", "poor-example.cerw"), poor


def main() -> int:
    """Write every sample, or with --check say which of the committed ones are not current."""
    stale = []
    for target, dossier in made():
        if "--check" not in sys.argv:
            dossier_file.save(target, dossier, overwrite=True)
        elif not target.exists() or dossier_file.load(target).dossier != dossier:
            stale.append(target.name)
    for name in stale:
        sys.stderr.write(f"{name} is not what its sources say: run make samples.\n")
    return 1 if stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
