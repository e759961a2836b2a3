"""The short values of a TOML file, read before there is a parser."""

import tomllib

import pytest

from cerwizard import assets
from cerwizard.gui import short_values


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_theme_reads_as_by_the_parser(name):
    text = assets.resources("themes", f"{name}.toml").read_text(encoding="utf-8")
    whole = tomllib.loads(text)
    colours = whole.pop("colours")
    assert short_values.read(text) == {**whole, **colours}


def test_texts_and_numbers_are_read_in_every_way_to_write_them():
    text = "theme='dark'  # at night\ntext_size = 150\nwindow = \"AAA==\"\n"
    assert short_values.read(text) == {"theme": "dark", "text_size": 150, "window": "AAA=="}


def test_what_is_no_short_value_is_passed_over():
    text = 'theme = [\ntext_size = 1.5\nname = "a\\tb"\n'
    assert short_values.read(text) == {}
