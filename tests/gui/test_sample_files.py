"""The samples are offered with a name that says what they are about."""

import json
import zipfile

import pytest

from cerwizard import assets
from cerwizard.gui import sample_files
from cerwizard.gui.sample_files import kind_of, samples


def sample(folder, stem: str, title: str, **device: str):
    path = folder / "samples" / f"{stem}.cerw"
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w") as file:
        held = {"document": {"title": title}, "device": device}
        file.writestr("dossier.json", json.dumps(held))
    return path


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sample_files.assets, "resources", tmp_path.joinpath)
    return tmp_path


def test_each_sample_that_comes_with_the_program_says_what_it_is_about():
    found = {one.path.stem: one for one in samples()}
    assert found.keys() == {p.stem for p in assets.resources("samples").glob("*.cerw")}
    lens = found["intraocular-lens"]
    assert (lens.name, lens.kind) == ("Lentara LH-60", "Intraocular lens")
    assert lens.about == "Intraocular lens, class IIb, an invented device"


def test_a_word_of_the_title_is_written_as_there(folder):
    path = sample(folder, "af-detection-app", "Clinical Evaluation Report – RhythmLead AF 3.2")
    assert [one.kind for one in samples()] == ["AF detection app"]
    assert kind_of(path) == "AF detection app"


def test_the_kind_is_not_said_twice(folder):
    sample(folder, "poor-example", "Poor example – what is found", device_class="IIa")
    assert [one.about for one in samples()] == ["Class IIa, an invented device"]


def test_a_sample_without_a_class_is_offered_without_one(folder):
    sample(folder, "stent", "Anything")
    assert [one.about for one in samples()] == ["Stent, an invented device"]


@pytest.mark.parametrize("content", [b"", b"no zip"])
def test_a_sample_that_cannot_be_read_is_left_out(folder, content):
    sample(folder, "good", "Good")
    broken = folder / "samples" / "broken-one.cerw"
    broken.write_bytes(content)
    assert [one.path.stem for one in samples()] == ["good"]
    assert kind_of(broken) == "Broken one"


def test_a_zip_without_a_dossier_is_left_out(folder):
    path = sample(folder, "good", "Good")
    with zipfile.ZipFile(path.with_name("other.cerw"), "w") as file:
        file.writestr("else.json", "{}")
    assert [one.path for one in samples()] == [path]
