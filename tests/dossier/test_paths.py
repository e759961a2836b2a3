from decimal import Decimal
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.dossier import paths
from cerwizard.dossier.ask import Row, Section
from cerwizard.dossier.paths import Part
from cerwizard.dossier.values import DateText, Number, YesNo
from cerwizard.errors import BadValueError, UnknownPathError


class Size(Row):
    name: str = ""


class Variant(Row):
    name: str = ""
    worst: YesNo = YesNo.UNSET
    sizes: tuple[Size, ...] = ()


class Device(Section):
    name: str = ""
    since: DateText = ""
    weight: Number = None
    codes: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()


class Root(Section):
    device: Device = Device()
    other: Device = Device()


IDS = st.text("abc", min_size=1, max_size=2)
VARIANTS = st.lists(
    st.builds(
        Variant,
        id=IDS,
        name=st.text(max_size=3),
        sizes=st.lists(st.builds(Size, id=IDS), unique_by=lambda s: s.id, max_size=3).map(tuple),
    ),
    unique_by=lambda v: v.id,
    max_size=5,
).map(tuple)
ROOTS = st.builds(Root, device=st.builds(Device, variants=VARIANTS))
LIST = "device.variants"


def leaves(root):
    """Every address below the list, with its value."""
    rows = dict(paths.find(root, f"{LIST}[*].name"))
    return rows | dict(paths.find(root, f"{LIST}[*].sizes[*].name"))


def root_of(*ids):
    return Root(device=Device(variants=tuple(Variant(id=i, name=i.upper()) for i in ids)))


@given(ROOTS, st.integers(-2, 9))
def test_a_row_inserted_leaves_all_other_addresses(root, at):
    new = paths.insert(root, LIST, Variant(id="new", name="N"), at)
    assert leaves(new) == leaves(root) | {f"{LIST}[new].name": "N"}
    assert new.other is root.other


@given(ROOTS.filter(lambda r: r.device.variants), st.data())
def test_a_row_removed_leaves_all_other_addresses(root, data):
    gone = data.draw(st.sampled_from(root.device.variants)).id
    new = paths.remove(root, f"{LIST}[{gone}]")
    left = {at: v for at, v in leaves(root).items() if not at.startswith(f"{LIST}[{gone}]")}
    assert leaves(new) == left


@given(ROOTS.filter(lambda r: r.device.variants), st.integers(-2, 9), st.data())
def test_a_row_moved_leaves_every_address(root, to, data):
    row = data.draw(st.sampled_from(root.device.variants))
    new = paths.move(root, f"{LIST}[{row.id}]", to)
    assert leaves(new) == leaves(root)
    spot = max(0, min(to, len(root.device.variants) - 1))
    assert new.device.variants[spot] is row


@given(ROOTS.filter(lambda r: any(v.sizes for v in r.device.variants)), st.data())
def test_a_leaf_put_deep_down_shares_what_is_not_on_the_way(root, data):
    address = data.draw(st.sampled_from([a for a in leaves(root) if ".sizes[" in a]))
    new = paths.put(root, address, "changed")
    assert leaves(new) == leaves(root) | {address: "changed"}
    row = paths.split(address)[1].row
    for old, now in zip(root.device.variants, new.device.variants, strict=True):
        assert (old is now) == (old.id != row)


@given(ROOTS)
def test_every_address_found_can_be_got_and_checked(root):
    for address, value in leaves(root).items():
        assert paths.get(root, address) is value
        assert paths.check(Root, address) is str
        assert paths.join(paths.split(address)) == address


PIECES = st.builds(Part, st.from_regex(r"[a-z_]+", fullmatch=True), st.none() | IDS)


@given(st.lists(PIECES, min_size=1).map(tuple))
def test_an_address_joined_can_be_split(parts):
    assert paths.split(paths.join(parts)) == parts


@given(st.text(max_size=12) | st.text("ab.[]*", max_size=12))
def test_any_text_is_an_address_or_an_error_with_a_sentence(text):
    for look in (paths.get, lambda r, a: list(paths.find(r, a))):
        said = "."
        try:
            look(root_of("a"), text)
        except UnknownPathError as error:
            said = str(error)
        assert said.endswith(".")


NOWHERE = [
    "",
    "device.",
    "nothing",
    "device.nothing",
    "device.name.more",
    "device.name[a]",
    "device.codes[a]",
    "device.variants.name",
    "device.variants[zz]",
    "device.variants[zz].name",
    "device[a].name",
    "device.variants[a].sizes[a]",
    "device.variants[a",
]


@pytest.mark.parametrize("address", NOWHERE)
def test_a_value_cannot_be_put_where_there_is_no_place(address):
    root = paths.put(root_of("a"), "device.codes", ("x",))
    with pytest.raises(UnknownPathError):
        paths.put(root, address, "x")


