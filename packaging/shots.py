"""Pictures of the window: every stop of the rail, in two sizes and two themes, and the manual's.

Names of stops as arguments restrict it to these, the word “manual” to the pictures of the manual,
the word “large” to a sample at text sizes of 150 and 200 per cent, “dialogs” to panes and dialogs.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import product
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
_HOME = tempfile.mkdtemp()
for _name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _HOME  # no picture shows what this machine's user had open

from PySide6.QtCore import QSize  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from cerwizard import settings  # noqa: E402
from cerwizard.dossier import paths  # noqa: E402
from cerwizard.dossier.ask import Kind  # noqa: E402
from cerwizard.gui import app, theme  # noqa: E402
from cerwizard.gui.list_field import ListField  # noqa: E402
from cerwizard.gui.pages.looks import stops  # noqa: E402
from cerwizard.gui.tour import Tour  # noqa: E402
from cerwizard.gui.window import Window  # noqa: E402
from driving import dialog_pictures, manual_pictures, watch  # noqa: E402

POOR = ROOT / "resources" / "samples" / "poor-example.cerw"
SAMPLE = ROOT / "resources" / "samples" / "foam-dressing.cerw"
SHOTS = ROOT / "build" / "shots"
MANUAL = ROOT / "resources" / "manual" / "pictures"
SIZES = (QSize(1280, 800), QSize(1920, 1080))
THEMES = ("light", "dark")
LARGE = (150, 200)  # text sizes in per cent
_PATIENCE = 20  # seconds until a dialog that nobody answers is closed
_SETTLE = 250  # milliseconds until fonts, layouts and the rules have come to rest


def main() -> int:
    """Take all pictures and say where they are."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    MANUAL.mkdir(parents=True, exist_ok=True)
    wanted = sys.argv[1:]
    made = app.application()
    looking_on = watch.Watch(made, _PATIENCE)  # a dialog would hold everything up
    if wanted not in (["large"], ["dialogs"]):
        for name in THEMES:
            window = _window(made, name, 100)
            for size in SIZES:
                window.resize(size)
                _take_all(window, f"{size.width()}-{name}", wanted)
            window.close()
    if wanted in ([], ["large"]):
        _take_large(made)
    if wanted in ([], ["dialogs"]):
        _take_dialogs(made)
    shutil.rmtree(_HOME, ignore_errors=True)
    if looking_on.trouble:
        print(looking_on.trouble, file=sys.stderr)
        return 1
    print(f"The pictures are in {SHOTS}.")
    return 0


def _window(made: QApplication, name: str, percent: int) -> Window:
    settings.place().unlink(missing_ok=True)  # the panes are not those of another size of text
    theme.apply(made, name, percent)
    window = Window(name, percent)
    window.show()
    window.activateWindow()
    watch.wait(partial(_settled, window), "the window has settled")
    return window


def _take_large(made: QApplication) -> None:
    """Take the sample's pages at large text sizes, and the cards of the tour."""
    for percent, size in product(LARGE, SIZES):
        window = _window(made, "light", percent)
        window.resize(size)
        QTest.qWait(_SETTLE)
        kind = f"{size.width()}-light-{percent}"
        _take(window, f"start-{kind}")
        _open(window, SAMPLE)
        for name, _, _ in stops():
            _take_step(window, name, kind)
        window.show_tour()
        tour = window.findChild(Tour)
        assert tour is not None
        for card in range(4):
            QTest.qWait(_SETTLE)
            _take(window, f"tour-{kind}-{card + 1}")
            tour.card.next.click()
        _close(window)
        window.close()


def _take_dialogs(made: QApplication) -> None:
    """Take panes and dialogs over a dossier of which there is much to say."""
    for theme_name, percent in (*((name, 100) for name in THEMES), *(("light", p) for p in LARGE)):
        window = _window(made, theme_name, percent)
        window.resize(SIZES[0])
        QTest.qWait(_SETTLE)
        _open(window, POOR)
        dialog_pictures.take(window, _take, f"{theme_name}-{percent}")
        _close(window)
        window.close()


def _open(window: Window, dossier: Path | None) -> None:
    if dossier is None:
        window.new()
    else:
        window.open_sample(dossier)
    watch.wait(lambda: window.desk is not None and not window.desk.judging.busy, "it is open")


def _close(window: Window) -> None:
    window.acts["close"].trigger()
    watch.wait(lambda: window.desk is None, "it is closed")


def _settled(window: Window) -> bool:
    return window.filing is not None


def _take_all(window: Window, kind: str, wanted: list[str]) -> None:
    QTest.qWait(_SETTLE)
    _take(window, f"start-{kind}")
    if kind == "1280-light" and wanted in ([], ["manual"]):
        manual_pictures.take(window, SAMPLE.parent, MANUAL)
    if wanted == ["manual"]:
        return
    for title, dossier in (("empty", None), ("sample", SAMPLE)):
        _open(window, dossier)
        for name, _, _ in stops():
            if not wanted or name in wanted:
                _take_step(window, name, f"{kind}-{title}")
        _close(window)


def _take_step(window: Window, name: str, kind: str) -> None:
    desk = window.desk
    assert desk is not None
    desk.open_step(name)
    desk.page.focus_first()
    watch.wait(lambda: not getattr(desk.page, "busy", False), "the page is up to date")
    QTest.qWait(_SETTLE)
    _take(window, f"{name}-{kind}")
    row = next(_rows(window), "")
    if row and kind.endswith("sample"):
        desk.reveal(row)
        QTest.qWait(_SETTLE)
        _take(window, f"{name}-{kind}-row")


def _rows(window: Window) -> Iterator[str]:
    """Yield the first row of each list on the page that is open."""
    assert window.desk is not None
    for item in window.desk.page.form.fields.values():
        if item.question.kind is Kind.ROWS and isinstance(item, ListField) and item.address:
            rows = paths.get(window.desk.session.dossier, item.address)
            if rows:
                yield f"{item.address}[{rows[0].id}]"


def _take(widget: QWidget, name: str) -> None:
    widget.grab().save(str(SHOTS / f"{name}.png"))


if __name__ == "__main__":
    raise SystemExit(main())
