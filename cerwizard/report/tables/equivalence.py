"""Tables of equivalence: the devices, their characteristics side by side, access to data."""

from collections.abc import Sequence

from cerwizard.dossier.equivalence import Characteristic
from cerwizard.report import answers, wording
from cerwizard.report.blocks import Block, Span, Spans
from cerwizard.report.facts import card
from cerwizard.report.grid import Column, Page, column, grid
from cerwizard.report.mention import calling, safe
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part

shelf = Shelf()
_GROUPS = {"technical": "T", "biological": "B", "clinical": "C", "other": ""}
_TITLES = {
    "technical": "Technical characteristics",
    "biological": "Biological characteristics",
    "clinical": "Clinical characteristics",
    "other": "Further characteristics",
}


@shelf
def presumed(page: Page) -> Sequence[Block]:
    """The devices that are presumed to be equivalent."""
    columns = (
        column("Device", "name", "version", width=24, must=True),
        column("Manufacturer", "manufacturer", "own:", width=20),
        column("On the market under", "certified", width=14, must=True),
        column("Used for", "indication_ids", "variant_ids", width=14),
        column("Conclusion", "conclusion", width=28, must=True),
    )
    rows = page.sight.root.equivalence.devices
    return grid(page, "presumed", "Devices compared", rows, columns)


@shelf
def equivalent_facts(page: Page, row: str) -> Sequence[Block]:
    """What one presumed equivalent is."""
    names = ("purpose", "medicinal_substance", "annex_xvi")
    return _card(page, "equivalent-facts", row, names)


@shelf
def access(page: Page, row: str) -> Sequence[Block]:
    """Access to the data of one device."""
    names = (
        "access",
        "access_justification",
        "contract",
        "contract_ongoing",
        "contract_reference",
        "contract_date",
    )
    return _card(page, "access", row, names)


def _card(page: Page, name: str, row: str, names: tuple[str, ...]) -> Sequence[Block]:
    part = page.sight.row("equivalence.devices", row)
    return [] if part is None else card(page, page.named(name, row), part, names)


def _difference(part: Part) -> Spans:
    return answers.lines(
        (
            answers.answer(part, "difference"),
            answers.answer(part, "justification"),
            answers.labelled(part, "significant"),
        )
    )


def _characteristic(part: Part) -> Spans:
    """The characteristic without its group, which the caption names."""
    label = part.characteristic
    short = wording.capital(str(label).partition(": ")[2] or str(label))
    named = (Span(short, label.source, label.provenance),) if label else ()
    return answers.lines((named, answers.answer(part, "aspect")))


_NOTE = (
    "“(same)” marks what has to be the same and not only similar (MDR Annex XIV Part A, Section 3)."
)
_COLUMNS = (
    Column("Characteristic", _characteristic, 18),
    column("Device under evaluation", "ours", width=20, must=True),
    column("Device compared", "theirs", width=20),
    column("They are", "likeness", width=9),
    Column("Difference and its significance", _difference, 25),
    column("Sources", "sources", "reference_ids", width=12),
)


@shelf
def comparison(page: Page, group: str, row: str) -> Sequence[Block]:
    """One group of characteristics of one device: technical, biological, clinical or other."""
    part = page.sight.row("equivalence.devices", row)
    if part is None:
        return []
    rows = [one for one in part.rows if one.characteristic.code[:1] == _GROUPS[group]]
    name = f"{group}/{safe(row)}"
    caption = f"{_TITLES[group]}: comparison with {calling(part)}"
    return grid(page, name, caption, rows, _COLUMNS, note=_note(rows), wide=True)


def uncompared(part: Part, group: str) -> tuple[str, ...]:
    """Return the characteristics of a group in which a device has not been compared."""
    known = {one.characteristic.code for one in part.rows}
    missing = (c for c in Characteristic if c.value[:1] == _GROUPS[group] and c not in known)
    return tuple(wording.small(c.label.partition(": ")[2]) for c in missing if c)


def _note(rows: Sequence[Part]) -> str:
    return _NOTE if any("(same)" in str(row.characteristic) for row in rows) else ""