@pytest.mark.parametrize("address", ["device.name[*]", "device[*]", "device[*].name", "x"])
def test_a_pattern_that_no_dossier_can_match_is_refused_by_check(address):
    with pytest.raises(UnknownPathError):
        paths.check(Root, address)


@pytest.mark.parametrize("pattern", ["device.name[*]", "device.codes[*]", "device[*].name"])
def test_rows_are_not_looked_for_where_there_are_none(pattern):
    root = paths.put(Root(), "device.codes", ("x",))
    with pytest.raises(UnknownPathError):
        list(paths.find(root, pattern))


def test_a_row_that_is_not_there_is_found_nowhere_but_cannot_be_got():
    root = root_of("a")
    assert list(paths.find(root, f"{LIST}[zz].name")) == []
    with pytest.raises(UnknownPathError, match="no longer there"):
        paths.get(root, f"{LIST}[zz].name")


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("device.name", 3),
        ("device.name", None),
        ("device.name", "\ud800"),
        ("device.since", "2026-02-30"),
        ("device.since", "yesterday"),
        ("device.weight", "heavy"),
        ("device.weight", Decimal("NaN")),
        ("device.weight", "1e99"),
        ("device.variants", "none"),
        ("device.codes", (1,)),
        ("device.variants[a].worst", "perhaps"),
        ("device.variants[a]", Variant(id="b")),
        ("device.variants[a]", Size(id="a")),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_its_address(address, value):
    with pytest.raises(BadValueError, match=address.split("[", maxsplit=1)[0]):
        paths.put(root_of("a"), address, value)


@pytest.mark.parametrize("typed", ["0.50", "1", "-3.140", "0"])
def test_a_number_is_kept_as_typed(typed):
    new = paths.put(Root(), "device.weight", typed)
    assert str(new.device.weight) == typed


def test_a_choice_put_by_its_code_is_the_choice():
    new = paths.put(root_of("a"), f"{LIST}[a].worst", "yes")
    assert new.device.variants[0].worst is YesNo.YES


def test_a_value_put_that_is_the_same_object_changes_nothing():
    root = root_of("a")
    assert paths.put(root, "device.name", root.device.name) is root


def test_a_row_can_be_replaced_whole():
    new = paths.put(root_of("a", "b"), f"{LIST}[a]", Variant(id="a", name="Z"))
    assert [v.name for v in new.device.variants] == ["Z", "B"]


@pytest.mark.parametrize("row", [Variant(), Variant(id="a")])
def test_a_row_without_an_id_of_its_own_is_not_inserted(row):
    with pytest.raises(BadValueError):
        paths.insert(root_of("a"), LIST, row)


@pytest.mark.parametrize("address", [LIST, "device.name", "device"])
def test_only_a_row_can_be_removed_or_moved(address):
    with pytest.raises(UnknownPathError):
        paths.remove(root_of("a"), address)
    with pytest.raises(UnknownPathError):
        paths.move(root_of("a"), address, 0)


def test_model_at_finds_root_section_list_and_row():
    assert paths.model_at(Root, "") is Root
    assert paths.model_at(Root, "device") is Device
    assert paths.model_at(Root, LIST) is Variant
    assert paths.model_at(Root, f"{LIST}[*].sizes[x]") is Size
    with pytest.raises(UnknownPathError):
        paths.model_at(Root, "device.name")


def test_an_address_has_a_parent_and_a_pattern():
    assert paths.parent("device.variants[a].name") == "device.variants[a]"
    assert paths.parent("device.variants[a]") == "device.variants"
    assert paths.parent("device") == ""
    assert paths.pattern("device.variants[a].sizes[b].name") == "device.variants[*].sizes[*].name"


def test_the_index_of_a_list_follows_every_copy():
    root = root_of("a", "b", "c")
    for _ in range(200):  # more lists than are remembered
        root = paths.move(root, f"{LIST}[a]", 2)
        root = paths.move(root, f"{LIST}[a]", 0)
        assert paths.positions(root.device.variants) == {"a": 0, "b": 1, "c": 2}


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9)), max_size=12))
def test_the_index_of_a_list_follows_rows_that_come_and_go(edits):
    root = root_of("a", "b", "c")
    for n, (comes, at) in enumerate(edits):
        rows = root.device.variants
        if comes:
            root = paths.insert(root, "device.variants", Variant(id=f"n{n}"), at)
        elif rows:
            root = paths.remove(root, f"device.variants[{rows[at % len(rows)].id}]")
        rows = root.device.variants
        assert list(paths.positions(rows).items()) == [(r.id, i) for i, r in enumerate(rows)]


class Noted(Section):
    note: Annotated[str, "a note"] = ""
    root: Root = Root()


def test_what_stands_beside_a_type_does_not_disturb():
    assert paths.put(Noted(), "note", "x").note == "x"
    assert paths.check(Noted, "root.device.since") is str
