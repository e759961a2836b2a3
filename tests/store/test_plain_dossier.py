import json
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.dossier import paths, row_ids
from cerwizard.dossier.dossier import SCHEMA_VERSION, Dossier
from cerwizard.errors import NewerFileError, UnreadableFileError
from cerwizard.store import plain_dossier

HALF_FILLED = Dossier.model_validate(
    {
        "document": {"title": "Bericht 🩹 {{ <b> | # \x00\u2028", "date": "2026-05"},
        "literature": {
            "references": [{"id": "r1", "title": "A", "year": 2020, "authors": ["B", "C"]}],
            "searches": [{"id": "s1", "queries": [{"id": "q1", "hits": 0}]}],
        },
    }
)


def read(plain):
    text = json.dumps({"schema_version": SCHEMA_VERSION} | plain)
    return plain_dossier.parse(text.encode())


@pytest.mark.parametrize("dossier", [Dossier(), HALF_FILLED])
def test_what_is_written_is_read_again(dossier):
    assert plain_dossier.parse(plain_dossier.dump(dossier)) == (dossier, ())


def test_an_empty_dossier_is_short_and_says_its_version():
    assert json.loads(plain_dossier.dump(Dossier())) == {"schema_version": SCHEMA_VERSION}


def test_the_version_comes_first_and_the_steps_in_their_order():
    plain = json.loads(plain_dossier.dump(HALF_FILLED))
    assert list(plain) == ["schema_version", "document", "literature"]
    assert plain_dossier.dump(HALF_FILLED).startswith(b'{\n "schema_version": ')


def test_a_number_is_kept_with_its_digits():
    kind = paths.model_at(Dossier, "state_of_the_art.benchmarks")
    name = next(n for n, i in kind.model_fields.items() if "Decimal" in str(i.annotation))
    plain = {"state_of_the_art": {"benchmarks": [{"id": "m", name: "0.50"}]}}
    text = json.dumps({"schema_version": SCHEMA_VERSION} | plain).replace('"0.50"', "0.50")
    dossier, _ = plain_dossier.parse(text.encode())
    found = getattr(dossier.state_of_the_art.benchmarks[0], name)
    assert (found, str(found)) == (Decimal("0.5"), "0.50")
    assert b'"0.50"' in plain_dossier.dump(dossier)


def test_rows_without_an_id_get_one_and_always_the_same():
    rows = [{"title": "A"}, {"id": "", "title": "B"}, {"id": "x"}, {"id": 3}, {"id": "a.b"}]
    one, remarks = read({"literature": {"references": rows}})
    two, _ = read({"literature": {"references": rows}})
    ids = [r.id for r in one.literature.references]
    assert one == two
    assert ids[2] == "x"
    assert len(set(ids)) == 5
    assert remarks == ("In “Literature › References”, rows without an id of their own got one: 4.",)


def test_an_id_that_two_rows_of_a_list_have_stays_with_the_first():
    dossier, remarks = read({"literature": {"references": [{"id": "x"}, {"id": "x"}]}})
    first, second = dossier.literature.references
    assert first.id == "x" != second.id
    assert len(remarks) == 1


def test_an_id_that_is_made_is_not_that_of_a_later_row():
    (alone,) = read({"literature": {"references": [{"title": "A"}]}})[0].literature.references
    rows = [{"title": "A"}, {"id": alone.id}]
    first, second = read({"literature": {"references": rows}})[0].literature.references
    assert second.id == alone.id != first.id


def test_rows_of_different_lists_may_have_the_same_id():
    dossier, remarks = read(
        {"literature": {"references": [{"id": "1"}], "searches": [{"id": "1"}]}}
    )
    assert remarks == ()
    assert list(row_ids.taken(dossier)) == ["1", "1"]


def test_nested_rows_are_mended_too():
    dossier, remarks = read({"literature": {"searches": [{"queries": [{}, {}]}]}})
    (search,) = dossier.literature.searches
    assert search.id
    assert len({q.id for q in search.queries} - {""}) == 2
    assert len(remarks) == 2


@pytest.mark.parametrize(
    ("plain", "said"),
    [
        ({"document": {"date": "yesterday"}}, "“Document and parties › Date of the report” cannot"),
        ({"document": {"date": "yesterday"}}, "hold “yesterday”."),
        (
            {"literature": {"references": [{"id": "a"}, {"id": "b", "year": "soon"}]}},
            "“Literature › References › 2 › Year” cannot hold “soon”",
        ),
        ({"document": {"colour": "red"}}, "“Document and parties › colour” is not known"),
        ({"document": {"title": 1, "number": 2}}, r"\(and in 1 more places\)"),
        ({"document": None}, "“Document and parties” cannot hold “None”"),
        ({"literature": {"references": "none"}}, "“Literature › References” cannot hold"),
        ({"literature": {"references": [1]}}, "cannot hold “1”"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place_in_words(plain, said):
    with pytest.raises(UnreadableFileError, match=said) as caught:
        read(plain)
    assert str(caught.value).endswith("Mend it in the file, or open an earlier copy.")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"schema_version": NaN}',
        b'{"schema_version": 1' + b"0" * 5000 + b"}",
    ],
)
def test_what_is_no_dossier_is_refused_with_a_sentence(data):
    with pytest.raises(UnreadableFileError) as caught:
        plain_dossier.parse(data)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("written", "read"), [("\\ud800", "�"), ("\\ud83d\\ude00", "😀"), ("\\\\ud800", "\\ud800")]
)
def test_half_characters_in_a_file_are_replaced(written, read):
    data = f'{{"schema_version": 1, "document": {{"title": "{written}"}}}}'
    dossier, _ = plain_dossier.parse(data.encode())
    assert dossier.document.title == read


def test_a_newer_dossier_is_refused_as_such():
    with pytest.raises(NewerFileError):
        plain_dossier.parse(b'{"schema_version": 999}')


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "title", "literature", "references", "searches", "queries"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@given(JSON | st.fixed_dictionaries({"schema_version": st.just(1), "literature": JSON}))
def test_any_json_is_a_dossier_or_refused(plain):
    dossier = Dossier()
    with suppress(UnreadableFileError):
        dossier, _ = plain_dossier.parse(json.dumps(plain).encode())
    assert plain_dossier.parse(plain_dossier.dump(dossier)) == (dossier, ())


@given(st.binary(max_size=60))
def test_any_bytes_are_a_dossier_or_refused(data):
    with pytest.raises(UnreadableFileError):
        plain_dossier.parse(data)
