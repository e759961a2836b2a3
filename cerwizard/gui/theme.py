"""How the window looks: two small palettes, one style sheet made from them, one text size."""

import re
from collections.abc import Mapping
from string import Template
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cerwizard import assets
from cerwizard.gui import short_values
from cerwizard.gui.qt_numbers import SCHEMES

THEMES = ("system", "light", "dark")
SMALLEST, LARGEST, STEP = 100, 200, 10  # text size in per cent
_FAMILIES = ("Segoe UI", "SF Pro Text", "Inter", "Noto Sans", "Cantarell", "Liberation Sans")
_POINTS = {"body": 10.0, "small": 9.0, "group": 12.0, "record": 13.5, "title": 17.0}
_PIXELS = {"row": 20, "item": 24, "door": 96, "picture": 28, "icon": 16, "tick": 14, "chevron": 12}
_PROPERTY, _WORN = "cerwizard_colours", "cerwizard_theme"
_DARK = 128  # lightness of a ground, of 255


class Theme(NamedTuple):
    """A palette: a name for the menu, light or dark, and named colours as #RRGGBB."""

    name: str
    scheme: str
    colours: Mapping[str, str]


def load(name: str) -> Theme:
    """Return the theme in resources/themes; `name` is “light” or “dark”."""
    text = assets.resources("themes", f"{name}.toml").read_text(encoding="utf-8")
    colours = {key: str(value) for key, value in short_values.read(text).items()}
    return Theme(colours.pop("name"), colours.pop("scheme"), colours)


def resolve(choice: str) -> str:
    """Return “light” or “dark” for a choice that may be “system”."""
    if choice in ("light", "dark"):
        return choice
    from PySide6.QtCore import Qt  # not for the first paint: its names take long to make

    hints = QGuiApplication.styleHints()
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def guessed(choice: str) -> str:
    """Return “light” or “dark” as `resolve` does, from the colours that nobody has changed yet."""
    if choice in ("light", "dark"):
        return choice
    return "dark" if QGuiApplication.palette().window().color().lightness() < _DARK else "light"


def worn() -> str:
    """Return “light” or “dark”: the theme that the application wears now."""
    app = QApplication.instance()
    return str(app.property(_WORN) or "") if app else ""


def apply(app: QApplication, choice: str, percent: int, name: str = "") -> None:
    """Dress the whole application in a theme at a text size in per cent.

    `name` is “light” or “dark” if that is known already.
    """
    app.styleHints().setProperty("colorScheme", SCHEMES.get(choice, SCHEMES["system"]))
    name = name or resolve(choice)
    theme = load(name)
    app.setProperty(_WORN, name)
    app.setProperty(_PROPERTY, dict(theme.colours))
    app.setFont(font(percent))
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme, percent))


def colour(name: str) -> QColor:
    """Return a named colour of the theme that the application wears now."""
    app = QApplication.instance()
    worn = app.property(_PROPERTY) if app else None
    return QColor((worn or load("light").colours)[name])


def font(percent: int) -> QFont:
    """Return the application's font: the first family of ours that this machine has."""
    there = set(QFontDatabase.families())
    chosen = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = next((f for f in _FAMILIES if f in there), None)
    if family:
        chosen.setFamily(family)
    chosen.setPointSizeF(_POINTS["body"] * percent / 100)
    return chosen


def style_sheet(theme: Theme, percent: int) -> str:
    """Return the style sheet in the theme's colours at a text size in per cent."""
    text = assets.resources("themes", "window.qss").read_text(encoding="utf-8")
    sizes = {name: f"{points * percent / 100:.1f}" for name, points in _POINTS.items()}
    heights = {name: str(round(pixels * percent / 100)) for name, pixels in _PIXELS.items()}
    icons = {"icons": assets.resources("icons").as_posix(), "scheme": theme.scheme}
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    return Template(text).substitute({**theme.colours, **sizes, **heights, **icons})


def palette(theme: Theme) -> QPalette:
    """Return the palette for what the style sheet leaves to Fusion: check boxes, dialogs."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(theme.colours[name]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, _ROLE.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colours["edge"]))
    return made


_ROLE = QPalette.ColorRole
_ROLES = {
    _ROLE.Window: "window",
    _ROLE.WindowText: "ink",
    _ROLE.Base: "surface",
    _ROLE.AlternateBase: "raised",
    _ROLE.Text: "ink",
    _ROLE.Button: "surface",
    _ROLE.ButtonText: "ink",
    _ROLE.BrightText: "blocker",
    _ROLE.Highlight: "accent",
    _ROLE.HighlightedText: "accent_ink",
    _ROLE.Accent: "accent",
    _ROLE.Link: "accent",
    _ROLE.LinkVisited: "accent",
    _ROLE.PlaceholderText: "muted",
    _ROLE.ToolTipBase: "ink",
    _ROLE.ToolTipText: "surface",
    _ROLE.Mid: "edge",
    _ROLE.Light: "raised",
    _ROLE.Midlight: "line",
    _ROLE.Dark: "edge",
    _ROLE.Shadow: "edge",
}
