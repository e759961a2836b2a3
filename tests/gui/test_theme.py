"""The palettes can be read by everyone, and nothing that they are asked for is missing."""

import re

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QMainWindow

from cerwizard import assets, settings
from cerwizard.gui import first_look, icons, theme
from cerwizard.gui.actions import MENUS, Actions
from cerwizard.gui.dress import Dress
from cerwizard.gui.marks import KINDS, pixmap

THEMES = ["light", "dark"]
TEXT_ON = [
    *((ink, ground) for ink in ("ink", "muted") for ground in ("window", "rail", "surface")),
    *((ink, ground) for ink in ("ink", "muted") for ground in ("raised", "accent_soft")),
    *((f, f"{f}_soft") for f in ("blocker", "major", "minor", "note")),
    *(("ink", f"{f}_soft") for f in ("blocker", "major", "minor", "note")),
    *(("muted", f"{f}_soft") for f in ("blocker", "major", "minor", "note")),
    *(("accent", g) for g in ("window", "rail", "surface", "raised", "accent_soft")),
    *(("accent", f"{f}_soft") for f in ("blocker", "major", "minor", "note")),
    ("accent_ink", "accent"),
    ("fill_ink", "fill"),
    ("muted", "line"),
    ("major", "surface"),
    ("major", "raised"),
    ("surface", "ink"),
]
MARKS = ("blocker", "major", "minor", "note", "done", "edge", "accent", "muted")
SHAPES_ON = [
    *((edge, ground) for edge in ("edge", "accent") for ground in ("window", "surface", "raised")),
    *((mark, ground) for mark in MARKS for ground in ("surface", "rail", "raised", "accent_soft")),
    *((f, f"{f}_soft") for f in ("blocker", "major", "minor", "note")),
    *(("surface", f) for f in ("blocker", "major", "minor", "note", "done")),
    *(("scroll", ground) for ground in ("window", "rail", "surface", "raised")),
    *(("fill", ground) for ground in ("window", "surface", "raised")),
    ("ink", "fill"),
    ("accent", "line"),
]


def luminance(colour: str) -> float:
    parts = [c / 255 for c in QColor(colour).getRgb()[:3]]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
@pytest.mark.parametrize("name", THEMES)
def test_text_has_the_contrast_of_wcag_aa(name, ink, ground):
    colours = theme.load(name).colours
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_every_text_that_the_sheet_sets_on_a_ground_can_be_read(name):
    sheet = assets.resources("themes", "window.qss").read_text(encoding="utf-8")
    blocks = re.findall(r"([^{}]+)\{((?:[^{}]|\$\{\w+\})*)\}", sheet)
    pairs = {
        (ink[1], ground[1])
        for selector, body in blocks
        if ":disabled" not in selector
        for ink in [re.search(r"(?<![-\w])color: \$(\w+)", body)]
        for ground in [re.search(r"(?<!-)background: \$(\w+)", body)]
        if ink and ground
    }
    assert len(pairs) > 3
    colours = theme.load(name).colours
    assert [p for p in pairs if contrast(colours[p[0]], colours[p[1]]) < 4.5] == []


@pytest.mark.parametrize("name", THEMES)
def test_every_ring_of_the_focus_stands_out_from_what_it_encloses(name):
    sheet = assets.resources("themes", "window.qss").read_text(encoding="utf-8")
    colours = theme.load(name).colours
    grounds = {}
    for selector, body in re.findall(r"([^{}]+)\{((?:[^{}]|\$\{\w+\})*)\}", sheet):
        ground = re.search(r"(?<!-)background: \$(\w+)", body)
        for one in selector.split(","):
            if ground:
                grounds[one.strip().replace(":checked", "")] = ground[1]
    rings = [
        (one.strip().removesuffix(":focus"), ring[1])
        for selector, body in re.findall(r"([^{}]+)\{((?:[^{}]|\$\{\w+\})*)\}", sheet)
        for ring in [re.search(r"border: 2px solid \$(\w+)", body)]
        for one in selector.split(",")
        if ring and one.strip().endswith(":focus")
    ]
    assert len(rings) > 15
    faint = [
        (what, ring)
        for what, ring in rings
        if contrast(colours[ring], colours[grounds.get(what, "window")]) < 3
    ]
    assert faint == []


