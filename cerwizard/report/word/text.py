"""Puts text into WordprocessingML: escaped, without what XML forbids, its line breaks kept."""

import re
import unicodedata

# Without one of these a text can stand in one w:t, once it is escaped.
_CONTROL = re.compile("[\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n|[\r\x0b\x0c]")
_PARAGRAPH = re.compile(r"\n[ \t]*\n[ \t\n]*")
_WHITE = re.compile("[\t\n]")
_BLANKS = re.compile(r"[^\S\u00a0]+")  # a no-break space stays
_PIECES = re.compile("([\n\t])")


def is_line(text: str) -> bool:
    """Say whether `text` has no break, no tab and nothing that XML forbids."""
    return text.isprintable() or _CONTROL.search(text) is None


def clean(text: str) -> str:
    """Return `text` without characters that XML 1.0 forbids, every line break a line feed."""
    return text if is_line(text) else _FORBIDDEN.sub("", _BREAK.sub("\n", text))


def escaped(text: str) -> str:
    """Return `text` as the content of an XML element."""
    return marked_up(clean(text))


def marked_up(line: str) -> str:
    """Return a clean text as the content of an XML element."""
    # Asking first is quicker than replacing nothing.
    if "&" in line:
        line = line.replace("&", "&amp;")
    if "<" in line:
        line = line.replace("<", "&lt;")
    return line.replace(">", "&gt;") if ">" in line else line


def attribute(text: str) -> str:
    """Return `text` as the value of an XML attribute, on one line."""
    text = escaped(text)
    if '"' in text:
        text = text.replace('"', "&quot;")
    return text if text.isprintable() else _WHITE.sub(" ", text)


def pieces(text: str) -> str:
    """Return `text` as the children of a w:r: w:t, w:br and w:tab."""
    if is_line(text):
        return f'<w:t xml:space="preserve">{marked_up(text)}</w:t>'
    return "".join(_piece(part) for part in _PIECES.split(escaped(text)) if part)


def _piece(part: str) -> str:
    if part == "\n":
        return "<w:br/>"
    return "<w:tab/>" if part == "\t" else f'<w:t xml:space="preserve">{part}</w:t>'


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a clean text, which blank lines set apart."""
    return _PARAGRAPH.split(text)


def on_one_line(text: str) -> str:
    """Return `text` with every run of white space as one blank, for entries and labels."""
    return _BLANKS.sub(" ", clean(text)).strip()


def canonical(text: str) -> str:
    """Return `text` as it is compared: composed, white space collapsed, nothing forbidden."""
    text = clean(text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())
