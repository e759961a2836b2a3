"""What the law asks of the device under evaluation, worked out from class and properties."""

from collections.abc import Callable
from datetime import date

from cerwizard.dossier.device_choices import DeviceClass
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.plan import ExemptionCase
from cerwizard.law import rhythms
from cerwizard.reckon.device_facts import CLASS, IMPLANTABLE, DeviceFacts, facts, said
from cerwizard.reckon.duty import Answer, Duty, undecided
from cerwizard.reckon.transition import transition

_BOTH = (CLASS, IMPLANTABLE)


def duties(dossier: Dossier, as_of: date) -> tuple[Duty, ...]:
    """Return every duty of “what applies to your device”, decided or still open."""
    known = facts(dossier)
    made = [make(dossier, known) for make in _MAKERS]
    legacy = transition(dossier, known, as_of)
    return tuple(made) if legacy is None else (*made, legacy)


def notified_body(dossier: Dossier, known: DeviceFacts) -> Duty:
    """Whether a notified body takes part in conformity assessment (Article 52)."""
    name, clauses = "Notified body", ("MDR:52",)
    rests_on = (CLASS, "device.sterile", "device.measuring", "device.reusable_surgical_instrument")
    if known.notified_body is None:
        return undecided(name, clauses, rests_on)
    if not known.notified_body:
        because = "Class I, not sterile, no measuring function, not a reusable instrument."
        return Duty(name, Answer.NO, "None takes part.", because, rests_on, clauses)
    if dossier.device.device_class is DeviceClass.I:
        says = "Takes part for sterility, measuring function or reuse only."
        return Duty(name, Answer.YES, says, "Class I with such a property.", rests_on, clauses)
    because = f"The device is class {known.device_class}."
    return Duty(name, Answer.YES, "Assesses the clinical evaluation.", because, rests_on, clauses)


def investigation(dossier: Dossier, known: DeviceFacts) -> Duty:
    """Whether clinical investigations have to be performed (Article 61(4) to (6))."""
    name, clauses = "Duty to investigate", ("MDR:61.4", "MDR:61.5", "MDR:61.6", "MDCG-2023-7:1")
    if known.third_or_implant is None:
        return undecided(name, clauses)
    if not known.third_or_implant:
        because = "Neither class III nor implantable. The evidence must still be sufficient."
        return Duty(name, Answer.NO, "No investigation by law.", because, _BOTH, ("MDR:61.1",))
    rests_on = (*_BOTH, "plan.exemption")
    because = _strict(known)
    return Duty(name, Answer.YES, _exemption(dossier.plan.exemption), because, rests_on, clauses)


def _exemption(case: ExemptionCase) -> str:
    if case is ExemptionCase.UNSET:
        return "Needed, unless one of the four exemption cases applies: choose in the plan."
    if case is ExemptionCase.NONE:
        return "Needed: no exemption is claimed."
    return f"{case.label}."


def non_clinical(dossier: Dossier, known: DeviceFacts) -> Duty:
    """Whether Article 61(10) is open to the device."""
    name, clauses = "Article 61(10), non-clinical data alone", ("MDR:61.10", "MDCG-2020-6:4")
    if known.third_or_implant is None:
        return undecided(name, clauses)
    if known.third_or_implant:
        because = _strict(known)
        return Duty(name, Answer.NO, "Barred.", because, _BOTH, clauses)
    says = "Open in exceptional cases, with a justification for each GSPR."
    because = "Neither class III nor implantable."
    return Duty(name, Answer.YES, says, because, _BOTH, clauses)


def consultation(dossier: Dossier, known: DeviceFacts) -> Duty:
    """Whether the clinical evaluation consultation procedure applies (Article 54)."""
    name, clauses = "Consultation of an expert panel", ("MDR:54.1", "MDR:54.2")
    rests_on = (*_BOTH, "device.administers_medicine")
    pump = said(dossier.device.administers_medicine)
    if known.device_class == DeviceClass.III and known.implantable:
        because = "Class III implantable."
    elif known.device_class == DeviceClass.IIB and pump:
        because = "Class IIb, active, administers or removes a medicinal substance (Rule 12)."
    elif known.known:
        because = "Neither a class III implant nor a Rule 12 device for medicinal substances."
        return Duty(name, Answer.NO, "Not in scope.", because, rests_on, clauses)
    else:
        return undecided(name, clauses, rests_on)
    says = "In scope, unless an exemption of Article 54(2) applies."
    return Duty(name, Answer.YES, says, because, rests_on, clauses)


