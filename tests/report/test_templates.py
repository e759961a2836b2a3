import re

import pytest
from jinja2 import nodes

from cerwizard import assets
from cerwizard.errors import BadCallError, BadTemplateError
from cerwizard.report import chapters
from cerwizard.report.outline import OUTLINES, outline

TEMPLATES = sorted(assets.templates().glob("*/*/*.md.j2"))
by_name = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
PARTS = {"cer": {"results", "search"}}  # what several chapters include
_TAG = re.compile(r"\{%.*?%\}")


@by_name
def test_a_template_joins_no_texts_and_prints_no_bare_words(path):
    tree = chapters._environment("cer", "en").parse(path.read_text(encoding="utf-8"))
    assert not list(tree.find_all((nodes.Concat, nodes.Add)))
    for output in tree.find_all(nodes.Output):
        assert not [node for node in output.nodes if isinstance(node, nodes.Const)]


@by_name
def test_a_line_of_text_does_not_end_in_a_tag_that_swallows_the_line_feed(path):
    for line in path.read_text(encoding="utf-8").splitlines():
        if _TAG.sub("", line).strip() and line.endswith("%}"):
            assert line.endswith("+%}"), line


@by_name
def test_a_template_asks_only_for_tables_that_exist(path):
    asked = re.findall(r"\{\{ table\(\"([\w-]+)\"", path.read_text(encoding="utf-8"))
    assert set(asked) <= {*chapters.TABLES, *chapters.LATE}


def test_every_chapter_has_a_template_and_every_template_a_use():
    for kind in OUTLINES.values():
        folder = assets.templates(kind.name, "en")
        found = {path.name.removesuffix(".md.j2") for path in folder.glob("*.j2")}
        assert found - set(kind.chapters) == PARTS.get(kind.name, set())
        assert set(kind.chapters) <= found


def test_every_table_is_asked_for_somewhere():
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES)
    unused = [name for name in chapters.TABLES if f'table("{name}"' not in text]
    assert unused == []


def test_an_unknown_document_is_named_in_a_sentence():
    with pytest.raises(BadCallError, match="There is no document “psur”; there is cer"):
        outline("psur")


def test_a_chapter_without_a_template_is_a_sentence(full_sight):
    with pytest.raises(BadTemplateError, match="The chapter “nowhere” cannot be written"):
        list(chapters.chapters(full_sight, ["nowhere"]))
