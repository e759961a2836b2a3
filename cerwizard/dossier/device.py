"""Step: what the device is."""

from typing import Annotated, ClassVar

from cerwizard.dossier.ask import Ask, Section, Step
from cerwizard.dossier.choices import LengthUnit
from cerwizard.dossier.conditions import either, is_
from cerwizard.dossier.device_choices import DeviceClass, MarketStatus, Sterility, Use
from cerwizard.dossier.regimes import ANNEX_XVI, CLASS_III_OR_IMPLANTABLE, LEGACY, SOFTWARE
from cerwizard.dossier.values import DateText, Number, Whole, YesNo


class Device(Section):
    """The device under evaluation."""

    STEP: ClassVar = Step(
        title="Device",
        phase="Device and purpose",
        intro="What the device is, how it works and which versions this report covers.",
        clauses=("MDR:II.1.1", "MDCG-2020-13:C", "MEDDEV-2.7.1r4:A3"),
    )

    name: Annotated[
        str,
        Ask(
            label="Device name",
            group="Identity",
            help="The trade name exactly as it stands on the label.",
            example="Foldaren Border",
            clauses=("MDR:II.1.1.a",),
        ),
    ] = ""
    other_names: Annotated[
        tuple[str, ...], Ask(label="Other trade names", clauses=("MDR:II.1.1.a",))
    ] = ()
    models: Annotated[
        tuple[str, ...],
        Ask(label="Models, types and reference numbers", clauses=("MDR:II.1.1.a",)),
    ] = ()
    basic_udi_di: Annotated[
        tuple[str, ...],
        Ask(
            label="Basic UDI-DI",
            help="As registered; the check characters are verified for GS1, HIBCC and ICCBBA.",
            clauses=("MDR:II.1.1.b", "MDCG-2019-1"),
        ),
    ] = ()
    udi_di: Annotated[tuple[str, ...], Ask(label="UDI-DI", clauses=("MDR:27",))] = ()
    emdn: Annotated[
        tuple[str, ...],
        Ask(
            label="EMDN code",
            help="The most detailed code that fits.",
            example="M04040801",
            clauses=("MDR:26", "MDCG-2021-12"),
        ),
    ] = ()
    gmdn: Annotated[
        str, Ask(label="GMDN code and term", help="Optional: the MDR asks for EMDN.")
    ] = ""

    device_class: Annotated[
        DeviceClass, Ask(label="Class", group="Class and properties", clauses=("MDR:VIII",))
    ] = DeviceClass.UNSET
    classification_rules: Annotated[
        tuple[str, ...],
        Ask(
            label="Classification rule",
            help="Rule and indent, one a line; if several apply the strictest counts.",
            example="Rule 4, second indent",
            clauses=("MDR:VIII.3.5",),
        ),
    ] = ()
    classification_rationale: Annotated[
        str, Ask(label="Why this class", prose=True, clauses=("MDR:II.1.1.f",))
    ] = ""
    implantable: Annotated[YesNo, Ask(label="Implantable", clauses=("MDR:2.5", "MDR:61.4"))] = (
        YesNo.UNSET
    )
    active: Annotated[YesNo, Ask(label="Active", clauses=("MDR:2.4",))] = YesNo.UNSET
    software: Annotated[
        YesNo,
        Ask(label="Medical device software", clauses=("MDR:VIII.R11", "MDCG-2020-1:1")),
    ] = YesNo.UNSET
    sterile: Annotated[YesNo, Ask(label="Placed on the market sterile", clauses=("MDR:52.7",))] = (
        YesNo.UNSET
    )
    measuring: Annotated[YesNo, Ask(label="Has a measuring function", clauses=("MDR:52.7",))] = (
        YesNo.UNSET
    )
    reusable_surgical_instrument: Annotated[
        YesNo, Ask(label="Reusable surgical instrument", clauses=("MDR:52.7",))
    ] = YesNo.UNSET
    administers_medicine: Annotated[
        YesNo,
        Ask(
            label="Active device that administers or removes a medicinal substance",
            clauses=("MDR:VIII.R12", "MDR:54"),
            when=is_("device.active", "yes"),
        ),
    ] = YesNo.UNSET
    annex_xvi: Annotated[
        YesNo, Ask(label="Annex XVI product, no medical purpose", clauses=("MDR:1.2", "MDR:61.9"))
    ] = YesNo.UNSET

    medicinal_substance: Annotated[
        YesNo,
        Ask(
            label="Contains an ancillary medicinal substance",
            group="Substances and tissues",
            clauses=("MDR:1.8", "MDR:XIV.A.1.a.7"),
        ),
    ] = YesNo.UNSET
    animal_tissue: Annotated[
        YesNo, Ask(label="Contains animal tissue", clauses=("MDR:XIV.A.1.a.7", "MDR:I.13"))
    ] = YesNo.UNSET
    human_tissue: Annotated[
        YesNo, Ask(label="Contains human tissue or blood", clauses=("MDR:XIV.A.1.a.7", "MDR:I.13"))
    ] = YesNo.UNSET
    absorbed_substances: Annotated[
        YesNo,
        Ask(label="Substances are absorbed or dispersed in the body", clauses=("MDR:I.12.2",)),
    ] = YesNo.UNSET
    hazardous_substances: Annotated[
        YesNo,
        Ask(
            label="CMR or endocrine-disrupting substances above 0.1 %",
            clauses=("MDR:I.10.4",),
        ),
    ] = YesNo.UNSET
    nanomaterial: Annotated[YesNo, Ask(label="Nanomaterial", clauses=("MDR:I.10.6",))] = YesNo.UNSET
    substances_detail: Annotated[
        str,
        Ask(
            label="Which substances, and how they are assessed",
            prose=True,
            clauses=("MDR:XIV.A.1.a.7",),
            when=either(
                *(
                    is_(f"device.{name}", "yes")
                    for name in (
                        "medicinal_substance",
                        "animal_tissue",
                        "human_tissue",
                        "absorbed_substances",
                        "hazardous_substances",
                        "nanomaterial",
                    )
                )
            ),
        ),
    ] = ""

    description: Annotated[
        str,
        Ask(
            label="General description",
            group="Description",
            prose=True,
            clauses=("MDR:II.1.1.a", "MEDDEV-2.7.1r4:A3"),
        ),
    ] = ""
    principle: Annotated[
        str,
        Ask(
            label="Principle of operation and mode of action", prose=True, clauses=("MDR:II.1.1.d",)
        ),
    ] = ""
    materials: Annotated[
        str,
        Ask(label="Key elements and materials in contact", prose=True, clauses=("MDR:II.1.1.k",)),
    ] = ""
    novelty: Annotated[
        str,
        Ask(
            label="Novel features of device or procedure",
            prose=True,
            help="If there are none, say so and why.",
            clauses=("MDR:II.1.1.g", "MDCG-2020-13:C"),
        ),
    ] = ""
    sterility: Annotated[Sterility, Ask(label="Sterility", clauses=("MEDDEV-2.7.1r4:A3",))] = (
        Sterility.UNSET
    )
    sterilisation_method: Annotated[
        str,
        Ask(label="Method of sterilisation", when=is_("device.sterility", "sterile", "user")),
    ] = ""
    use: Annotated[Use, Ask(label="Single use or reusable", clauses=("MEDDEV-2.7.1r4:A3",))] = (
        Use.UNSET
    )
    max_cycles: Annotated[
        Whole, Ask(label="Greatest number of cycles", when=is_("device.use", "reusable"))
    ] = None
    lifetime: Annotated[
        Number, Ask(label="Expected lifetime", clauses=("MDR:I.6", "MDCG-2020-7:B"))
    ] = None
    lifetime_unit: Annotated[LengthUnit, Ask(label="Unit of the lifetime")] = LengthUnit.UNSET
    lifetime_rationale: Annotated[
        str, Ask(label="Why this lifetime", prose=True, clauses=("MDR:I.6",))
    ] = ""
    shelf_life: Annotated[str, Ask(label="Shelf life", example="3 years")] = ""
    software_version: Annotated[
        str, Ask(label="Software version", clauses=("MDR:II.1.1",), when=SOFTWARE)
    ] = ""
    algorithm: Annotated[
        str,
        Ask(
            label="Algorithm: input, processing, output",
            prose=True,
            clauses=("MDCG-2020-1:4",),
            when=SOFTWARE,
        ),
    ] = ""

    market_status: Annotated[
        MarketStatus, Ask(label="Market status", group="History", clauses=("MDCG-2020-13:C",))
    ] = MarketStatus.UNSET
    previously_ce_marked: Annotated[
        YesNo,
        Ask(
            label="CE-marked before under the MDD or AIMDD",
            help="A legacy device in the sense of MDCG 2020-6.",
            clauses=("MDCG-2020-6:1.2", "MDR:61.6.a"),
        ),
    ] = YesNo.UNSET
    article_120: Annotated[
        YesNo,
        Ask(
            label="Placed on the market under Article 120",
            help="A legacy device in the sense of the transitional provisions.",
            clauses=("MDR:120",),
            when=LEGACY,
        ),
    ] = YesNo.UNSET
    article_120_detail: Annotated[
        str,
        Ask(
            label="Conditions of Article 120 and end date",
            prose=True,
            clauses=("MDR:120",),
            when=is_("device.article_120", "yes"),
        ),
    ] = ""
    directive_class: Annotated[
        str, Ask(label="Class under the directive", clauses=("MDR:120",), when=LEGACY)
    ] = ""
    first_marketed: Annotated[DateText, Ask(label="First placed on the market")] = ""
    listed_product: Annotated[
        str,
        Ask(
            label="Listed product",
            help="If the law lists this product by word (sutures, staples, screws and others): "
            "the word, and why it fits.",
            clauses=("MDR:61.6.b", "MDR:52.4", "MDR:18.3"),
            when=CLASS_III_OR_IMPLANTABLE,
        ),
    ] = ""
    xvi_group: Annotated[
        str, Ask(label="Annex XVI group", clauses=("MDR:61.9",), when=ANNEX_XVI)
    ] = ""
