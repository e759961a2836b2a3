"""Enters a whole dossier from *New* with keys and mouse only, and proves that it arrived.

Under a virtual screen: `xvfb-run python packaging/drive.py resources/samples/foam-dressing.cerw`.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from PySide6.QtCore import QCoreApplication, Qt  # noqa: E402

from cerwizard.dossier.dossier import Dossier  # noqa: E402
from cerwizard.gui import app, theme  # noqa: E402
from cerwizard.gui.window import Window  # noqa: E402
from cerwizard.store import dossier_file  # noqa: E402
from driving import files, findings, hand  # noqa: E402
from driving.entry import Entry  # noqa: E402

LEFT_OUT = "document.date"  # so that there is a finding to meet and to mend


def main() -> int:
    """Run the drive and say how it went."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("target", type=Path, help="the dossier that is to be entered")
    words.add_argument("--to", type=Path, default=ROOT / "build" / "drive")
    call = words.parse_args()
    target = dossier_file.load(call.target).dossier
    call.to.mkdir(parents=True, exist_ok=True)
    window = opened()
    begun = time.monotonic()
    for line in drive(window, target, call.to, lambda said: print(said, flush=True)):
        print(f"{time.monotonic() - begun:6.0f} s  {line}", flush=True)
    window.close()
    return 0


def opened() -> Window:
    """Return the window, on the screen."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    made = app.application()
    theme.apply(made, "light", 100)
    window = Window("light")
    window.resize(1280, 800)
    window.show()
    hand.wait(lambda: window.filing is not None, "the window has settled")
    window.activateWindow()
    return window


def drive(
    window: Window, target: Dossier, folder: Path, tell: Callable[[str], None] = print
) -> list[str]:
    """Enter `target`, meet findings, write the report, close, reopen; return what was done.

    AssertionError if anything of it fails.
    """
    said = []
    files.new(window)
    assert window.desk is not None
    entry = Entry(window.desk, target, leave=(LEFT_OUT,), tell=tell)
    missing = entry.enter()
    assert not missing, f"could not be entered: {missing[:20]}"
    said.append(f"{entry.typed} answers in {len(entry.ids)} rows and all steps were entered")
    said.append(findings.mended(window, entry, LEFT_OUT))
    said.append(findings.gone_round(window))
    file = Path(tempfile.mkdtemp(dir=folder)) / "entered.cerw"
    files.save_as(window, file)
    report = files.write_report(window, file.parent / "report")
    said.append(f"the report {report.name} was written ({report.stat().st_size // 1024} KiB)")
    files.close(window)
    files.reopen(window, file)
    assert window.book is not None
    entry.leave = ()
    left = list(entry.differences(window.book.session.dossier))
    assert not left, f"lost on the way: {left[:20]}"
    said.append("closed and opened again: everything is there")
    files.close(window)
    return said


if __name__ == "__main__":
    raise SystemExit(main())