def summary(dossier: Dossier, known: DeviceFacts) -> Duty:
    """Whether a summary of safety and clinical performance is needed (Article 32)."""
    name, clauses = "SSCP", ("MDR:32",)
    if known.third_or_implant is None:
        return undecided(name, clauses)
    if known.third_or_implant:
        because = _strict(known)
        return Duty(name, Answer.YES, "Needed; reviewed every year.", because, _BOTH, clauses)
    because = "Neither class III nor implantable. Say so in the report."
    return Duty(name, Answer.NO, "Not needed.", because, _BOTH, clauses)


def safety_report(dossier: Dossier, known: DeviceFacts) -> Duty:
    """Which periodic safety report is due, and how often (Articles 85 and 86)."""
    name = "Periodic safety report"
    rhythm = rhythms.load().safety_report_of(
        known.device_class, implantable=bool(known.implantable)
    )
    if rhythm is None or not known.known:
        return undecided(name, ("MDR:85", "MDR:86.1"))
    often = f"at least every {rhythm.months} months" if rhythm.months else "when necessary"
    because = f"{_kind(known)}. To the notified body: {rhythm.to_notified_body}."
    return Duty(name, Answer.YES, f"{rhythm.report}, {often}.", because, _BOTH, rhythm.clauses)


def update(dossier: Dossier, known: DeviceFacts) -> Duty:
    """How often this report is usually updated; no law sets a number."""
    name = "Update of this report"
    rhythm = rhythms.load().evaluation_of(known.device_class, implantable=bool(known.implantable))
    if rhythm is None or not known.known:
        return undecided(name, ("MDR:61.11",))
    because = f"{_kind(known)}. Practice, not law: the number is yours, with a reason."
    says = f"Usually every {rhythm.months} months, and at any new finding."
    return Duty(name, Answer.YES, says, because, _BOTH, rhythm.clauses)


def follow_up(dossier: Dossier, known: DeviceFacts) -> Duty:
    """Whether PMCF is needed, and how often it is reported (Annex XIV Part B)."""
    name, clauses = "PMCF", ("MDR:XIV.B.5", "MDR:III.1.1.b", "MDR:61.11")
    rests_on = (*_BOTH, "plan.exemption")
    if dossier.plan.exemption in (ExemptionCase.CASE_1, ExemptionCase.CASE_4):
        says = "A post-market clinical study is required."
        because = f"{dossier.plan.exemption.label}."
        return Duty(name, Answer.YES, says, because, rests_on, ("MDR:61.4", *clauses))
    says = "A plan, or a justification for none."
    because = "Every device, whatever its class."
    if known.third_or_implant:
        says = "A plan, and an evaluation report at least every 12 months."
        because = _strict(known)
    return Duty(name, Answer.YES, says, because, rests_on, clauses)


def implant_card(dossier: Dossier, known: DeviceFacts) -> Duty:
    """Whether an implant card accompanies the device (Article 18)."""
    name, clauses = "Implant card", ("MDR:18", "MDR:18.3")
    if known.implantable is None:
        return undecided(name, clauses, (IMPLANTABLE,))
    if not known.implantable:
        because = "The device is not implantable."
        return Duty(name, Answer.NO, "Not needed.", because, (IMPLANTABLE,), clauses)
    says = "Needed, unless Article 18(3) lists the product."
    return Duty(name, Answer.YES, says, "The device is implantable.", (IMPLANTABLE,), clauses)


def _strict(known: DeviceFacts) -> str:
    """Say which of the two properties makes the stricter rules apply."""
    third = known.device_class == DeviceClass.III
    if third and known.implantable:
        return "The device is class III and implantable."
    return "The device is class III." if third else "The device is implantable."


def _kind(known: DeviceFacts) -> str:
    return f"Class {known.device_class}, {'' if known.implantable else 'not '}implantable"


_MAKERS: tuple[Callable[[Dossier, DeviceFacts], Duty], ...] = (
    notified_body,
    investigation,
    non_clinical,
    consultation,
    summary,
    safety_report,
    update,
    follow_up,
    implant_card,
)
