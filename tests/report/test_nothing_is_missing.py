from datetime import date

import pytest

from cerwizard.dossier import numerals
from cerwizard.dossier.ask import Kind, empty, question, questions
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.reckon.applies import Applies
from cerwizard.report import wording
from cerwizard.report.blocks import Document, Para, Provenance, Span, ids, is_open, spans_of
from cerwizard.report.build import compose
from cerwizard.report.labels import CHOICES, LABELS
from tests.report.dossiers import Maker, all_leaves, without_lists

TODAY = date(2026, 11, 22)
DANGLING = "no longer there"
# Told by the place in which a record stands, or taken apart into other words.
TOLD_OTHERWISE = {"Reference.screening", "Complaint.counts", "Incident.counts"}


def spoken(document: Document) -> dict[str, str]:
    """Return what the document says from each address."""
    texts: dict[str, str] = {}
    for block in document.blocks:
        for span in spans_of(block):
            if span.source and (
                span.provenance is not Provenance.OPEN or span.text.endswith(DANGLING)
            ):
                texts[span.source] = f"{texts.get(span.source, '')}\n{span.text}"
    return texts


def expected(record, asked) -> list[str]:
    value = getattr(record, asked.name)
    match asked.kind:
        case Kind.DATE:
            return [wording.day(value)]
        case Kind.WHOLE:
            return [numerals.answer(asked.name, value)]
        case Kind.NUMBER:
            return [f"{value:f}"]
        case Kind.LINES:
            return list(value)
    return [value] if asked.kind in (Kind.LINE, Kind.PROSE) else []


def missing(dossier: Dossier) -> list[str]:
    """Return the addresses whose answer the document should say and does not."""
    document = compose(dossier, as_of=TODAY)
    said, applies = spoken(document), Applies(dossier, TODAY)
    found = []
    for address, record, asked in all_leaves(dossier):
        key = f"{type(record).__name__}.{asked.name}"
        if key in TOLD_OTHERWISE or not asked.ask.printed or _idle(record, asked):
            continue
        if empty(getattr(record, asked.name)) or not applies(address):
            continue
        here = said.get(address)
        if here is None or any(text not in here for text in expected(record, asked)):
            found.append(address)
    return found


def _idle(record, asked) -> bool:
    """Say whether this is the reason for an empty list that is not empty."""
    return any(
        q.ask.none == asked.name and getattr(record, q.name) for q in questions(type(record))
    )


FULL = Maker().dossier()
SPECIAL = Maker(chosen={"Device.annex_xvi": "yes", "Equivalence.claimed": "no"}).dossier()
BARE = without_lists(
    FULL,
    {
        "pmcf.planned": "no",
        "equivalence.claimed": "no",
        "equivalence.compared": "no",
        "usability.summative_done": "yes",
        "release.summary": "",
    },
)
every_dossier = pytest.mark.parametrize(
    "dossier", [FULL, SPECIAL, BARE], ids=["full", "Annex XVI", "reasons for empty lists"]
)


@every_dossier
def test_every_answer_is_printed_with_its_address(dossier):
    assert missing(dossier) == []


@every_dossier
def test_every_answer_has_a_place_of_its_own_in_a_chapter(dossier):
    document = compose(dossier, as_of=TODAY)
    assert not [name for name in ids(document.blocks) if name.startswith("cer/references/further")]


def test_a_field_that_no_chapter_knows_is_printed_all_the_same(monkeypatch):
    from cerwizard.report import chapters

    monkeypatch.setitem(chapters.TABLES, "substances", lambda page: [])
    rows = [name for name in ids(compose(FULL, as_of=TODAY).blocks) if "/further/" in name]
    assert "cer/references/further/device.human_tissue" in rows


def test_an_answer_that_does_not_apply_is_not_printed():
    text = "\n".join(span.text for b in compose(BARE, as_of=TODAY).blocks for span in spans_of(b))
    assert FULL.pmcf.plan_number not in text
    assert FULL.pmcf.no_pmcf_because in text


def test_nothing_is_open_in_a_full_dossier():
    open_blocks = [b.id for b in compose(FULL, as_of=TODAY).blocks if is_open(b)]
    # its two rows of comparison cannot be about all thirteen characteristics
    assert [name for name in open_blocks if "/uncompared-" not in name] == []


def test_an_empty_dossier_says_nothing_of_its_own():
    document = compose(Dossier(), as_of=TODAY)
    spans = [span for block in document.blocks for span in spans_of(block)]
    assert not [span for span in spans if span.provenance is Provenance.GIVEN]
    assert not [span for span in spans if span.provenance is Provenance.COMPUTED and _claims(span)]


def _claims(span: Span) -> bool:
    return not span.link and span.text not in ("", "the device")


def test_an_empty_dossier_makes_no_statement_but_its_first_sentence():
    document = compose(Dossier(), as_of=TODAY)
    plain = [
        "".join(span.text for span in spans_of(block))
        for block in document.blocks
        if isinstance(block, Para) and block.style == "body" and not is_open(block)
    ]
    assert plain == []


def test_an_empty_dossier_asks_for_what_matters():
    document = compose(Dossier(), as_of=TODAY)
    asked = {s.source for b in document.blocks for s in spans_of(b) if s.provenance == "open"}
    for address in (
        "device.name",
        "purpose.intended_purpose",
        "purpose.indications",
        "benefits.items",
        "state_of_the_art.benchmarks",
        "evidence.items",
        "risks.items",
        "gspr.items",
        "benefit_risk.items",
        "pmcf.planned",
        "updates.next_date",
        "release.evaluators",
    ):
        assert address in asked


def test_optional_answers_are_not_asked_for():
    document = compose(Dossier(), as_of=TODAY)
    asked = {s.source for b in document.blocks for s in spans_of(b) if s.provenance == "open"}
    assert not asked & {"device.gmdn", "device.udi_di", "document.confidentiality"}


def test_words_for_reports_name_real_fields_and_choices():
    models = {model.__name__: model for model in _models()}
    for key in LABELS:
        model, _, field = key.partition(".")
        assert question(models[model], field)
    codes = {
        f"{q.item.__name__}.{member.value}"
        for model in models.values()
        for q in questions(model)
        if q.kind in (Kind.CHOICE, Kind.CHOICES)
        for member in q.item
    }
    assert set(CHOICES) <= codes


def _models():
    waiting = [section for _, section, _ in steps()]
    while waiting:
        model = waiting.pop()
        yield model
        waiting += [q.item for q in questions(model) if q.kind is Kind.ROWS]
