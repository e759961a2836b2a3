"""Writes Word fields, each with a cached result, so that the file reads well before an update."""

from cerwizard.report.word.text import attribute, escaped, pieces


def field(instruction: str, result: str, *, dirty: bool = False, rpr: str = "") -> str:
    """Return a complex field around `result`, which is the XML of runs."""
    return begin(instruction, dirty=dirty, rpr=rpr) + result + end(rpr)


def begin(instruction: str, *, dirty: bool = False, rpr: str = "") -> str:
    """Return the runs before a field's result; `dirty` asks Word to update it on opening."""
    mark = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"{mark}/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {escaped(instruction)} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


def end(rpr: str = "") -> str:
    """Return the run after a field's result."""
    return f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'


def sequence(name: str, number: str) -> str:
    """Return a SEQ field, which counts captions; `number` is its result."""
    result = f"<w:r>{pieces(number)}</w:r>"
    return f'<w:fldSimple w:instr=" SEQ {attribute(name)} \\* ARABIC ">{result}</w:fldSimple>'


def reference(bookmark: str, text: str, *, number: bool, rpr: str = "") -> str:
    """Return a REF field that shows `text`; with `number`, the paragraph's number."""
    switches = "\\r \\h" if number else "\\h"
    return field(f"REF {bookmark} {switches}", f"<w:r>{rpr}{pieces(text)}</w:r>", rpr=rpr)


def page_reference(bookmark: str, page: str) -> str:
    """Return a PAGEREF field that shows `page`."""
    return field(f"PAGEREF {bookmark} \\h", f"<w:r>{pieces(page)}</w:r>")
