from datetime import date

from cerwizard.dossier.dossier import Dossier
from cerwizard.report.blocks import Document, Para, Provenance, spans_of, text_of
from cerwizard.report.build import compose
from cerwizard.report.mention import UNNUMBERED

DAY = date(2026, 11, 22)


def report(**sections) -> Document:
    references = [{"id": name, "title": f"On {name}"} for name in ("x", "y", "z", "w")]
    data = {"literature": {"references": references}} | sections
    return compose(Dossier.model_validate(data), as_of=DAY)


def text(document: Document) -> str:
    return "\n".join(text_of(spans_of(block)) for block in document.blocks)


def entries(document: Document) -> list[str]:
    start = "cer/references/bibliography/"
    return [text_of(b.spans) for b in document.blocks if b.id.startswith(start)]


def test_references_are_numbered_as_they_are_first_cited():
    document = report(
        device={"description": "As shown [@z] and [@x], see [@z]."},
        evidence={"sufficiency": "Enough [@y]."},
    )
    assert "As shown [1] and [2], see [1]." in text(document)
    assert "Enough [3]." in text(document)
    assert entries(document) == ["[1] On z.", "[2] On x.", "[3] On y."]


def test_what_is_not_cited_stands_in_no_bibliography():
    assert entries(report()) == []


def test_a_citation_links_to_its_entry_and_keeps_the_address_of_its_sentence():
    document = report(device={"description": "See [@z]."})
    (cited,) = [s for b in document.blocks for s in spans_of(b) if s.text == "[1]"]
    assert cited.link == "cer/references/bibliography/z"
    assert cited.source == "device.description"
    assert cited.provenance is Provenance.COMPUTED


def test_a_citation_of_nothing_is_left_as_typed():
    assert "See [@gone]." in text(report(device={"description": "See [@gone]."}))


def test_references_of_records_are_cited_too():
    document = report(
        state_of_the_art={
            "benchmarks": [{"id": "b", "outcome": "Healing", "reference_ids": ["w", "x"]}]
        }
    )
    assert "[1], [2]" in text(document)
    assert entries(document) == ["[1] On w.", "[2] On x."]


def test_no_citation_stays_without_a_number():
    document = report(
        device={"description": "See [@z]."},
        equivalence={
            "claimed": "yes",
            "devices": [{"id": "e", "rows": [{"id": "r", "reference_ids": ["y"]}]}],
        },
    )
    assert UNNUMBERED not in text(document)


def test_a_title_with_markup_stays_as_it_is():
    data = {"literature": {"references": [{"id": "x", "title": "[@x] **T**"}]}}
    data |= {"device": {"description": "See [@x]."}}
    document = compose(Dossier.model_validate(data), as_of=DAY)
    assert entries(document) == ["[1] [@x] **T**."]


def test_no_link_leads_nowhere():
    document = report(device={"description": "See [@z]."})
    targets = {b.id for b in document.blocks}
    links = {s.link for b in document.blocks for s in spans_of(b) if s.link and not s.text}
    assert links <= targets
    assert all(isinstance(b, Para) for b in document.blocks if "/bibliography/" in b.id)
