"""The pages that the contents name before Word has counted are those that LibreOffice lays out."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from cerwizard.report.word.xml import w
from tests import ROOT
from tests.documents.test_what_others_say import done, said

pytestmark = pytest.mark.documents

SAMPLES = sorted((ROOT / "resources" / "samples").glob("*.cerw"))
_DOTS = re.compile(r"\.{6,}\s*\d*$")
_MOST = 0.02  # of the entries may be off, none of them by more than a page
_KEY = 40  # letters by which a heading or caption is known


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_the_contents_name_the_right_pages(sample: Path, tmp_path: Path):
    for program in ("soffice", "pdftotext"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed (packaging/documents_tools.sh)")
    assert done("build", sample, "--to", tmp_path)
    (report,) = tmp_path.glob("*.docx")
    profile = (tmp_path / "profile").as_uri()
    said(
        "soffice", "--headless", f"-env:UserInstallation={profile}",
        "--convert-to", "pdf", "--outdir", tmp_path, report,
    )  # fmt: skip
    text = said("pdftotext", "-layout", report.with_suffix(".pdf"), "-").stdout
    laid_out = [[" ".join(line.split()) for line in page.split("\n")] for page in text.split("\f")]
    named = list(entries(report))
    off = [(title, page) for title, page in named if page not in found(title, laid_out)]
    assert len(named) > 100
    assert len(off) <= _MOST * len(named), off
    for title, page in off:
        assert {page - 1, page + 1} & found(title, laid_out), title


def entries(report: Path) -> Iterator[tuple[str, int]]:
    """Yield each title in the contents and the list of tables with the page that stands there."""
    root = etree.fromstring(zipfile.ZipFile(report).read("word/document.xml"))
    for link in root.iter(w("hyperlink")):
        if any("PAGEREF" in (field.text or "") for field in link.iter(w("instrText"))):
            *title, page = [text.text or "" for text in link.iter(w("t"))]
            yield " ".join(" ".join(title).split()), int(page)


def found(title: str, laid_out: list[list[str]]) -> set[int]:
    """Return the pages on which a line begins like the title, the contents themselves left out."""
    return {
        number
        for number, lines in enumerate(laid_out, 1)
        for line in lines
        if not _DOTS.search(line) and (line == title or line.startswith(title[: max(_KEY, 6)]))
    }
