import docx

from cerwizard.report.blocks import PageBreak, TableList, Toc
from cerwizard.report.word import check_file, write
from tests.report.word.made import document, everything, found, heading, para, paragraphs, table


def test_the_contents_are_complete_before_any_update(tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    lines = [text for text in paragraphs(path) if "\t" in text and text[-1].isdigit()]
    assert lines == [
        "Summary\t3",
        "1\tData\t3",
        "1.1\tMore\t3",
        "1.1.1\tMost\t3",
        "2\tWide\t4",
        "Table 1. Caption\t3",
        "Table 2. Caption\t4",
    ]


def test_without_page_numbers_there_is_nothing_that_leads_to_them(tmp_path):
    docx.Document().save(str(tmp_path / "other.docx"))
    path = write(everything(), tmp_path / "r.docx", tmp_path / "other.docx").path
    assert "1\tData\t\u2002" in paragraphs(path)
    assert set(found(path, "//w:tab[@w:val='right']/@w:leader")) == {"none"}
    assert check_file(path) == []


def test_word_is_asked_for_page_numbers_only_while_they_are_unknown(tmp_path):
    some = document(Toc("cer/x/toc"), heading("h", "One"))
    unknown = write(some, tmp_path / "1.docx").path
    known = write(some, tmp_path / "2.docx", pages={"cer/h/heading": 12}).path
    dirty = "//w:fldChar[@w:dirty='true']"
    assert (len(found(unknown, dirty)), len(found(known, dirty))) == (1, 0)
    assert "1\tOne\t12" in paragraphs(known)


def test_entries_lead_to_their_headings(tmp_path):
    path = write(everything(), tmp_path / "r.docx").path
    anchors = found(path, "//w:hyperlink[@w:history]/@w:anchor")
    marks = found(path, "//w:bookmarkStart[starts-with(@w:name, '_Toc')]/@w:name")
    assert sorted(anchors) == sorted(marks)
    assert len(set(anchors)) == 7


def test_a_heading_of_several_lines_is_one_entry(tmp_path):
    some = document(Toc("cer/x/toc"), heading("h", "One\nof two\n\nlines"))
    assert "1\tOne of two lines\t1" in paragraphs(write(some, tmp_path / "r.docx").path)


def test_contents_of_nothing_say_so(tmp_path):
    some = document(Toc("cer/x/toc"), TableList("cer/x/tables"), para("p", "Text"))
    path = write(some, tmp_path / "r.docx").path
    assert paragraphs(path) == ["None.", "None.", "Text"]
    assert check_file(path) == []
    assert write(some, path).blocks == 3


def test_contents_may_begin_a_page(tmp_path):
    some = document(para("p", "x"), PageBreak("cer/x/b"), Toc("cer/x/toc"), heading("h", "One"))
    path = write(some, tmp_path / "r.docx").path
    assert len(found(path, "//w:p[w:pPr/w:pageBreakBefore][w:hyperlink]")) == 1


def test_captions_count_with_a_field(tmp_path):
    some = document(table("t"), table("u", caption=""), table("v"))
    path = write(some, tmp_path / "r.docx").path
    assert found(path, "//w:fldSimple[contains(@w:instr, 'SEQ Table')]//w:t/text()") == ["1", "2"]