@pytest.mark.parametrize("name", THEMES)
def test_what_is_left_to_the_palette_can_be_read(name):
    role = QPalette.ColorRole
    made = theme.palette(theme.load(name))
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
        (role.ToolTipText, role.ToolTipBase),
    ]
    ratios = [contrast(made.color(ink).name(), made.color(on).name()) for ink, on in pairs]
    assert min(ratios) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), SHAPES_ON)
@pytest.mark.parametrize("name", THEMES)
def test_shapes_have_the_contrast_of_wcag_aa(name, shape, ground):
    colours = theme.load(name).colours
    assert contrast(colours[shape], colours[ground]) >= 3


def test_both_palettes_name_the_same_colours():
    assert theme.load("light").colours.keys() == theme.load("dark").colours.keys()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_style_sheet_needs_nothing_that_is_not_there(name, percent):
    sheet = theme.style_sheet(theme.load(name), percent)
    assert "$" not in sheet
    for found in re.findall(r'url\("([^"]+)"\)', sheet):
        assert (assets.resources("icons") / found.rsplit("/", 1)[-1]).is_file()


@pytest.fixture
def dress(qapp):
    """What a window wears whose writer chose the colours of the system."""
    window = QMainWindow()
    theme.apply(qapp, "system", 100, "light")
    yield Dress(window, Actions(window), "system", 100)
    shiboken6.delete(window)  # at once, or it would listen to the desktop of the next test
    theme.apply(qapp, "light", 100)


@pytest.mark.parametrize(("ground", "name"), [("#2A2E32", "dark"), ("#EFEFEF", "light")])
def test_the_first_paint_takes_after_the_colours_of_the_desktop(qapp, ground, name):
    before = qapp.palette()
    qapp.setPalette(QPalette(QColor(ground)))
    assert theme.guessed("system") == name
    assert (theme.guessed("light"), theme.guessed("dark")) == ("light", "dark")
    qapp.setPalette(before)


def test_a_wrong_guess_is_mended_after_the_first_paint(dress, monkeypatch):
    monkeypatch.setattr(theme, "resolve", lambda choice: "dark")
    dress.settle()
    assert theme.worn() == "dark"
    assert theme.colour("window").name() == theme.load("dark").colours["window"].lower()


def test_a_desktop_that_turns_dark_takes_the_window_along(dress, qapp, monkeypatch):
    monkeypatch.setattr(theme, "resolve", lambda choice: "dark" if choice == "system" else choice)
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.worn() == "dark"
    dress.wear(choice="light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.worn() == "light"


def test_the_text_grows_with_the_size(qapp):
    assert theme.font(200).pointSizeF() == 2 * theme.font(100).pointSizeF()


def test_every_icon_of_the_menus_exists(qapp):
    names = {deed.icon for deeds in MENUS.values() for deed in deeds if deed.icon}
    assert all(not icons.icon(name).isNull() for name in names)


@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_is_painted(qapp, kind):
    image = pixmap(kind).toImage()
    painted = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert len(painted) > 3


def test_the_first_look_and_the_settings_know_the_same_file():
    assert first_look.settings_file() == settings.place()


def test_the_first_look_takes_what_the_settings_say():
    assert first_look.look() == ("system", 100)
    settings.save(settings.Settings(theme=settings.Theme.DARK, text_size=150))
    assert first_look.look() == ("dark", 150)


def test_the_first_look_survives_a_broken_file():
    first_look.settings_file().parent.mkdir(parents=True)
    first_look.settings_file().write_text("theme = [", encoding="utf-8")
    assert first_look.look() == ("system", 100)


def test_the_settings_offer_the_themes_that_there_are():
    assert {str(t) for t in settings.Theme} == set(theme.THEMES)
