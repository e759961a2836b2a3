"""Writes tables: fixed columns, a repeated head, long ones in pieces."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cerwizard.report.blocks import Table, text_of
from cerwizard.report.numbers import has_caption
from cerwizard.report.word import anchors, fields
from cerwizard.report.word.fingerprint import fingerprint, paragraph, row
from cerwizard.report.word.rows import Rows, Shape, rows, shape
from cerwizard.report.word.setting import ROWS_A_PIECE, Setting
from cerwizard.report.word.text import clean, escaped, on_one_line, pieces

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"
_Said = tuple[str, str]  # a part of the table as it is compared, and its words


def table(block: Table, setting: Setting) -> list[str]:
    """Return the content of the table's control, in parts; note the table in the manifest."""
    widths = widths_of(block, setting.width)
    form = shape(block, widths, setting, "table-text")
    before, said = _caption(block, setting)
    head, head_said = _head(block, widths, setting)
    made = rows(block, form, setting)
    after, after_said = _tail(block, setting)
    start = _start(block, widths, setting) + head
    cuts = range(ROWS_A_PIECE, len(made.xml), ROWS_A_PIECE)
    between = f"</w:tbl>{_continued(block, setting)}{start}" if cuts else ""
    content = [before, start, *made.xml[:ROWS_A_PIECE]]
    for cut in cuts:
        content += [between, *made.xml[cut : cut + ROWS_A_PIECE]]
    parts = [*said, *head_said, *after_said]
    setting.manifest.later(partial(_note, block, parts, made, setting))
    return [*content, "</w:tbl>", after]


def _note(block: Table, said: list[_Said], made: Rows, setting: Setting) -> None:
    key = anchors.key(block.id)
    entries, hashes = made.noted()
    hashed = fingerprint(compared for compared, _ in said)
    texts = [text for _, text in said]
    setting.manifest.add(block.id, key, "table", hashed, texts, "".join(entries))
    setting.manifest.add_rows(key, hashes)


def widths_of(block: Table, width: int) -> tuple[int, ...]:
    """Return column widths that add up to `width`, in the proportions that the table asks for."""
    columns = max([len(block.head), len(block.widths), 1, *(len(r.cells) for r in block.rows)])
    shares = [max(share, 1) for share in block.widths]
    usual = round(sum(shares) / len(shares)) if shares else 1
    return _parts([*shares, *[usual] * (columns - len(shares))], width)


def _parts(shares: Sequence[int], width: int) -> tuple[int, ...]:
    ends = [width * sum(shares[: n + 1]) // sum(shares) for n in range(len(shares))]
    return tuple(end - start for start, end in zip([0, *ends], ends, strict=False))


def _start(block: Table, widths: tuple[int, ...], setting: Setting) -> str:
    facts = block.style == "facts"
    style = setting.styles.ids["facts" if facts else "grid"]
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    borders = "" if style else f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = f'w:firstRow="{int(bool(block.head))}" w:lastRow="0" w:firstColumn="{int(facts)}"'
    look = 0x0600 + 0x20 * bool(block.head) + 0x80 * facts
    return (
        f'<w:tbl><w:tblPr>{named}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look:04X}" {first} w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _caption(block: Table, setting: Setting) -> tuple[str, list[_Said]]:
    if not has_caption(block):
        # Without a caption no paragraph can carry a page break.
        return (setting.p("table-end", "") if setting.break_due else ""), []
    number = setting.runs.numbers[block.id].removeprefix("Table ")
    line = setting.runs.line(replace(span, text=clean(span.text)) for span in block.caption)
    label = f"<w:r>{pieces('Table ')}</w:r>{fields.sequence('Table', number)}"
    whole = f"{setting.numbered_mark(block.id, label)}<w:r>{pieces('. ')}</w:r>{line.xml}"
    whole = setting.counter.marked(anchors.contents_mark(block.id), whole)
    compared = paragraph(setting.style_name("caption"), [("", "Table . "), *line.runs])
    xml = setting.p("caption", setting.anchored(block.id, whole))
    return xml, [(compared, line.text)]


def _continued(block: Table, setting: Setting) -> str:
    """Return what stands between two pieces of a long table."""
    if not has_caption(block):
        return setting.p("table-end", "")
    number = setting.runs.numbers[block.id]
    mark = anchors.reference_mark(block.id)
    text = f". {on_one_line(text_of(block.caption))} (continued)"
    reference = fields.reference(mark, number, number=False)
    return setting.p("caption", f"{reference}<w:r>{pieces(text)}</w:r>")


def _head(block: Table, widths: tuple[int, ...], setting: Setting) -> tuple[str, list[_Said]]:
    if not block.head:
        return "", []
    bold = "table-head" in setting.styles.missing
    names = [on_one_line(name) for name in block.head]
    names += [""] * (len(widths) - len(names))
    form = shape(block, widths, setting, "table-head")
    cells = [_head_cell(form, n, name, _BOLD if bold else "") for n, name in enumerate(names)]
    xml = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"
    compared = row([("b" if bold else "", name)] for name in names)
    return xml, [(compared, "\t".join(names))]


def _head_cell(form: Shape, column: int, name: str, look: str) -> str:
    run = f'<w:r>{look}<w:t xml:space="preserve">{escaped(name)}</w:t></w:r>'
    return f"{form.openings[column]}{run}</w:p></w:tc>"


def _tail(block: Table, setting: Setting) -> tuple[str, list[_Said]]:
    """Return the note below, or the least that keeps two tables apart."""
    # A table without a caption has its bookmark here.
    mark = "" if has_caption(block) else setting.anchored(block.id, "")
    if not text_of(block.note).strip():
        # Where a section ends, the paragraph that ends it is enough: more could spill over.
        spare = block.id == setting.closing and not mark
        return ("" if spare else setting.p("table-end", mark)), []
    lines = setting.runs.lines(block.note)
    name = setting.style_name("table-note")
    xml = "".join(
        setting.p("table-note", ("" if n else mark) + line.xml) for n, line in enumerate(lines)
    )
    return xml, [(paragraph(name, line.runs), line.text) for line in lines]
