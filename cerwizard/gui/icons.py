"""Icons: one set of drawings, coloured as the theme asks."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from cerwizard import assets
from cerwizard.gui import theme

_DRAWN_IN = "#7B8796"  # the colour in the files; the only one that is replaced
_SIZES = (16, 20, 32, 48)
_SKETCH = 32
_NAME = "cerwizard_icon"

Bearer = QAbstractButton | QAction


def icon(name: str, colour: str = "ink") -> QIcon:
    """Return an icon of resources/icons in a named colour of the theme, greyed when disabled."""
    return _icon(name, theme.colour(colour).name(), theme.colour("edge").name())


@cache
def _icon(name: str, ink: str, grey: str) -> QIcon:
    made = QIcon()
    for mode, used in ((QIcon.Mode.Normal, ink), (QIcon.Mode.Disabled, grey)):
        drawing = _drawing(name, used)
        for size in _SIZES:
            made.addPixmap(_drawn(drawing, size), mode)
    return made


def sketch(bearer: Bearer, name: str, colour: str = "ink") -> None:
    """Give a button an icon in one size, for the first paint; the others are promised."""
    promise(bearer, name, colour)
    bearer.setIcon(QIcon(_drawn(_drawing(name, theme.colour(colour).name()), _SKETCH)))


def picture(name: str, side: int) -> QPixmap:
    """Return a drawing in its own colours, `side` pixels wide where pixels are not doubled."""
    app = QGuiApplication.instance()
    dense = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    pixmap = _drawn(_drawing(name), round(side * dense))
    pixmap.setDevicePixelRatio(dense)
    return pixmap


def _drawing(name: str, ink: str = _DRAWN_IN) -> QSvgRenderer:
    svg = assets.resources("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace(_DRAWN_IN, ink).encode()))


def _drawn(drawing: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    drawing.render(painter)
    painter.end()
    return pixmap


def put(bearer: Bearer, name: str, colour: str = "ink") -> None:
    """Give a button or an action an icon that follows the theme."""
    promise(bearer, name, colour)
    bearer.setIcon(icon(name, colour))


def promise(bearer: Bearer, name: str, colour: str = "ink") -> None:
    """Give a button or an action an icon that is drawn when the window is coloured next."""
    bearer.setProperty(_NAME, (name, colour))


def recolour(window: QWidget) -> None:
    """Draw all icons under `window` again, in the colours of the theme worn now."""
    bearers: list[Bearer] = [*window.findChildren(QAbstractButton), *window.findChildren(QAction)]
    for bearer in bearers:
        worn = bearer.property(_NAME)
        if worn:
            bearer.setIcon(icon(*worn))
