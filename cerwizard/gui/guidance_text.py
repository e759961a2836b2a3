"""Guidance files as the window shows them: a few words of Markdown, clauses as quiet links."""

import re
from collections.abc import Callable, Iterator
from html import escape

from cerwizard.gui.news import Cited

_ID = r"[A-Z][\w.-]*(?::[\w.-]+)?"
_CLAUSES = re.compile(rf"\[({_ID}(?:,\s*{_ID})*)\]")
_STRONG = re.compile(r"\*\*(.+?)\*\*")


def html(text: str, cite: Callable[[str], Cited]) -> str:
    """Return a guidance file as HTML: headings, bullets, paragraphs, bold, clauses in brackets."""
    return "".join(_block(block, cite) for block in _blocks(text))


def _blocks(text: str) -> Iterator[str]:
    """Yield headings, bullets and paragraphs, each as one line."""
    block: list[str] = []
    for line in map(str.strip, [*text.splitlines(), ""]):
        if block and (not line or line.startswith(("#", "- "))):
            yield " ".join(block)
            block = []
        if line.startswith("#"):
            yield line
        elif line:
            block.append(line)


def _block(block: str, cite: Callable[[str], Cited]) -> str:
    if block.startswith("#"):
        return f"<h4>{escape(block.lstrip('# '))}</h4>"
    if block.startswith("- "):
        return f"<ul><li>{_inline(block[2:], cite)}</li></ul>"
    return f"<p>{_inline(block, cite)}</p>"


def _inline(text: str, cite: Callable[[str], Cited]) -> str:
    strong = _STRONG.sub(r"<b>\1</b>", escape(text, quote=False))
    return _CLAUSES.sub(lambda found: links(found[1].split(","), cite), strong)


def links(clauses: list[str], cite: Callable[[str], Cited]) -> str:
    """Return citations, each a link that tells the gist of its clause."""
    named = [clause.strip() for clause in clauses]
    shown = [f"<a href='clause:{c}'>{_unbroken(cite(c).cite)}</a>" for c in named]
    return f"<span class='cite'>{'; '.join(shown)}</span>"


def _unbroken(citation: str) -> str:
    """Return a citation whose instrument and number stay on one line."""
    return escape(citation).replace(" ", "\N{NO-BREAK SPACE}", 1)


def clause_of(link: str) -> str:
    """Return the clause id in a link made here, "" for any other."""
    return link.removeprefix("clause:") if link.startswith("clause:") else ""
