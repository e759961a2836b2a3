"""Tables of the device: properties, versions, history, surroundings, benefits and claims."""

from collections.abc import Sequence

from cerwizard.report import answers, wording
from cerwizard.report.blocks import Block, Span, Spans
from cerwizard.report.facts import facts
from cerwizard.report.grid import Column, Page, column, grid
from cerwizard.report.tables.shelf import Shelf
from cerwizard.report.view import Part

shelf = Shelf()


@shelf
def properties(page: Page) -> Sequence[Block]:
    """What kind of device it is, and in what state it is supplied."""
    names = (
        "implantable",
        "active",
        "software",
        "software_version",
        "sterile",
        "sterility",
        "sterilisation_method",
        "use",
        "max_cycles",
        "measuring",
        "reusable_surgical_instrument",
        "administers_medicine",
        "annex_xvi",
        ("lifetime", "lifetime_unit"),
        "shelf_life",
    )
    return facts(page, "properties", page.sight.root.device, names, "Properties of the device")


@shelf
def substances(page: Page) -> Sequence[Block]:
    """Substances and tissues."""
    names = (
        "medicinal_substance",
        "animal_tissue",
        "human_tissue",
        "absorbed_substances",
        "hazardous_substances",
        "nanomaterial",
    )
    return facts(page, "substances", page.sight.root.device, names, "Substances and tissues")


@shelf
def classification(page: Page) -> Sequence[Block]:
    """Class and rules."""
    names = ("device_class", "classification_rules")
    return facts(page, "classification", page.sight.root.device, names)


@shelf
def variants(page: Page) -> Sequence[Block]:
    """The variants that the report covers."""
    columns = (
        column("Code", "code", width=10),
        column("Variant", "name", width=24),
        column("Size or setting", "size", width=20),
        column("Difference from the others", "differences", width=34),
        column("Extreme of the range", "worst_case", width=12),
    )
    rows = page.sight.root.versions.variants
    return grid(page, "variants", "Variants and configurations", rows, columns)


@shelf
def accessories(page: Page) -> Sequence[Block]:
    """Accessories and devices used together."""
    columns = (
        column("Name", "name", width=28),
        column("Purpose", "purpose", width=44),
        column("Needed for the intended purpose", "essential", width=14),
        column("A device in its own right", "own_device", width=14),
    )
    rows = page.sight.root.versions.accessories
    return grid(page, "accessories", "Accessories and devices used together", rows, columns)


@shelf
def generations(page: Page) -> Sequence[Block]:
    """The generations of the device."""
    columns = (
        column("Generation", "name", width=16),
        column("On the market", "years", width=18),
        column("Under evaluation", "current", width=14),
        column("Changes and reasons", "changes", width=52),
    )
    rows = page.sight.root.versions.generations
    return grid(page, "generations", "Generations of the device", rows, columns)


@shelf
def changes(page: Page) -> Sequence[Block]:
    """Changes since the last report."""
    columns = (
        column("Date", "date", width=18),
        column("Change", "change", width=42),
        column("Clinical meaning", "impact", width=40, must=True),
    )
    rows = page.sight.root.versions.changes
    return grid(page, "changes", "Changes of the device since the last report", rows, columns)


@shelf
def markets(page: Page) -> Sequence[Block]:
    """The regulatory status by country."""
    columns = (
        column("Country or region", "country", width=28),
        column("Since", "since", width=20),
        column("Status", "status", width=30),
        column("Identifier", "identifier", width=22),
    )
    rows = page.sight.root.versions.markets
    return grid(page, "markets", "Regulatory status by country", rows, columns)


@shelf
def similar_devices(page: Page) -> Sequence[Block]:
    """Similar devices: context, not evidence."""
    columns = (
        column("Device", "name", width=28),
        column("Manufacturer", "manufacturer", width=28),
        column("Similarity", "relation", width=44),
    )
    rows = page.sight.root.versions.similar_devices
    note = "For context only. Data on these devices are not clinical data on the device."
    return grid(page, "similar-devices", "Similar devices on the market", rows, columns, note=note)


@shelf
def standards(page: Page) -> Sequence[Block]:
    """Common specifications, standards and guidance."""
    columns = (
        column("Reference", "reference", width=22),
        column("Edition", "edition", width=16),
        column("Kind", "kind", width=13),
        column("Subject", "subject", width=25),
        column("Applied", "applied", width=10),
        column("Deviation and its reason", "deviation", width=22),
    )
    rows = page.sight.root.versions.standards
    caption = "Common specifications, standards and guidance applied"
    return grid(page, "standards", caption, rows, columns)


@shelf
def benefits(page: Page) -> Sequence[Block]:
    """The clinical benefits and how each is measured."""
    columns = (
        column("Code", "code", width=7),
        column("Benefit", "statement", "nature:", "directness:", width=31, must=True),
        column("Outcome parameter", "outcome", "surrogate:", width=24, must=True),
        Column("Measure", _measure, 14, asks="measure"),
        column("Time point", "time_point", width=12, must=True),
        Column("Applies to", _scope, 12),
    )
    rows = page.sight.root.benefits.items
    return grid(page, "benefits", "Clinical benefits and their outcome parameters", rows, columns)


def _measure(part: Part) -> Spans:
    spans = wording.joined(
        [answers.answer(part, name) for name in ("measure", "unit")], wording.COMMA
    )
    return answers.lines((spans, answers.answer(part, "direction")))


def _scope(part: Part) -> Spans:
    names = ("indication_ids", "population_ids")
    return answers.lines(answers.answer(part, name) for name in names)


@shelf
def claims(page: Page) -> Sequence[Block]:
    """The claims, word for word, and where they are written."""
    columns = (
        column("Code", "code", width=8),
        Column("Claim, word for word", _quoted, 42, asks="text"),
        column("Kind", "kind", "comparator:", width=17),
        column("Written in", "source_ids", width=17, must=True),
        column("Benefits", "benefit_ids", width=9),
        column("Indications", "indication_ids", width=10),
    )
    rows = page.sight.root.benefits.claims
    return grid(page, "claims", "Claims and where they are made", rows, columns)


def _quoted(part: Part) -> Spans:
    text = answers.answer(part, "text")
    return (Span("“"), *text, Span("”")) if text else ()
