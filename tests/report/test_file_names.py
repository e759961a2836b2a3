import pytest

from cerwizard.report.blocks import Document, Properties
from cerwizard.report.file_names import file_name, safe


@pytest.mark.parametrize(
    ("number", "revision", "name"),
    [
        ("CER-FB", "06", "CER-FB_rev-06.docx"),
        ("CER FB", "", "CER-FB.docx"),
        ("", "", "CER.docx"),
        ("", "2", "CER_rev-2.docx"),
        ("a/b\\c:d", "1", "a-b-c-d_rev-1.docx"),
        ("../../etc", "", "etc.docx"),
        ("CON", "", "CON-.docx"),
        ("lpt1.x", "", "lpt1.x-.docx"),
        ("x" * 500, "", "x" * 80 + ".docx"),
        ("\x00\u202e\ud800", "", "CER.docx"),
        ("Bericht №5 – Ä", "", "Bericht-№5-–-Ä.docx"),
        ("{{ 7 }}", "", "{{-7-}}.docx"),
        (". .", "", "CER.docx"),
    ],
)
def test_a_file_name_suits_every_system(number, revision, name):
    document = Document("cer", "", (), Properties(number=number, revision=revision))
    assert file_name(document) == name


def test_a_decomposed_letter_is_composed():
    assert safe("A\u0308") == "Ä"
