from dataclasses import replace

from cerwizard.report.blocks import Span, TableRow
from cerwizard.report.word import check_file, write
from tests.report.word.made import document, everything, found, heading, para, paragraphs, table

ROWS = "//w:tbl[{}]/w:tr"


def test_the_head_is_repeated_and_rows_stay_whole(tmp_path):
    path = write(document(table("t", ("a", "b", "c"))), tmp_path / "r.docx").path
    assert len(found(path, "//w:tr[w:trPr/w:tblHeader]")) == 1
    assert len(found(path, "//w:tr[w:trPr/w:cantSplit]")) == 2
    assert found(path, "//w:tblLayout/@w:type") == ["fixed"]


def test_a_row_higher_than_a_page_may_break(tmp_path):
    rows = [("x" * 5000, "b", "c"), ("x\n" * 2000, "b", "c")]
    path = write(document(table("t", *rows)), tmp_path / "r.docx").path
    assert len(found(path, "//w:tr[w:trPr/w:cantSplit]")) == 1


def test_widths_follow_their_proportions_and_fill_the_page(tmp_path):
    some = replace(table("t", ("a", "b", "c")), widths=(1, 2, 5))
    path = write(document(some), tmp_path / "r.docx").path
    widths = [int(width) for width in found(path, "//w:gridCol/@w:w")]
    assert sum(widths) == 9412
    assert [round(8 * width / sum(widths)) for width in widths] == [1, 2, 5]


def test_a_cell_that_says_the_same_in_two_columns_is_aligned_in_each(tmp_path):
    many = Span("x\n\ny")
    some = replace(table("t", (many, many, "c")), align="lrc")
    path = write(document(some), tmp_path / "r.docx").path
    assert found(path, "//w:tr[2]//w:jc/@w:val") == ["right", "right", "center"]


def test_columns_are_aligned_as_asked(tmp_path):
    some = replace(table("t", ("a", "b", "c")), align="lrc")
    path = write(document(some), tmp_path / "r.docx").path
    assert found(path, "//w:tr[2]//w:jc/@w:val") == ["right", "center"]


def test_a_column_of_which_nothing_is_asked_begins_at_the_left(tmp_path):
    some = replace(table("t", ("a", "b", "c")), align="c")
    path = write(document(some), tmp_path / "r.docx").path
    assert found(path, "//w:tr[2]//w:jc/@w:val") == ["center"]


def test_a_table_tells_word_which_of_its_parts_stand_out(tmp_path):
    rows = table("t", ("a", "b", "c"))
    facts = replace(table("f", ("a", "b", "c")), style="facts", head=())
    path = write(document(rows, facts), tmp_path / "r.docx").path
    assert found(path, "//w:tblLook/@w:val") == ["0620", "0680"]
    assert found(path, "//w:tblLook/@w:firstRow") == ["1", "0"]
    assert found(path, "//w:tblLook/@w:firstColumn") == ["0", "1"]


def test_a_row_of_one_cell_spans_the_table_and_missing_cells_are_filled(tmp_path):
    path = write(document(table("t", ("Group",), ("a", "b"))), tmp_path / "r.docx").path
    assert found(path, "//w:gridSpan/@w:val") == ["3"]
    assert len(found(path, "//w:tr[3]/w:tc")) == 3


def test_a_long_table_goes_on_under_its_caption(tmp_path):
    some = table("t", *((str(n), "b", "c") for n in range(600)))
    path = write(document(some), tmp_path / "r.docx").path
    assert [len(found(path, ROWS.format(n))) for n in (1, 2, 3)] == [251, 251, 101]
    assert [text for text in paragraphs(path) if text.startswith("Table 1")] == [
        "Table 1. Caption",
        "Table 1. Caption (continued)",
        "Table 1. Caption (continued)",
    ]
    assert check_file(path) == []
    assert write(document(some), path).blocks == 1


def test_a_long_table_without_a_caption_is_split_all_the_same(tmp_path):
    some = table("t", *((str(n), "b", "c") for n in range(251)), caption="")
    path = write(document(some), tmp_path / "r.docx").path
    assert [len(found(path, ROWS.format(n))) for n in (1, 2)] == [251, 2]
    assert write(document(some), path).blocks == 1


def test_a_table_without_rows_or_columns_is_sound(tmp_path):
    some = [table("t"), replace(table("u"), head=())]
    assert check_file(write(document(*some), tmp_path / "r.docx").path) == []


def test_a_row_of_one_kind_reads_the_same_written_quickly_or_with_care(tmp_path):
    plain = table("t", ("a & b ", " c  d", "é"))
    (row,) = plain.rows
    cells = tuple((Span(cell[0].text[:1]), Span(cell[0].text[1:])) for cell in row.cells)
    rich = replace(plain, rows=(TableRow(row.id, cells),))
    hashes = "//*[local-name()='r']/@h"
    one = write(document(plain), tmp_path / "1.docx").path
    two = write(document(rich), tmp_path / "2.docx").path
    assert found(one, hashes, "customXml/item2.xml") == found(two, hashes, "customXml/item2.xml")


def test_wide_tables_stand_on_landscape_pages_with_their_headings(tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    sizes = found(path, "//w:sectPr/w:pgSz/@w:w")
    assert sizes == ["11906", "16838", "11906"]
    assert found(path, "//w:sectPr[w:titlePg]/w:pgSz/@w:w") == ["11906"]
    assert found(path, "//w:sectPr/w:type/@w:val") == ["nextPage"] * 2
    heading_first = found(path, "//w:sectPr/parent::*/parent::*/following-sibling::*[1]"
                                "/w:sdtPr/w:alias/@w:val")  # fmt: skip
    assert heading_first == ["Wide · heading", "X · sign"]


def test_a_document_may_be_wide_from_the_first_page_to_the_last(tmp_path):
    some = replace(table("t", ("a", "b", "c")), wide=True)
    path = write(document(heading("h", "H"), some), tmp_path / "r.docx").path
    assert found(path, "//w:sectPr/w:pgSz/@w:orient") == ["landscape"]
    assert len(found(path, "//w:sectPr/w:titlePg")) == 1


def test_a_document_that_ends_wide_has_no_empty_page_behind(tmp_path):
    some = replace(table("t", ("a", "b", "c")), wide=True)
    path = write(document(para("p", "x"), some), tmp_path / "r.docx").path
    assert found(path, "//w:sectPr/w:pgSz/@w:w") == ["11906", "16838"]
    widths = [int(width) for width in found(path, "//w:gridCol/@w:w")]
    assert sum(widths) == 16838 - 2 * 1247
