"""The house rules that no linter knows, walked over the tree itself."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from tests import ROOT

MOST_LINES = 350
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|[Cc]oming soon)\b")
SOMEBODYS = re.compile(r"(/home/|/Users/|C:\\Users\\)\w")
NETWORK = (
    "aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "socketserver",
    "urllib.request", "urllib3", "xmlrpc", "PySide6.QtNetwork",
)  # fmt: skip

MODULES = sorted((ROOT / "cerwizard").rglob("*.py"))
SCRIPTS = sorted((ROOT / "packaging").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(read(path))


# Modules


def test_a_module_opens_with_one_sentence_that_says_what_it_is_for():
    assert not [named(path) for path in MODULES + SCRIPTS if not opens_with_a_sentence(path)]


def opens_with_a_sentence(path: Path) -> bool:
    opening = (ast.get_docstring(parsed(path)) or "").split("\n\n")[0]
    return opening.endswith(".") and not re.search(r"\.\s+[A-Z]", opening)


def test_a_module_has_no_more_lines_than_a_reader_can_hold():
    lengths = {named(path): len(read(path).splitlines()) for path in MODULES + SCRIPTS}
    assert not [name for name, lines in lengths.items() if lines > MOST_LINES]


def test_a_module_is_named_after_what_it_knows():
    assert not [named(path) for path in MODULES + SCRIPTS + TESTS if words_of(path) & VAGUE_NAMES]


def words_of(path: Path) -> set[str]:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return {word for part in parts for word in part.split("_")}


def test_a_module_is_finished():
    assert not [named(path) for path in MODULES + SCRIPTS if UNFINISHED.search(read(path))]


def test_functions_are_small():
    lengths = sorted(chain.from_iterable(function_lengths(path) for path in MODULES))
    assert lengths[len(lengths) // 2] < 8, "half of them under eight lines"
    assert lengths[len(lengths) * 98 // 100] < 25, "nearly all of them under twenty-five"


def function_lengths(path: Path) -> Iterator[int]:
    """Yield the number of lines of each function's body, without its docstring."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef):
            body = node.body[1:] if ast.get_docstring(node) else node.body
            yield body[-1].end_lineno - body[0].lineno + 1 if body else 0


def test_no_module_knows_a_network():
    assert not [named(path) for path in MODULES if any(map(on_a_network, imported(path)))]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def on_a_network(name: str) -> bool:
    return any(f"{name}.".startswith(f"{net}.") for net in NETWORK)


# The tree


def test_packaging_does_not_hide_the_package_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_top_level_is_as_agreed():
    folders = {"cerwizard", "resources", "templates", "tests", "packaging", ".ci"}
    made = {"build", "dist"}
    files = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "NOTICE", "Makefile")
    assert not [name for name in folders if not (ROOT / name).is_dir()]
    assert not [name for name in files if not (ROOT / name).is_file()]
    there = {path.name for path in ROOT.iterdir() if path.is_dir()}
    assert {name for name in there if not name.startswith(".")} <= folders | made


def test_a_test_stands_where_what_it_tests_stands():
    rooms = {path.stem for path in (ROOT / "cerwizard").iterdir()} | {
        "documents",
        "dossiers",
        "packaging",
        "trust",
    }
    folders = (path.relative_to(ROOT / "tests").parts[:-1] for path in TESTS if is_test(path))
    assert {parts[0] for parts in folders if parts} <= rooms


def is_test(path: Path) -> bool:
    return path.name.startswith("test_")


def test_no_file_names_a_folder_of_somebodys_machine():
    every = [*MODULES, *SCRIPTS, *ROOT.glob("*.md"), *(ROOT / "packaging").rglob("*.sh")]
    assert not [named(path) for path in every if SOMEBODYS.search(read(path))]
