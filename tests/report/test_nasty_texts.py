from datetime import date
from itertools import cycle

import pytest

from cerwizard.dossier.dossier import Dossier
from cerwizard.report.blocks import Provenance, ids, spans_of
from cerwizard.report.build import compose
from tests.report.dossiers import Maker

DAY = date(2026, 11, 22)
NASTY = [
    "{{ d.device.name }}",
    "{% for x in d %}",
    "{# no #}",
    "<w:p/> & <b>",
    "a | b || c",
    "# not a heading",
    "- not a bullet",
    "1. not a number",
    ">> not a quote",
    "*not* **bold** H_{2}O ^{x} }",
    "[[name]] text",
    "[@nobody]",
    "back\\slash \\\\",
    "\ue010\ue011\ue012\ue013 private",
    "\x00\x01\x1f\x7f",
    "😀 👩‍🔬",
    "\u202eשלום\u202c مرحبا",
    "one\n\ntwo\n\n\nthree",
    "  spaces  ",
    "\r\n\tx\x0b\x0c\x85\u2028\u2029",
    "= 2025: 1",
    "«»“”…–—",
]
PLAIN = compose(Maker().dossier(), as_of=DAY)


def shape(document) -> list[str]:
    """Return the ids of all blocks but those that are made from the words themselves."""
    return [name for name in ids(document.blocks) if "/abbreviations" not in name]


def test_a_text_in_every_field_changes_no_block():
    texts = cycle(NASTY)
    document = compose(Maker(text=lambda number: f"{number} {next(texts)}").dossier(), as_of=DAY)
    assert shape(document) == shape(PLAIN)


@pytest.mark.parametrize("text", NASTY)
def test_a_text_is_printed_as_it_was_typed(text):
    if not text.strip():
        pytest.skip("an empty answer")
    dossier = Dossier.model_validate(
        {
            "device": {"name": text, "description": text, "models": [text]},
            "purpose": {"intended_purpose": text, "indications": [{"id": "1", "condition": text}]},
            "benefits": {"items": [{"id": "1", "code": text, "statement": text}]},
        }
    )
    spans = [span for block in compose(dossier, as_of=DAY).blocks for span in spans_of(block)]
    for address in ("device.name", "device.description", "purpose.intended_purpose"):
        said = [s.text for s in spans if s.source == address and s.provenance != Provenance.OPEN]
        assert said
        assert set(said) <= {text, text.rstrip(". ")}


def test_a_very_long_text_is_kept_whole():
    text = "wort " * 20_000
    document = compose(Dossier.model_validate({"device": {"description": text}}), as_of=DAY)
    assert any(span.text == text for block in document.blocks for span in spans_of(block))


def test_long_texts_in_every_field_do_no_harm():
    document = compose(Maker(text=lambda number: f"{number} " * 500).dossier(), as_of=DAY)
    assert shape(document) == shape(PLAIN)


def test_records_without_any_answer_do_no_harm():
    data = Maker().dossier().model_dump()
    bare = Dossier.model_validate(_only_ids(data))
    gaps = next(b for b in compose(bare, as_of=DAY).blocks if b.id == "cer/analysis/gaps")
    assert len(gaps.rows) == len(bare.analysis.gaps)


def _only_ids(data):
    if isinstance(data, dict):
        kept = {k: _only_ids(v) for k, v in data.items() if k == "id" or isinstance(v, dict)}
        lists = {k: _only_ids(v) for k, v in data.items() if _is_list_of_rows(v)}
        return {**kept, **lists}
    return [_only_ids(row) for row in data] if isinstance(data, list | tuple) else data


def _is_list_of_rows(value) -> bool:
    return isinstance(value, list | tuple) and bool(value) and isinstance(value[0], dict)


def test_strange_ids_do_no_harm():
    data = {"versions": {"variants": [{"id": "a b/@x {{", "name": "V"}, {"id": "{% %}"}]}}
    names = list(ids(compose(Dossier.model_validate(data), as_of=DAY).blocks))
    assert len(names) == len(set(names))


def test_equal_ids_in_different_lists_do_no_harm():
    data = {
        "versions": {"variants": [{"id": "1"}], "changes": [{"id": "1"}]},
        "benefits": {"items": [{"id": "1"}], "claims": [{"id": "1", "benefit_ids": ["1"]}]},
        "state_of_the_art": {"criteria": [{"id": "1", "benefit_ids": ["1"], "claim_ids": ["1"]}]},
        "analysis": {"results": [{"id": "1", "criterion_id": "1"}]},
    }
    names = list(ids(compose(Dossier.model_validate(data), as_of=DAY).blocks))
    assert len(names) == len(set(names))


def test_a_half_filled_dossier_can_be_composed():
    full = Maker().dossier()
    for name in Dossier.model_fields:
        half = Dossier(**{name: getattr(full, name)})
        names = list(ids(compose(half, as_of=DAY).blocks))
        assert len(names) == len(set(names))


def test_the_same_dossier_gives_the_same_document():
    assert compose(Maker().dossier(), as_of=DAY) == PLAIN
