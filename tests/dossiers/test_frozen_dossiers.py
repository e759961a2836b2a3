import json
import zipfile

import pytest

from cerwizard.dossier.dossier import SCHEMA_VERSION
from cerwizard.store import dossier_file, history, plain_dossier
from tests.dossiers.freeze import HERE, full

FROZEN = sorted(HERE.glob("v*.cerw"))


def test_there_is_one_for_every_version():
    assert [path.stem for path in FROZEN] == [f"v{n + 1}" for n in range(SCHEMA_VERSION)]


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
def test_every_version_ever_written_is_read(path):
    opened = dossier_file.load(path)
    assert opened.remarks == ()
    assert len(opened.history) == 1
    assert opened.dossier.device.name


def test_nothing_of_the_present_version_is_lost_or_changed():
    """If a field was renamed or removed: a new version, a rung in the migrations, a new file."""
    path = HERE / f"v{SCHEMA_VERSION}.cerw"
    with zipfile.ZipFile(path) as file:
        frozen = file.read("dossier.json")
        lines = file.read("history.jsonl")
    again = plain_dossier.dump(dossier_file.load(path).dossier)
    assert json.loads(again) == json.loads(frozen)
    assert history.verify(lines, frozen).whole


def test_a_full_dossier_is_read_as_it_was_written():
    assert plain_dossier.parse(plain_dossier.dump(full())) == (full(), ())
