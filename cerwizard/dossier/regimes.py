"""The conditions that recur in the dossier: when a question of the Regulation arises at all."""

from cerwizard.dossier.conditions import both, either, is_, no

CLASS_III_OR_IMPLANTABLE = either(
    is_("device.device_class", "III"), is_("device.implantable", "yes")
)
NOTIFIED_BODY = either(
    is_("device.device_class", "IIa", "IIb", "III"),
    is_("device.sterile", "yes"),
    is_("device.measuring", "yes"),
    is_("device.reusable_surgical_instrument", "yes"),
)
SOFTWARE = is_("device.software", "yes")
ANNEX_XVI = is_("device.annex_xvi", "yes")
NOT_ANNEX_XVI = no(ANNEX_XVI)
ON_THE_MARKET = is_("device.market_status", "mdr", "legacy", "class_one")
LEGACY = is_("device.previously_ce_marked", "yes")
ARTICLE_120 = is_("device.article_120", "yes")
EQUIVALENCE = is_("equivalence.claimed", "yes")
NON_CLINICAL_ROUTE = is_("plan.route", "non_clinical", "mixed")
SPECIAL_COMPONENT = either(
    is_("device.medicinal_substance", "yes"),
    is_("device.animal_tissue", "yes"),
    is_("device.human_tissue", "yes"),
)
CONTACTS_BODY = is_("populations.contact", "skin", "mucosa", "breached", "blood", "tissue", "fluid")
PMCF_PLANNED = is_("pmcf.planned", "yes")
NO_PMCF = is_("pmcf.planned", "no")
MEDICINE_PUMP = both(is_("device.device_class", "IIb"), is_("device.administers_medicine", "yes"))
VOLUNTARY_ADVICE = either(is_("device.device_class", "III"), MEDICINE_PUMP)
CONSULTATION = either(
    both(is_("device.device_class", "III"), is_("device.implantable", "yes")), MEDICINE_PUMP
)
