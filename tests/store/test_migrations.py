import pytest

from cerwizard.dossier.dossier import SCHEMA_VERSION
from cerwizard.errors import NewerFileError, UnreadableFileError
from cerwizard.store import migrations


def rename(data):
    data["new"] = data.pop("old")


def double(data):
    data["new"] *= 2


LADDER = {1: rename, 2: double}


@pytest.mark.parametrize(
    ("data", "climbed"),
    [
        ({"schema_version": 1, "old": 3}, {"new": 6}),
        ({"schema_version": 2, "new": 3}, {"new": 6}),
        ({"schema_version": 3, "new": 3}, {"new": 3}),
    ],
)
def test_each_version_climbs_the_rungs_above_it(data, climbed):
    assert migrations.climb(data, 3, LADDER) == climbed


@pytest.mark.parametrize("version", [None, "1", 1.0, True, 0, -1, [1]])
def test_a_file_without_a_version_is_not_version_0(version):
    with pytest.raises(UnreadableFileError, match="does not say"):
        migrations.climb({"schema_version": version})
    with pytest.raises(UnreadableFileError, match="does not say"):
        migrations.climb({})


def test_a_newer_file_says_what_to_do():
    with pytest.raises(NewerFileError, match=r"version 99 .* Install the newer program"):
        migrations.climb({"schema_version": 99})


def test_there_is_a_rung_for_every_version_below_ours():
    assert set(migrations.LADDER) == set(range(1, SCHEMA_VERSION))
