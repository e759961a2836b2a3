import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.errors import UnreadableFileError
from cerwizard.literature import ris

ONE = "TY  - JOUR\nTI  - A title\nER  - \n"


@pytest.fixture
def read(tmp_path):
    def read(data, encoding="utf-8"):
        path = tmp_path / "r.ris"
        path.write_bytes(data if isinstance(data, bytes) else data.encode(encoding))
        return ris.read(path)

    return read


def titles(batch):
    return [record.reference.title for record in batch.records]


def test_an_empty_file_is_an_empty_batch(read):
    for nothing in ("", "\n \r\n\t", "\ufeff"):
        batch = read(nothing)
        assert (batch.records, batch.refused, batch.remarks) == ((), (), ())
        assert batch.format == "RIS"


def test_records_come_in_the_order_of_the_file_with_their_lines(read):
    batch = read(ONE + "\n" + ONE.replace("A title", "Another"))
    assert [(r.at, r.reference.title) for r in batch.records] == [
        ("line 1", "A title"),
        ("line 5", "Another"),
    ]
    assert batch.references[1].title == "Another"


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_any_line_ends_will_do(read, ends):
    assert titles(read((ONE * 2).replace("\n", ends))) == ["A title"] * 2


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_the_encoding_is_found_and_named(read, encoding, named):
    batch = read("TY  - JOUR\nTI  - Müller’s wound\nER  - \n", encoding)
    assert titles(batch) == ["Müller’s wound"]
    assert batch.encoding == named


def test_text_of_another_encoding_is_guessed(read):
    title = "Повязки и кремы для профилактики пролежней у взрослых больных в стационаре"
    batch = read(f"TY  - JOUR\nTI  - {title}\nER  - \n", "iso-8859-5")
    assert len(batch.records) == 1


def test_a_record_without_an_end_is_taken_and_remarked(read):
    batch = read("TY  - JOUR\nTI  - First\nTY  - JOUR\nTI  - Second\n")
    assert titles(batch) == ["First", "Second"]
    assert [r.at for r in batch.remarks] == ["line 1", "line 3"]
    assert batch.refused == ()


def test_a_record_without_a_beginning_is_refused_and_spoils_no_other(read):
    batch = read(ONE + "TI  - No type\nDO  - 10.1234/x\nER  - \n" + ONE)
    assert titles(batch) == ["A title"] * 2
    assert [(r.at, r.why) for r in batch.refused] == [
        ("line 4", "The record does not begin with its type (TY).")
    ]


def test_a_record_that_says_nothing_is_refused(read):
    batch = read("TY  - JOUR\nAU  - Somebody\nER  - \n" + ONE)
    assert titles(batch) == ["A title"]
    assert batch.refused[0].why.startswith("The record has neither a title")


@pytest.mark.parametrize("tag", ["DO  - 10.1234/x", "AN  - 12345678"])
def test_an_identifier_is_enough(read, tag):
    assert len(read(f"TY  - JOUR\n{tag}\nER  - \n").records) == 1


def test_stray_lines_are_left_out_and_remarked(read):
    batch = read("Provider: a database\nDate: today\n\n" + ONE + "C1  - loose\nmore\n" + ONE)
    assert titles(batch) == ["A title"] * 2
    assert [r.at for r in batch.remarks] == ["line 1", "line 7"]
    assert batch.refused == ()


def test_unknown_tags_and_control_characters_disturb_nothing(read):
    batch = read("TY  - JOUR\nZZ  - what\nTI  - A\x00\x0b ti\x1ftle\nXX  - \nER  - \n")
    assert titles(batch) == ["A title"]


def test_a_broken_line_belongs_to_the_one_before(read):
    batch = read("TY  - JOUR\nTI  - A title\n  on two lines\nAB  - One.\nUS - based.\nER  - \n")
    (record,) = batch.records
    assert record.reference.title == "A title on two lines"
    assert record.reference.abstract == "One. US - based."


def test_a_line_right_after_the_type_disturbs_nothing(read):
    assert titles(read("TY  - JOUR\nstray\nTI  - A title\nER  - \n")) == ["A title"]


def test_tags_with_one_space_or_a_tab_are_believed_if_all_are_so(read):
    assert titles(read("TY - JOUR\nTI - A title\nER -\n")) == ["A title"]
    assert titles(read("TY\t- JOUR\nTI\t- A title\nER\t-\n")) == ["A title"]


@pytest.mark.parametrize(
    "text", ["%PDF-1.7 binary", "PMID- 123\nTI  - x\n", "@article{x}", "<xml/>"]
)
def test_another_format_is_refused_with_a_sentence(read, text):
    with pytest.raises(UnreadableFileError, match=r"“r\.ris” is not a RIS file"):
        read(text)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UnreadableFileError, match=r"“gone\.ris” cannot be opened"):
        ris.read(tmp_path / "gone.ris")


def test_a_file_that_is_too_large_is_refused(read, monkeypatch):
    monkeypatch.setattr(ris, "_MOST", 10)
    with pytest.raises(UnreadableFileError, match="too large"):
        read(ONE)


def test_a_file_of_nothing_but_nul_characters_is_no_ris_file(read):
    with pytest.raises(UnreadableFileError, match="is not a RIS file"):
        read("\0" * 500)


PIECES = st.lists(
    st.sampled_from(
        ["TY  - JOUR", "ER  - ", "TI  - T", "AU  - A, B", "PY  - 2020/01", "stray", "UR  - a;b", ""]
    )
    | st.text(max_size=8)
)


@given(st.binary(max_size=80) | PIECES.map("\n".join).map(str.encode))
def test_any_file_is_a_batch_or_refused_with_a_sentence(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.ris"
    path.write_bytes(data)
    said = "."
    try:
        batch = ris.read(path)
    except UnreadableFileError as error:
        said = str(error)
    else:
        for record in batch.records:
            record.reference.model_dump_json()
    assert said.endswith(".")


@given(st.lists(st.tuples(st.text(min_size=1).map(lambda t: f"T{t!r}"), st.booleans())))
def test_no_record_is_ever_lost(tmp_path_factory, records):
    text = "".join(
        f"TY  - JOUR\n{'TI' if good else 'KW'}  - {title}\nER  - \n" for title, good in records
    )
    path = tmp_path_factory.getbasetemp() / "all.ris"
    path.write_text(text, encoding="utf-8")
    batch = ris.read(path)
    assert len(batch.records) == sum(good for _, good in records)
    assert len(batch.refused) == sum(not good for _, good in records)
