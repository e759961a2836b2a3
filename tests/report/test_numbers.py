from cerwizard.report.blocks import Heading, Para, Span, Table
from cerwizard.report.numbers import numbers


def heading(name, level, *, numbered=True):
    return Heading(name, level, (Span(name),), numbered)


def test_headings_count_within_their_parent():
    blocks = [
        heading("a", 1),
        heading("b", 2),
        heading("c", 3),
        heading("d", 2),
        heading("e", 1),
        heading("f", 2),
    ]
    assert list(numbers(blocks).values()) == ["1", "1.1", "1.1.1", "1.2", "2", "2.1"]


def test_what_is_not_numbered_does_not_count():
    blocks = [heading("a", 1, numbered=False), Para("p", ()), heading("b", 1)]
    assert numbers(blocks) == {"b": "1"}


def test_only_captioned_tables_count():
    blocks = [
        Table("s", (), ("A",), ()),
        Table("t", (Span("First"),), ("A",), ()),
        Table("u", (Span(" "),), ("A",), ()),
        Table("v", (Span("Second"),), ("A",), ()),
    ]
    assert numbers(blocks) == {"t": "Table 1", "v": "Table 2"}
