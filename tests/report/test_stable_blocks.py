"""Inserting, moving and deleting records leaves all other blocks as they were."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Kind, questions
from cerwizard.dossier.dossier import Dossier, steps
from cerwizard.report.blocks import Document, Provenance, Span, Table, ids, is_open, spans_of
from cerwizard.report.build import compose
from tests.report import dossiers
from tests.report.dossiers import Maker

DAY = date(2026, 11, 22)


def _three_of_each() -> Dossier:
    before, dossiers.ROWS = dossiers.ROWS, 3
    try:
        full = Maker().dossier()
    finally:
        dossiers.ROWS = before
    states = zip(full.literature.references, ("included", "excluded", ""), strict=True)
    for reference, state in states:
        full = paths.put(full, f"literature.references[{reference.id}].screening", state)
    return full


FULL = _three_of_each()
LISTS = [
    (f"{name}.{asked.name}", asked.item)
    for name, section, _ in steps()
    for asked in questions(section)
    if asked.kind is Kind.ROWS
]
PLAIN = compose(FULL, as_of=DAY)
# A result is told under the benefits and claims that its criterion judges.
LINKS_OF_RESULTS = {"benefits.items", "benefits.claims", "state_of_the_art.criteria"}
# What leads to the first record of a kind that the full dossier happens to lack: a result of no
# criterion, data without a table of their own, a risk that nobody has judged.
LEADS = {
    "cer/analysis/other-results-heading",
    "cer/data/summaries-device",
    "cer/data/summaries-beside",
    "cer/conclusions/unjudged",
}
# What only points to where more is told, and goes when nothing more is told there.
POINTERS = {"cer/conclusions/benefits-see", "cer/contents/legend/literature-references"}


def given_texts(document: Document) -> dict[str, list[Span]]:
    """Return what the writer typed in each block or row, without names of other records."""
    texts: dict[str, list[Span]] = {}
    for block in document.blocks:
        parts = block.rows if isinstance(block, Table) else (block,)
        for part in parts:
            spans = [s for s in spans_of(part) if s.provenance is Provenance.GIVEN and not s.link]
            texts[part.id] = sorted(spans, key=lambda span: (span.source, span.text))
    return texts


def words(texts: dict[str, list[Span]]) -> dict[str, list[str]]:
    """Return the words alone, without where they come from."""
    return {name: sorted(span.text for span in spans) for name, spans in texts.items()}


BEFORE = given_texts(PLAIN)
NAMES = set(ids(PLAIN.blocks))
lists = st.sampled_from(LISTS)
spots = st.integers(0, 2)


@settings(max_examples=10)
@given(lists, spots, spots)
def test_a_moved_record_changes_no_other_block(chosen, start, end):
    address, _ = chosen
    row = paths.get(FULL, address)[start].id
    document = compose(paths.move(FULL, f"{address}[{row}]", end), as_of=DAY)
    assert set(ids(document.blocks)) == NAMES
    # Of results that say the same, the first one gives the verdict: only the words are compared.
    assert words(given_texts(document)) == words(BEFORE)


@settings(max_examples=10)
@given(lists, spots)
def test_a_new_record_changes_no_other_block(chosen, spot):
    address, model = chosen
    document = compose(paths.insert(FULL, address, model(id="newrow"), spot), as_of=DAY)
    names = set(ids(document.blocks))
    assert all(name.endswith("/sum") or "/no-" in name for name in NAMES - names)
    asked_for = {block.id for block in document.blocks if is_open(block)}
    assert all("newrow" in name for name in names - NAMES - asked_for - LEADS)
    after = given_texts(document)
    assert all(after.get(name, spans) == spans for name, spans in BEFORE.items())


@settings(max_examples=10)
@given(lists, spots)
def test_a_deleted_record_takes_only_its_own_blocks_away(chosen, spot):
    address, _ = chosen
    row = paths.get(FULL, address)[spot].id
    document = compose(paths.remove(FULL, f"{address}[{row}]"), as_of=DAY)
    names = set(ids(document.blocks))
    judging = address in LINKS_OF_RESULTS
    moved = {n for n in NAMES ^ names if judging and "result" in n} | emptied(row)
    assert all(row in name or name in moved | POINTERS for name in NAMES - names)
    assert {n for n in names - NAMES if "/no-" not in n} <= moved  # what is now to be written
    # The revision in force is another one, and results have lost the criterion they were held to.
    judged_by = LINKS_OF_RESULTS | {"analysis.results"}
    others = {"plan.revisions": address} | dict.fromkeys(judged_by, "analysis.results")
    gone = tuple(filter(None, (f"{address}[{row}]", others.get(address))))
    after = given_texts(document)
    for name in NAMES & names & BEFORE.keys():
        assert _but(after[name], gone) == _but(BEFORE[name], gone)


def emptied(row: str) -> set[str]:
    """Return the tables, with their headings inside, that hold nothing but one record."""
    tables = [block for block in PLAIN.blocks if isinstance(block, Table)]
    alone = [t for t in tables if all(row in r.id or len(r.cells) == 1 for r in t.rows)]
    groups = [r.id for t in tables for r in t.rows if len(r.cells) == 1]
    return {*(t.id for t in alone), *groups}


def _but(spans: list[Span], gone: tuple[str, ...]) -> list[Span]:
    return [span for span in spans if not span.source.startswith(gone)]


def test_rows_of_different_lists_may_have_the_same_id(monkeypatch):
    monkeypatch.setattr(dossiers, "row_id", lambda at, number: f"r{number}")
    blocks = compose(Maker().dossier(), as_of=DAY).blocks
    names = list(ids(blocks))
    assert len(names) == len(set(names))
