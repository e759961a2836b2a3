"""A page with a session behind it, wired as the desk wires them."""

from functools import cache
from typing import Any

from cerwizard import assets
from cerwizard.dossier.dossier import Dossier
from cerwizard.gui.law_words import cite
from cerwizard.gui.news import Surroundings
from cerwizard.gui.pages import page_for
from cerwizard.gui.pages.looks import stops
from cerwizard.gui.remarks import Remarks
from cerwizard.reckon.applies import Applies
from cerwizard.rules.finding import Finding, Severity
from cerwizard.session import Session
from cerwizard.store.dossier_file import load
from tests.gui import filled

NEWS = ("edited", "held", "added", "copied", "removed", "moved", "followed", "begun")


@cache
def sample(name: str) -> Dossier:
    """Return a dossier by name: empty, full, or one of the samples."""
    if name in ("empty", "full"):
        return Dossier() if name == "empty" else filled.dossier()
    return load(assets.resources("samples", f"{name}.cerw")).dossier


def finding(path: str, severity: Severity = Severity.MAJOR) -> Finding:
    step = path.partition(".")[0]
    return Finding("XX-01", "n", severity, step, path, f"About {path}.", "Why.", "Mend.", ())


class Bench:
    """`told` has all news of the page as (signal, arguments); edits and new rows are done."""

    def __init__(self, qtbot: Any, stop: str, dossier: Dossier) -> None:
        self.session = Session(dossier)
        self.told: list[tuple[str, tuple[Any, ...]]] = []
        self._applies = Applies(dossier)
        self.around = Surroundings(Dossier, cite=cite, applies=lambda _, at: self._applies(at))
        name, section, step = next(each for each in stops() if each[0] == stop)
        self.page = page_for(name, section, step, self.around)
        qtbot.addWidget(self.page)
        self.page.resize(900, 700)
        self._wire()
        self.show()

    def _wire(self) -> None:
        news = self.around.news
        for name in NEWS:
            getattr(news, name).connect(lambda *args, name=name: self.told.append((name, args)))
        news.report_asked.connect(lambda: self.told.append(("report_asked", ())))
        news.edited.connect(self.session.set)
        news.begun.connect(self._begin)
        news.copied.connect(self.session.copy_row)
        news.removed.connect(self.session.remove_row)
        self.session.listen(lambda _: self.show())

    def _begin(self, rows: str, values: dict[str, Any], at: int) -> None:
        self.session.add_row(rows, values, None if at < 0 else at)

    def show(self) -> None:
        """Show the dossier as the session has it."""
        self._applies = Applies(self.session.dossier)
        self.page.show_dossier(self.session.dossier)

    def remark(self, *findings: Finding) -> None:
        """Show a judgement."""
        self.page.show_remarks(Remarks(findings))

    def names(self) -> list[str]:
        """Return the names of the news so far."""
        return [name for name, _ in self.told]
