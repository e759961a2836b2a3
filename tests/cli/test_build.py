import json
from datetime import date
from pathlib import Path

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import ForeignReportError
from cerwizard.report.build import Built, Merged
from cerwizard.store import dossier_file
from tests.rules import house


@pytest.fixture
def a(at_home):
    path = at_home / "work" / "a.cerw"
    dossier_file.save(path, Dossier())
    return path


@pytest.fixture
def built(monkeypatch):
    """Builds nothing, but remembers what it was asked for."""
    asked = []

    def build(dossier, folder, document, **more):
        asked.append((folder, document, more))
        path = folder / "CER.docx"
        return Built(document, path, 40, 3, True, Merged(kept=1), ("A style is missing.",))

    monkeypatch.setattr("cerwizard.report.build.build", build)
    return asked


def test_the_json_is_what_was_agreed(cer, a, built):
    code, out, err = cer("build", "a.cerw", "--to", "out", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {
        "documents": [
            {
                "name": "cer",
                "path": str(Path("out/CER.docx")),
                "due": True,
                "blocks": 40,
                "open": 3,
                "merged": {"kept": 1, "replaced": 0, "offered": 0, "appended": 0},
            }
        ]
    }


def test_the_text_says_what_is_open_and_what_to_know(cer, a, built):
    _, out, _ = cer("build", "a.cerw", "--to", "out")
    first, second = out.splitlines()
    assert first.endswith("CER.docx: 40 parts, 3 of them still to be written")
    assert second == "A style is missing."


def test_a_pack_that_is_not_well_formed_is_refused_before_anything_is_written(cer, a, built):
    Path("house").mkdir()
    code, _, err = cer("build", "a.cerw", "--to", "out", "--rules", "house")
    assert (code, built) == (2, [])
    assert "has no file pack.toml" in err


def test_template_and_day_are_handed_on(cer, a, built):
    cer("build", "a.cerw", "--to", "out", "--house", "h.docx", "--as-of", "2030-01-01")
    handed = {"house": Path("h.docx"), "as_of": date(2030, 1, 1), "pack": None}
    assert built == [(Path("out"), "cer", handed)]


def test_rules_of_the_house_are_handed_on(cer, a, built):
    house.write(Path("house"))
    cer("build", "a.cerw", "--to", "out", "--document", "review-annex", "--rules", "house")
    ((_, document, handed),) = built
    assert document == "review-annex"
    assert [pack.id for pack in handed["pack"].all][-1] == "house"


def test_all_documents_that_there_are_can_be_asked_for(cer, a, built):
    cer("build", "a.cerw", "--to", "out", "--document", "all")
    assert "cer" in [document for _, document, _ in built]


def test_a_clean_document_is_asked_for_and_the_answer_is_no(cer, a, built):
    assert cer("build", "a.cerw", "--to", "out", "--clean")[0] == 1


def test_a_document_that_is_not_there_names_those_that_are(cer, a, built):
    code, out, err = cer("build", "a.cerw", "--to", "out", "--document", "novel")
    assert (code, out, built) == (2, "", [])
    assert err == "There is no document “novel”; there is cer, review-annex.\n"


def test_a_foreign_file_in_the_way_is_said(cer, a, monkeypatch):
    def build(*args, **more):
        raise ForeignReportError("“CER.docx” is not ours.")

    monkeypatch.setattr("cerwizard.report.build.build", build)
    assert cer("build", "a.cerw", "--to", "out") == (2, "", "“CER.docx” is not ours.\n")


def test_a_dossier_that_cannot_be_read_is_said(cer, built):
    code, _, err = cer("build", "gone.cerw", "--to", "out")
    assert code == 2
    assert "“gone.cerw” cannot be opened" in err
