from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard import settings
from cerwizard.errors import CannotWriteError
from cerwizard.settings import Settings, Theme


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.toml"


def test_what_was_saved_is_loaded(path):
    given = Settings(
        who="Ada Ł.", theme=Theme.DARK, text_size=150, recent=("/a b/ü.cerw",), rule_folders=("x",)
    )
    settings.save(given, path)
    assert settings.load(path) == given
    assert [p.name for p in path.parent.iterdir()] == ["settings.toml"]


def test_no_file_gives_the_defaults(path):
    assert settings.load(path) == Settings()


def test_a_broken_file_is_kept_aside_and_the_defaults_are_used(path):
    path.parent.mkdir()
    path.write_text("who = ")
    told = []
    assert settings.load(path, told.append) == Settings()
    assert path.with_name("settings.toml.broken").read_text() == "who = "
    assert "kept as “settings.toml.broken”" in told[0]
    settings.save(Settings(who="A"), path)
    assert settings.load(path).who == "A"


@pytest.mark.parametrize(
    "line",
    [
        "text_size = 9000",
        'text_size = "big"',
        'theme = "pink"',
        "who = 3",
        "recent = [1]",
        'rule_folders = "house"',
        "unknown = true",
        "[recent]\na = 1",
    ],
)
def test_a_bad_value_falls_back_by_itself(path, line):
    path.parent.mkdir()
    path.write_text(f'house_template = "h.docx"\n{line}\n')
    assert settings.load(path) == Settings(house_template="h.docx")


def test_what_a_newer_program_wrote_stays_and_comments_too(path):
    path.parent.mkdir()
    path.write_text('# mine\ncolour = "red"\nwho = "A"\n')
    settings.save(Settings(who="B"), path)
    text = path.read_text()
    assert "# mine" in text
    assert 'colour = "red"' in text
    assert settings.load(path).who == "B"


def test_the_file_opened_last_comes_first_and_only_once(tmp_path):
    found = Settings()
    for number in [*range(15), 3]:
        found = found.opened(tmp_path / f"{number}.cerw")
    assert [Path(p).stem for p in found.recent[:3]] == ["3", "14", "13"]
    assert len(found.recent) == len(set(found.recent)) == 12
    assert found.without(found.recent[0]).recent == found.recent[1:]


def test_settings_that_cannot_be_written_are_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWriteError, match="cannot be kept"):
        settings.save(Settings(), tmp_path / "file" / "settings.toml")


def test_half_a_character_in_a_name_is_said_not_written(path):
    settings.save(Settings(who="A"), path)
    with pytest.raises(CannotWriteError):
        settings.save(Settings.model_construct(**Settings().model_dump() | {"who": "\ud800"}), path)
    assert settings.load(path).who == "A"


@given(st.binary(max_size=80) | st.text('who="A"\n[]{}=.#1 ', max_size=60).map(str.encode))
def test_any_file_gives_settings(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "settings.toml"
    path.write_bytes(data)
    assert isinstance(settings.load(path), Settings)


@given(st.builds(Settings, who=st.text(max_size=20), recent=st.tuples(st.text(max_size=9))))
def test_any_settings_can_be_saved(tmp_path_factory, given_settings):
    path = tmp_path_factory.getbasetemp() / "settings2.toml"
    settings.save(given_settings, path)
    assert settings.load(path) == given_settings


def test_the_settings_are_in_a_folder_of_the_user():
    assert settings.place().name == "settings.toml"
    assert "cerwizard" in str(settings.place())
