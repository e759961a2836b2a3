"""The page of a rule: what it finds, why that matters, how to mend it, on what it rests."""

from collections.abc import Callable, Iterator
from datetime import date
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from cerwizard.gui import theme
from cerwizard.gui.news import Cited
from cerwizard.gui.reading import Reading
from cerwizard.rules.catalog import Pack
from cerwizard.rules.rule import Rule

_MEANING = {
    "blocker": "the law bars it, a mandatory element is wholly absent, or a conclusion "
    "contradicts its own data",
    "major": "a written question of the notified body is certain",
    "minor": "a remark: clarity, traceability, weak wording",
    "note": "something to ask or to record",
}

_CAPITALS = (
    "CE CV DI DOI EMDN EU GMDN GSPR I ID II III IFU IMDRF MDCG MDR MDSW PICO PMCF PMID PMS PSUR "
    "SSCP UDI XVI"
)
_ABBREVIATED = {
    **{word.lower(): word for word in _CAPITALS.split()},
    "iia": "IIa",
    "iib": "IIb",
    "annex": "Annex",
}
_WRITTEN = {
    "article 61 10": "Article 61(10)",
    "article ": "Article ",
    "basic UDI DI": "Basic UDI-DI",
}


class RulePage(QDialog):
    """Shows one rule of a pack; Escape closes it."""

    def __init__(
        self, parent: QWidget | None, rule: Rule, pack: Pack, cite: Callable[[str], Cited]
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rule")
        self.setWindowTitle(f"Rule {rule.code}")
        self.text = Reading()
        self.text.setAccessibleName(f"The rule {rule.code}")
        self.text.document().setDocumentMargin(20)
        self.text.setHtml(html(rule, pack, cite))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.setContentsMargins(16, 0, 16, 12)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        column.addWidget(close)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(620, 560)


def html(rule: Rule, pack: Pack, cite: Callable[[str], Cited]) -> str:
    """Return a rule as HTML."""
    return _style() + "".join(_parts(rule, pack, cite))


def _parts(rule: Rule, pack: Pack, cite: Callable[[str], Cited]) -> Iterator[str]:
    severity = str(rule.severity)
    name = title(rule.name)
    yield f"<p class='over'>Rule {rule.code}</p><h2>{escape(name)}</h2>"
    yield f"<p><b>{severity.capitalize()}</b>: {_MEANING[severity]}.</p>"
    yield f"<h4>Why it matters</h4><p>{escape(rule.why)}</p>"
    yield f"<h4>How to mend it</h4><p>{escape(rule.fix)}</p>"
    yield "<h4>Where it is written</h4>"
    for clause in rule.clauses:
        cited = cite(clause)
        gist = f"<br><span class='quiet'>{escape(cited.gist)}</span>" if cited.gist else ""
        yield f"<p><b>{escape(cited.cite)}</b>{gist}</p>"
    yield f"<h4>In force</h4><p>{in_force(rule.in_force_from, rule.in_force_to)}</p>"
    yield f"<p class='quiet'>{escape(_origin(rule, pack))}</p>"


def title(name: str) -> str:
    """Return the name of a rule in plain words: "actor-id-wrong" is "Actor ID wrong"."""
    words = " ".join(_ABBREVIATED.get(word, word) for word in name.split("-"))
    for plain, written in _WRITTEN.items():
        words = words.replace(plain, written)
    return words[:1].upper() + words[1:]


def in_force(first: date | None, last: date | None) -> str:
    """Return in words from when to when the law behind a rule holds."""
    if first and last:
        return f"From {first} to {last}."
    if first:
        return f"Since {first}."
    return f"Until {last}." if last else "Under every date as of which a dossier is judged."


def _origin(rule: Rule, pack: Pack) -> str:
    of = pack.home(rule)
    whose = "a pack that was added" if of in pack.added else "the rules that come with CER Wizard"
    return f"In {whose}: {of.id} {of.version} of {of.date}; since version {rule.since}."


def _style() -> str:
    ink, quiet, accent = (theme.colour(name).name() for name in ("ink", "muted", "accent"))
    return (
        f"<style>p {{ color: {ink}; margin: 0 0 8px 0; line-height: 125%; }}"
        f"h2 {{ color: {ink}; font-weight: 600; margin: 0 0 10px 0; }}"
        f"h4 {{ color: {ink}; font-weight: 600; margin: 14px 0 4px 0; font-size: medium; }}"
        f".over {{ color: {accent}; font-size: small; font-weight: 600; margin: 0 0 2px 0; }}"
        f".quiet {{ color: {quiet}; }}</style>"
    )
