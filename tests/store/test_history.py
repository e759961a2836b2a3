import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.dossier.changes import Deed
from cerwizard.errors import UnreadableFileError
from cerwizard.store import history
from cerwizard.store.history import Entry

WHEN = datetime(2026, 5, 1, 12, tzinfo=UTC)
DOSSIER = b"{}"


def line(new="x", **more):
    given = {"who": "Ada", "when": WHEN, "address": "document.title", "old": "", "reason": ""}
    return Entry(**given | {"new": new, "kind": Deed.SET} | more)


def chain(*texts):
    return history.append(b"", [line(t) for t in texts], DOSSIER)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
ENTRIES = st.builds(
    Entry,
    who=st.text(),
    when=st.datetimes(timezones=st.just(UTC)),
    address=st.text(),
    old=JSON,
    new=JSON,
    reason=st.text(),
    kind=st.sampled_from(Deed),
)


@given(st.lists(st.lists(ENTRIES, max_size=3), max_size=3))
def test_what_was_appended_is_read_and_verified(saves):
    lines = b""
    for number, entries in enumerate(saves):
        lines = history.append(lines, entries, str(number).encode())
    assert history.read(lines) == tuple(entry for entries in saves for entry in entries)
    assert history.verify(lines).whole
    assert history.verify(lines).lines == sum(map(len, saves))


def test_a_line_is_readable_by_eye():
    (text,) = chain("Wunde 🩹").decode().splitlines()
    assert '"who": "Ada"' in text
    assert "Wunde 🩹" in text
    assert json.loads(text)["before"] == history.START


def test_nothing_to_append_leaves_the_lines_as_they_are():
    assert history.append(b"spoiled", [], DOSSIER) == b"spoiled"


def spoil_text(lines):
    return lines.replace(b'"new": "b"', b'"new": "B"')


def drop_middle(lines):
    pieces = lines.splitlines(keepends=True)
    return pieces[0] + b"".join(pieces[2:])


def swap(lines):
    one, two, three = lines.splitlines(keepends=True)
    return two + one + three


def insert(lines):
    return lines + b"{}\n"


def reseal(lines):
    """A line changed by somebody who computes its seal anew."""
    one, two, three = lines.splitlines()
    body = json.loads(two)
    del body["seal"]
    body["new"] = "B"
    body["seal"] = history._hash(history._text(body))
    return b"\n".join((one, json.dumps(body, ensure_ascii=False).encode(), three))


@pytest.mark.parametrize("spoil", [spoil_text, drop_middle, swap, insert, reseal])
def test_every_tampering_breaks_the_chain(spoil):
    lines = chain("a", "b", "c")
    assert history.verify(lines).whole
    found = history.verify(spoil(lines))
    assert not found.whole
    assert all(said.startswith("Line ") for said in found.breaks)


def test_lines_cut_off_at_the_end_are_noticed_by_the_dossier():
    lines = chain("a", "b")
    cut = b"".join(lines.splitlines(keepends=True)[:1])
    assert history.verify(lines, DOSSIER).whole
    assert not history.verify(cut, DOSSIER).whole
    assert not history.verify(lines, b"another dossier").whole


def test_a_dossier_that_was_never_saved_with_lines_is_not_suspected():
    assert history.verify(b"", DOSSIER).whole


def test_a_spoiled_line_is_kept_and_what_follows_is_sealed_again():
    lines = history.append(b"spoiled by hand", [line("a")], DOSSIER)
    assert lines.startswith(b"spoiled by hand\n")
    found = history.verify(lines)
    assert [said[:7] for said in found.breaks] == ["Line 1:"]


@given(st.binary())
def test_any_bytes_are_verified_without_a_crash(lines):
    history.verify(lines)
    history.append(lines, [line()], DOSSIER)


@pytest.mark.parametrize(
    "text", ["{}", "[]", "1", '{"when": "x"}', "[" * 9999, "{", '{"when": "2026-01-01T00:00:00"}']
)
def test_a_line_that_is_none_is_named_by_its_number(text):
    lines = chain("a") + text.encode() + b"\n"
    with pytest.raises(UnreadableFileError, match="Line 2"):
        history.read(lines)


def test_removed_rows_are_found_without_reading_the_trail():
    gone = line(old={"at": 0}, new=None, address="a.b[x1].c[ü2]", kind=Deed.REMOVE)
    quoted = line('"kind": "remove", "address": "a.b[no]"')
    lines = history.append(b"spoiled\n", [gone, quoted, line()], DOSSIER)
    assert list(history.removed(lines)) == ["ü2"]
