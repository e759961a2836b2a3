"""Step: which versions the report covers, what is used with them, and what they comply with."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Section, Step
from cerwizard.dossier.device_parts import (
    Accessory,
    Change,
    Generation,
    Market,
    SimilarDevice,
    Standard,
    Variant,
)


class Versions(Section):
    """Variants, accessories, generations, markets, standards."""

    STEP: ClassVar = Step(
        title="Versions and standards",
        phase="Device and purpose",
        intro="Every variant, accessory and generation that the report speaks for, "
        "and the standards it meets.",
        clauses=("MDR:II.1.1.i", "MDR:II.1.2.a", "MEDDEV-2.7.1r4:A3"),
    )

    variants: Annotated[
        tuple[Variant, ...],
        Ask(
            label="Variants and configurations",
            group="Versions covered",
            none="no_variants_because",
            clauses=("MDR:II.1.1.i", "MEDDEV-2.7.1r4:A10"),
        ),
    ] = ()
    no_variants_because: Annotated[str, Ask(label="No variants, because")] = ""
    accessories: Annotated[
        tuple[Accessory, ...],
        Ask(
            label="Accessories and devices used together",
            none="no_accessories_because",
            clauses=("MDR:II.1.1.h",),
        ),
    ] = ()
    no_accessories_because: Annotated[str, Ask(label="No accessories, because")] = ""
    generations: Annotated[
        tuple[Generation, ...],
        Ask(
            label="Generations",
            help="Earlier generations and the present one.",
            none="no_generations_because",
            clauses=("MDR:II.1.2.a",),
        ),
    ] = ()
    no_generations_because: Annotated[str, Ask(label="No earlier generation, because")] = ""
    changes: Annotated[
        tuple[Change, ...],
        Ask(
            label="Changes of the device since the last report",
            none="no_changes_because",
            clauses=("MDR:61.11",),
        ),
    ] = ()
    no_changes_because: Annotated[str, Ask(label="No changes, because")] = ""
    similar_devices: Annotated[
        tuple[SimilarDevice, ...],
        Ask(
            label="Similar devices on the market",
            group="Surroundings",
            help="For context only: their data are not clinical data for this device.",
            none="no_similar_devices_because",
            clauses=("MDR:II.1.2.b", "MDCG-2020-5:5"),
        ),
    ] = ()
    no_similar_devices_because: Annotated[str, Ask(label="No similar devices, because")] = ""
    standards: Annotated[
        tuple[Standard, ...],
        Ask(
            label="Common specifications, standards and guidance applied",
            none="no_standards_because",
            clauses=("MDR:8", "MDR:9", "MDCG-2020-13:C"),
        ),
    ] = ()
    no_standards_because: Annotated[str, Ask(label="None applied, because")] = ""

    markets: Annotated[
        tuple[Market, ...],
        Ask(
            label="Regulatory status by country",
            help="For information: an approval elsewhere is no clinical evidence.",
            none="no_markets_because",
            clauses=("MEDDEV-2.7.1r4:A3",),
        ),
    ] = ()
    no_markets_because: Annotated[str, Ask(label="Not marketed anywhere, because")] = ""
