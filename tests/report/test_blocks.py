from cerwizard.report.blocks import (
    Heading,
    PageBreak,
    Para,
    Points,
    Provenance,
    Span,
    Table,
    TableRow,
    ids,
    is_open,
    spans_of,
    text_of,
)

OPEN = Span("the benefits", provenance=Provenance.OPEN)
TABLE = Table(
    "cer/x/t",
    caption=(Span("Caption"),),
    head=("A",),
    rows=(TableRow("cer/x/t/1", ((Span("one"),),)), TableRow("cer/x/t/2", ((OPEN,),))),
    note=(Span("Note"),),
)


def test_spans_of_a_table_come_in_reading_order():
    assert text_of(spans_of(TABLE)) == "CaptiononetheNote".replace("the", "the benefits")


def test_spans_of_points_and_of_blocks_without_text():
    points = Points("cer/x/p", ((Span("a"),), (Span("b"), Span("c"))))
    assert text_of(spans_of(points)) == "abc"
    assert list(spans_of(PageBreak("cer/x/b"))) == []


def test_a_block_is_open_while_one_of_its_spans_is_to_be_written():
    assert is_open(TABLE)
    assert is_open(TABLE.rows[1])
    assert not is_open(TABLE.rows[0])
    assert not is_open(Heading("cer/x/h", 1, (Span("Heading"),)))


def test_ids_name_every_block_and_row():
    assert list(ids((Para("cer/x/p", ()), TABLE))) == [
        "cer/x/p",
        "cer/x/t",
        "cer/x/t/1",
        "cer/x/t/2",
    ]
