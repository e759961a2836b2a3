import json

import pytest

from cerwizard import assets
from cerwizard.dossier.dossier import Dossier
from cerwizard.store import dossier_file


@pytest.fixture
def samples(at_home, monkeypatch):
    folder = at_home / "resources" / "samples"
    folder.mkdir(parents=True)
    dossier = Dossier.model_validate({"document": {"title": "A sample"}})
    dossier_file.save(folder / "foam.cerw", dossier)
    monkeypatch.setattr(
        "cerwizard.assets.resources", lambda *parts: at_home.joinpath("resources", *parts)
    )


def test_a_new_dossier_is_empty(cer, at_home):
    assert cer("new", "a.cerw") == (0, "“a.cerw” was made.\n", "")
    assert dossier_file.load(at_home / "work" / "a.cerw").dossier == Dossier()


def test_a_dossier_that_is_there_is_not_overwritten(cer, at_home):
    path = at_home / "work" / "a.cerw"
    path.write_text("mine")
    code, out, err = cer("new", "a.cerw")
    assert (code, out) == (2, "")
    assert "is there already" in err
    assert path.read_text() == "mine"


def test_a_new_dossier_can_be_a_copy_of_a_sample(cer, samples, at_home):
    assert cer("new", "a.cerw", "--sample", "foam")[0] == 0
    assert dossier_file.load(at_home / "work" / "a.cerw").dossier.document.title == "A sample"


def test_a_sample_that_is_not_there_names_those_that_are(cer, samples):
    code, _, err = cer("new", "a.cerw", "--sample", "gauze")
    assert (code, err) == (2, "There is no sample “gauze”; the samples are: foam.\n")


def test_a_folder_that_is_not_there_is_said(cer):
    code, _, err = cer("new", "gone/a.cerw")
    assert code == 2
    assert "its folder is not there" in err


def test_a_dossier_is_not_made_as_json(cer):
    assert cer("new", "a.json")[0] == 2


def test_the_schema_that_is_printed_is_the_published_one(cer):
    code, out, _ = cer("schema")
    published = assets.resources("schema", "dossier.schema.json").read_text(encoding="utf-8")
    assert code == 0
    assert json.loads(out) == json.loads(published)
