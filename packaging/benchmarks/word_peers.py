"""Other ways to write the same texts as Word: python-docx, docxtpl, and docx for Node.

The two that we do not stand on are kept in build/bench, where `make bench` brings them.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import docx
from plain import Plain

KEPT = Path(__file__).resolve().parents[2] / "build" / "bench"
_SCRIPT = Path(__file__).with_name("npm") / "write.mjs"
_GRID = "Table Grid"

Write = Callable[[Sequence[Plain], Path], object]


def there(folder: Path) -> dict[str, Write]:
    """Return the peers that are here, by name; `folder` is for what they need."""
    found = {
        "docxtpl": docxtpl(folder),
        "python-docx, cells read once": python_docx,
        "python-docx, add_row": python_docx_rows,
        "docx for Node": docx_for_node(folder),
    }
    return {name: write for name, write in found.items() if write is not None}


def python_docx(blocks: Sequence[Plain], target: Path) -> None:
    """As its users write who know it well: the cells of a row are asked for once."""
    _with_python_docx(blocks, target, _cells_once)


def python_docx_rows(blocks: Sequence[Plain], target: Path) -> None:
    """As its manual shows it: add_row for each row."""
    _with_python_docx(blocks, target, _added_rows)


def _with_python_docx(
    blocks: Sequence[Plain], target: Path, table: Callable[[object, Plain], None]
) -> None:
    made = docx.Document()
    for block in blocks:
        if block["kind"] == "heading":
            made.add_heading(block["text"], block["level"])
        elif block["kind"] == "para":
            made.add_paragraph(block["text"])
        else:
            table(made, block)
    made.save(str(target))


def _cells_once(made: object, block: Plain) -> None:
    lines = [block["head"], *block["rows"]]
    table = made.add_table(len(lines), len(block["head"]), style=_GRID)  # type: ignore[attr-defined]
    for row, values in zip(table.rows, lines, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value


def _added_rows(made: object, block: Plain) -> None:
    table = made.add_table(0, len(block["head"]), style=_GRID)  # type: ignore[attr-defined]
    for values in [block["head"], *block["rows"]]:
        row = table.add_row()
        for n, value in enumerate(values):
            row.cells[n].text = value


def docxtpl(folder: Path) -> Write | None:
    """Return how docxtpl writes, with a template made in `folder`; None where it is absent."""
    sys.path.append(str(KEPT / "python"))
    try:
        template_of = import_module("docxtpl").DocxTemplate
    except ImportError:
        return None
    template = folder / "template.docx"
    _template(template)

    def write(blocks: Sequence[Plain], target: Path) -> None:
        made = template_of(template)
        made.render({"blocks": blocks}, autoescape=True)
        made.save(target)

    return write


def _template(path: Path) -> None:
    """Make a template with one place for each kind of block; columns are repeated as they come."""
    made = docx.Document()
    made.add_paragraph("{%p for b in blocks %}")
    for level in (1, 2, 3):
        made.add_paragraph(f"{{%p if b.kind == 'heading' and b.level == {level} %}}")
        made.add_heading("{{ b.text }}", level)
        made.add_paragraph("{%p endif %}")
    for kind in ("para", "table"):
        made.add_paragraph(f"{{%p if b.kind == '{kind}' %}}")
        if kind == "para":
            made.add_paragraph("{{ b.text }}")
        else:
            _table_place(made)
        made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")
    made.save(str(path))


def _table_place(made: object) -> None:
    table = made.add_table(4, 3, style=_GRID)  # type: ignore[attr-defined]
    for number, (line, value) in enumerate((("b.head", "v"), (None, ""), ("r", "v"), (None, ""))):
        cells = table.rows[number].cells
        if line is None:
            cells[0].text = "{%tr for r in b.rows %}" if number == 1 else "{%tr endfor %}"
            continue
        cells[0].text = f"{{%tc for v in {line} %}}"
        cells[1].text = f"{{{{ {value} }}}}"
        cells[2].text = "{%tc endfor %}"


def docx_for_node(folder: Path) -> Write | None:
    """Return how docx for Node writes; None where it or Node is absent.

    It is a process of its own, so it tells the seconds from data in memory to file closed.
    """
    node = shutil.which("node")
    library = KEPT / "npm" / "node_modules" / "docx"
    if node is None or not library.is_dir():
        return None
    script = shutil.copy(_SCRIPT, library.parents[1])
    source = folder / "blocks.json"

    def write(blocks: Sequence[Plain], target: Path) -> float:
        if not source.exists():
            source.write_text(json.dumps(blocks), encoding="utf-8")
        command = [node, str(script), str(source), str(target)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return float(done.stdout)

    return write
