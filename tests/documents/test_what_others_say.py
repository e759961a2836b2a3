"""What other programs say of the documents that we write; `make documents-check` asks them."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cerwizard.cli import door
from tests import ROOT

pytestmark = pytest.mark.documents

SAMPLE = ROOT / "resources" / "samples" / "foam-dressing.cerw"
BESIDE_PYTHON = Path(sys.executable).parent
SCHEMAS = ROOT.parent / "shared" / "ooxml" / "check_docx.py"
SDK = ROOT / "packaging" / "validator" / "node_modules" / ".bin" / "ooxml-validator"


@pytest.fixture(scope="session", params=["sample", "empty"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the report of the sample, and the one of a dossier in which nothing is answered."""
    folder = tmp_path_factory.mktemp(request.param)
    dossier = SAMPLE
    if request.param == "empty":
        dossier = folder / "empty.cerw"
        assert done("new", dossier)
    assert done("build", dossier, "--to", folder)
    (written,) = folder.glob("*.docx")
    return written


def done(*words: str | Path) -> bool:
    return door.run([str(word) for word in words], window=lambda _: 1) == 0


def said(*command: str | Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONUTF8": "1", "NO_COLOR": "1"}
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False,
        env=environment, timeout=110,
    )  # fmt: skip


def test_it_is_valid_by_the_schemas_and_holds_together(report: Path):
    if not SCHEMAS.exists():
        pytest.skip("the checker with the ECMA-376 schemas is not beside this tree")
    checked = said(sys.executable, SCHEMAS, report)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_openxml_audit_finds_nothing_that_word_would_repair(report: Path):
    checked = said(BESIDE_PYTHON / "openxml-audit", report)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_ooxml_integrity_finds_nothing_broken(report: Path):
    checked = said(BESIDE_PYTHON / "ooxml-integrity", "check", report)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_open_xml_sdk_finds_it_valid(report: Path):
    if not SDK.exists():
        pytest.skip("the Open XML validator is not installed (packaging/documents_tools.sh)")
    checked = said(SDK, report)
    assert json.loads(checked.stdout)["ok"], checked.stdout


def test_libreoffice_opens_it_and_lays_out_its_chapters(report: Path, tmp_path: Path):
    for program in ("soffice", "pdftotext"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed (packaging/documents_tools.sh)")
    profile = (tmp_path / "profile").as_uri()
    opened = said(
        "soffice", "--headless", f"-env:UserInstallation={profile}",
        "--convert-to", "pdf", "--outdir", tmp_path, report,
    )  # fmt: skip
    pdf = tmp_path / report.with_suffix(".pdf").name
    assert pdf.exists(), opened.stdout + opened.stderr
    text = said("pdftotext", "-layout", pdf, "-").stdout
    assert text.count("\f") >= 10, "a report of fourteen chapters has more than ten pages"
    for heading in ("Intended purpose", "Equivalence", "Benefit", "PMCF", "Evaluators"):
        assert heading.lower() in text.lower()
