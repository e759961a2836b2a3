"""The sample's report, compared with what was read and approved.

CERWIZARD_GOLDEN=write python -m pytest tests/report/test_golden.py

writes the golden files anew; read the difference before you keep it.
"""

import os
from pathlib import Path

import pytest

from cerwizard import assets
from cerwizard.report.blocks import (
    Block,
    Heading,
    Para,
    Points,
    Provenance,
    Span,
    Spans,
    Table,
)
from cerwizard.report.build import compose
from cerwizard.store import dossier_file

GOLDEN = Path(__file__).parent / "golden"
# The chapters in which prose is built from the answers; the others hold tables of answers.
CHAPTERS = ("summary", "purpose", "background", "analysis", "follow-up", "conclusions")


def said(spans: Spans) -> str:
    return "".join(_said(span) for span in spans).replace("\n", " / ")


def _said(span: Span) -> str:
    if span.link and not span.text:
        return f"<{span.link.partition('/')[2]}>"
    return f"[{span.text}]" if span.provenance is Provenance.OPEN else span.text


def lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return ["", f"{'#' * block.level} {said(block.spans)}"]
        case Para():
            return [f"{block.style}: {said(block.spans)}"]
        case Points():
            return [f"- {said(point)}" for point in block.points]
        case Table():
            rows = [" | ".join(map(said, row.cells)) for row in block.rows]
            return [f"table: {said(block.caption)}", *([" | ".join(block.head)]), *rows]
    return [type(block).__name__]


def written(document, chapter: str) -> str:
    start = f"cer/{chapter}/"
    blocks = [block for block in document.blocks if block.id.startswith(start)]
    return "\n".join(line for block in blocks for line in lines(block)).strip() + "\n"


@pytest.fixture(scope="module")
def sample():
    return compose(dossier_file.load(assets.resources("samples", "foam-dressing.cerw")).dossier)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_of_the_sample_reads_as_approved(sample, chapter):
    golden = GOLDEN / f"foam-dressing-{chapter}.blocks.txt"
    text = written(sample, chapter)
    if os.environ.get("CERWIZARD_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_the_headings_of_the_sample_are_those_of_the_outline(sample):
    golden = GOLDEN / "foam-dressing-headings.txt"
    headings = [b for b in sample.blocks if isinstance(b, Heading) and b.level < 3]
    text = "".join(f"{'#' * b.level} {said(b.spans)}\n" for b in headings)
    if os.environ.get("CERWIZARD_GOLDEN") == "write":
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
