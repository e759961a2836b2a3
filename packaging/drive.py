"""Enters a whole dossier from *New* with keys and mouse only, and proves that it arrived.

Under a virtual screen: `make drive`; without a mouse: `make drive KEYS=1`. Ends with 1 where
anything differs, and leaves a picture of the screen at that moment.
"""

import argparse
import faulthandler
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from PySide6.QtCore import QCoreApplication, Qt  # noqa: E402

from cerwizard.gui import app, theme  # noqa: E402
from cerwizard.gui.window import Window  # noqa: E402
from cerwizard.report.word.checker import check_file  # noqa: E402
from cerwizard.store import dossier_file  # noqa: E402
from driving import files, findings, slips  # noqa: E402
from driving.by_keyboard import ByKeyboard  # noqa: E402
from driving.by_mouse import ByMouse  # noqa: E402
from driving.entry import Entry  # noqa: E402
from driving.no_mouse import NoMouse  # noqa: E402
from driving.slips import SLIPS, Slip  # noqa: E402
from driving.watch import Stuck, Watch, wait  # noqa: E402
from driving.way import Way  # noqa: E402

_LONGEST = 3600  # seconds; then it hangs, and says where
_FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")


def main() -> int:
    """Run the drive and say how it went."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("target", type=Path, help="the dossier that is to be entered")
    words.add_argument("--references", type=Path, help="a file whose references it has, to import")
    words.add_argument("--keyboard", action="store_true", help="by the keyboard alone")
    words.add_argument("--to", type=Path, default=ROOT / "build" / "drive")
    call = words.parse_args()
    faulthandler.dump_traceback_later(_LONGEST, exit=True)
    call.to.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(dir=call.to)).resolve()
    if call.references:
        call.references = call.references.resolve()  # a file dialog stands elsewhere
    for name in _FOLDERS:
        os.environ[name] = str(folder / "home")  # nothing of this machine's user takes part
    begun = time.monotonic()

    def tell(line: str) -> None:
        print(f"{time.monotonic() - begun:6.0f} s  {line}", flush=True)

    window = opened()
    watch = Watch(window)
    try:
        way = ByKeyboard() if call.keyboard else ByMouse()
        for line in drive(window, call.target, folder, SLIPS, call.references, way, tell):
            tell(line)
    except Exception as error:  # noqa: BLE001 - said, with a picture
        return _failed(watch.trouble or error, folder)
    if watch.trouble:
        return _failed(watch.trouble, folder)
    window.close()
    tell(f"All of {call.target.name} was entered, and nothing differs. It is in {folder}.")
    return 0


def _failed(error: Exception, folder: Path) -> int:
    picture = folder / "stuck.png"
    stuck = error if isinstance(error, Stuck) else Stuck(str(error) or repr(error))
    stuck.picture.save(str(picture))
    print(f"FAILED: {stuck}\nThe picture is {picture}.", flush=True)
    os._exit(1)  # the window asks what to do with the dossier, and there is nobody to answer


def opened() -> Window:
    """Return the window, on the screen."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    made = app.application()
    theme.apply(made, "light", 100)
    window = Window("light")
    window.resize(1280, 800)
    window.show()
    wait(lambda: window.filing is not None, "the window has settled")
    window.activateWindow()
    return window


def drive(
    window: Window,
    file: Path,
    folder: Path,
    slipped: tuple[Slip, ...] = (),
    references: Path | None = None,
    way: Way | None = None,
    tell: Callable[[str], None] = print,
) -> Iterator[str]:
    """Enter the dossier in `file`, mend what slipped, write the report, close and reopen.

    Yields what was done; AssertionError if anything of it fails or differs, or if a mouse was
    used on a way without one.
    """
    way = way or ByMouse()
    watch = NoMouse(app.application()) if isinstance(way, ByKeyboard) else None
    try:
        yield from _drive(window, file, folder, slipped, references, way, tell)
        yield f"{way.name}: {way.told()}"
    finally:
        if watch:
            watch.stop()
    if watch:
        yield watch.proof()


def _drive(
    window: Window,
    file: Path,
    folder: Path,
    slipped: tuple[Slip, ...],
    references: Path | None,
    way: Way,
    tell: Callable[[str], None],
) -> Iterator[str]:
    target = dossier_file.load(file).dossier
    way.new(window)
    files.ready(window)
    assert window.desk is not None
    entry = Entry(window.desk, slips.flawed(target, slipped), way, tell)
    missing = entry.enter()
    assert slipped or not missing, f"could not be entered: {missing[:20]}"
    yield (
        f"{entry.typed:,} answers with {entry.characters:,} characters in {len(entry.ids)} rows "
        "were entered"
    )
    entry.target = target
    entry.way.show_all_findings(window.desk)
    files.judged(window)
    yield findings.gone_round(window.desk)
    for slip in slipped:
        yield findings.mended(window, entry, slips.address(target, slip))
    missing = entry.enter()  # a slip may have kept questions from being asked
    assert not missing, f"could not be entered: {missing[:20]}"
    yield findings.compared(window, entry, findings.said_of(file))
    if references:
        yield files.import_references(window, references)
    _same(entry, "before it was saved")
    yield from _away_and_back(window, entry, folder / "entered.cerw")


def _away_and_back(window: Window, entry: Entry, saved: Path) -> Iterator[str]:
    assert window.desk is not None
    found = window.desk.side.findings.shown()
    files.save_as(window, saved)
    report = files.write_report(window, saved.parent / "report")
    faults = check_file(report)
    assert not faults, f"{report}: {faults[:9]}"
    yield f"the report was written and is sound: {report} ({report.stat().st_size // 1024} KiB)"
    files.close(window)
    files.reopen(window, saved)
    assert window.desk is not None
    entry.desk = window.desk
    _same(entry, "after it was reopened")
    entry.way.show_all_findings(window.desk)
    files.judged(window)
    assert window.desk.side.findings.shown() == found, "other findings after it was reopened"
    yield "saved, closed and opened again: everything is there, and the same findings"
    files.close(window)


def _same(entry: Entry, when: str) -> None:
    left = list(entry.differences())
    assert not left, f"{when}, these answers differ: {left[:20]}"


if __name__ == "__main__":
    raise SystemExit(main())
