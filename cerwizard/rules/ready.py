"""Makes the rules ready for a model: paths resolved, words checked, conditions into tests."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from cerwizard.dossier.applies import field_applies, record_applies
from cerwizard.dossier.conditions import Condition
from cerwizard.dossier.fields import every_field
from cerwizard.dossier.holds import Compiler
from cerwizard.dossier.judged import Fixed, Judged, Known, all_hold
from cerwizard.dossier.reach import REFERENCES, resolve, scope_at
from cerwizard.dossier.routes import Each, Route, Scope
from cerwizard.errors import BadRuleError
from cerwizard.rules import lint_units, reading
from cerwizard.rules.checks import CHECKS
from cerwizard.rules.lints import lints
from cerwizard.rules.messages import message
from cerwizard.rules.rule import EVERYWHERE, Rule, RuleKind
from cerwizard.rules.units import Unit


def units(rule: Rule, compiler: Compiler) -> tuple[Unit, ...]:
    """Return what is judged for a rule; BadRuleError or UnknownPathError if it cannot be."""
    if rule.at == EVERYWHERE:
        return tuple(_everywhere(rule, compiler))
    scope = scope_at(compiler.root, rule.at)
    _kind_fits(rule)
    _field_fits(rule, scope)
    unit = _made(rule, compiler, scope)
    if rule.kind is not RuleKind.WHOLE:
        _keeps_up(unit)
    return (unit,)


def _made(rule: Rule, compiler: Compiler, scope: Scope) -> Unit:
    lint = lints().get(rule.check)
    if lint is not None:
        return lint_units.on_record(rule, lint, compiler, _beforehand(rule, compiler, scope), scope)
    return _looking(rule, compiler, scope) if rule.check else _asking(rule, compiler, scope)


def _kind_fits(rule: Rule) -> None:
    if rule.kind is RuleKind.TALLY and "[*]" in rule.at:
        raise BadRuleError("A rule of kind tally has a section as its “at”, not rows.")


def _field_fits(rule: Rule, scope: Scope) -> None:
    if rule.field and rule.field not in scope.model.model_fields:
        known = list(scope.model.model_fields)
        raise BadRuleError(reading.unknown(f"a field of “{rule.at}”", rule.field, known))


def _keeps_up(unit: Unit) -> None:
    for route in _scans(unit.reads, unit.needs):
        raise BadRuleError(
            f"“{route.text}” goes through a whole list for every record; write it with any, "
            "every, none or a count on the list itself, or make the rule kind = “whole”."
        )


def _scans(reads: Iterable[Route], needs: Iterable[Known]) -> Iterator[Route]:
    for route in reads:
        if route.up is None and any(isinstance(hop, Each) for hop in route.hops):
            yield route
    for known in needs:
        yield from _scans(known.reads if isinstance(known, Fixed) else (), known.needs)


def _asking(rule: Rule, compiler: Compiler, scope: Scope) -> Unit:
    unit = _unit(rule, compiler, scope, rule.field, _beforehand(rule, compiler, scope))
    return replace(unit, require=compiler.all_of(rule.require, scope))


def _looking(rule: Rule, compiler: Compiler, scope: Scope) -> Unit:
    if rule.check not in CHECKS:
        raise BadRuleError(reading.unknown("a check", rule.check, sorted([*CHECKS, *lints()])))
    check = CHECKS[rule.check]
    unit = _unit(rule, compiler, scope, rule.field, _beforehand(rule, compiler, scope))
    looks = tuple(resolve(compiler.root, scope, path) for path in check.reads)
    return replace(unit, find=check.find, looks=looks)


def _unit(
    rule: Rule, compiler: Compiler, scope: Scope, field: str, before: tuple[Judged, Judged]
) -> Unit:
    gate, applies = before
    said = message(compiler, scope, rule.message)
    return Unit(
        rule=rule, pattern=scope.pattern, field=field, message=said, gate=gate, applies=applies
    )


def _beforehand(rule: Rule, compiler: Compiler, scope: Scope) -> tuple[Judged, Judged]:
    if rule.field:
        asked = field_applies(compiler, scope, rule.field)
    else:
        asked = record_applies(compiler, scope)
    return _parted([asked, *(compiler.judged(c, scope) for c in rule.when)])


def _parted(parts: list[Judged]) -> tuple[Judged, Judged]:
    """Return apart what is the same for all records and what is not."""
    same = [part for part in parts if part.free]
    return all_hold(same), all_hold([part for part in parts if not part.free])


# Rules that look at every field of the model


def _everywhere(rule: Rule, compiler: Compiler) -> Iterator[Unit]:
    lint = lints().get(rule.check)
    if lint is not None:
        yield from lint_units.everywhere(rule, lint, compiler)
        return
    if rule.check not in _EVERYWHERE:
        known = sorted([*_EVERYWHERE, *lints()])
        raise BadRuleError(reading.unknown("a check that looks everywhere", rule.check, known))
    yield from _EVERYWHERE[rule.check](rule, compiler)


def _references(rule: Rule, compiler: Compiler) -> Iterator[Unit]:
    for scope, asked in every_field(compiler.root):
        if asked.kind in REFERENCES:
            here = scope_at(compiler.root, scope.pattern)
            before = _parted([field_applies(compiler, here, asked.name)])
            resolves = Condition("resolves", f".{asked.name}", True)
            unit = _unit(rule, compiler, here, asked.name, before)
            yield replace(unit, require=compiler.judged(resolves, here))


def _kept_answers(rule: Rule, compiler: Compiler) -> Iterator[Unit]:
    for scope, asked in every_field(compiler.root):
        if asked.ask.when is not None:
            here = scope_at(compiler.root, scope.pattern)
            filled = compiler.judged(Condition("filled", f".{asked.name}", True), here)
            before = _parted([record_applies(compiler, here), filled])
            unit = _unit(rule, compiler, here, asked.name, before)
            yield replace(unit, require=compiler.judged(asked.ask.when, here))


_EVERYWHERE: dict[str, Callable[[Rule, Compiler], Iterator[Unit]]] = {
    "reference-dangles": _references,
    "answer-kept": _kept_answers,
}
