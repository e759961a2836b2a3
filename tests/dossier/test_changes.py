from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cerwizard.dossier import changes
from cerwizard.dossier.ask import Row, Section
from cerwizard.dossier.changes import Change, Deed
from cerwizard.dossier.values import Number, YesNo
from cerwizard.errors import BadValueError, UnknownPathError


class Size(Row):
    name: str = ""
    width: Number = None


class Variant(Row):
    worst: YesNo = YesNo.UNSET
    codes: tuple[str, ...] = ()
    sizes: tuple[Size, ...] = ()


class Device(Section):
    name: str = ""
    variants: tuple[Variant, ...] = ()


class Root(Section):
    device: Device = Device()


IDS = st.sampled_from("abcdef")
SIZES = st.builds(
    Size, id=IDS, name=st.text(max_size=2), width=st.none() | st.sampled_from(["0.5", "0.50", "1"])
)
VARIANTS = st.builds(
    Variant,
    id=IDS,
    worst=st.sampled_from(YesNo),
    codes=st.lists(st.text(max_size=2), max_size=2).map(tuple),
    sizes=st.lists(SIZES, unique_by=lambda s: s.id, max_size=4).map(tuple),
)
ROOTS = st.builds(
    Root,
    device=st.builds(
        Device,
        name=st.text(max_size=2),
        variants=st.lists(VARIANTS, unique_by=lambda v: v.id, max_size=6).map(tuple),
    ),
)


def root_of(*ids):
    return Root(device=Device(variants=tuple(Variant(id=i) for i in ids)))


def as_file(root):
    return root.model_dump_json()


@given(ROOTS, ROOTS)
def test_what_is_found_leads_from_one_to_the_other_and_back(old, new):
    found = tuple(changes.diff(old, new))
    there = changes.replay(old, found)
    assert as_file(there) == as_file(new)
    assert as_file(changes.replay(there, changes.inverse(found))) == as_file(old)


@given(ROOTS)
def test_nothing_is_found_between_equal_dossiers(root):
    assert tuple(changes.diff(root, root.model_copy(deep=True))) == ()


@given(ROOTS, ROOTS)
def test_changes_are_plain_json(old, new):
    kinds = {list, dict, str, int, type(None)}
    for change in changes.diff(old, new):
        assert type(change.old) in kinds
        assert type(change.new) in kinds


def test_a_number_typed_with_another_digit_is_a_change():
    one = Root(device=Device(variants=(Variant(id="a", sizes=(Size(id="s", width="0.5"),)),)))
    two = changes.replay(
        one, [Change(Deed.SET, "device.variants[a].sizes[s].width", "0.5", "0.50")]
    )
    assert two.device.variants[0].sizes[0].width == Decimal("0.5")
    assert [c.new for c in changes.diff(one, two)] == ["0.50"]


def test_a_moved_row_is_one_change_of_the_span_it_passed():
    (found,) = changes.diff(root_of(*"abcde"), root_of(*"acdbe"))
    assert found == Change(Deed.ORDER, "device.variants", ["b", "c", "d"], ["c", "d", "b"])


def test_an_added_row_carries_its_place_and_only_what_is_answered():
    new = Root(device=Device(variants=(Variant(id="a"), Variant(id="b", worst=YesNo.YES))))
    (found,) = changes.diff(root_of("a"), new)
    assert found.address == "device.variants[b]"
    assert found.new == {"at": 1, "row": {"id": "b", "worst": "yes"}}


@pytest.mark.parametrize(
    "change",
    [
        Change(Deed.SET, "device.nothing", "", "x"),
        Change(Deed.SET, "device.variants[zz].worst", "", "yes"),
        Change(Deed.SET, "device.variants[a].worst", "", "perhaps"),
        Change(Deed.ADD, "device.variants[a]", None, {"at": 0, "row": {"id": "a"}}),
        Change(Deed.ADD, "device.variants[b]", None, {"at": 0, "row": {"id": "b", "x": 1}}),
        Change(Deed.REMOVE, "device.variants[zz]", {"at": 0, "row": {}}, None),
        Change(Deed.ORDER, "device.variants", ["a", "zz"], ["zz", "a"]),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change):
    with pytest.raises((BadValueError, UnknownPathError)):
        changes.replay(root_of("a"), [change])
