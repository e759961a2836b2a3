"""Our rules with the packs that a house adds: found, read, and tried on their own cases."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cerwizard import assets
from cerwizard.dossier.dossier import Dossier
from cerwizard.errors import BadRuleError, UnknownPathError
from cerwizard.reckon.applies import applies
from cerwizard.rules import catalog
from cerwizard.rules.cases import day_of, dossier_of
from cerwizard.rules.catalog import Pack
from cerwizard.rules.engine import judge_by
from cerwizard.rules.rule import Case, Rule
from cerwizard.rules.rule_files import PACK_FILE

_ADD = "add a file such as HSE-01.toml beside its pack.toml."


def load(*named: str | Path) -> Pack:
    """Return our rules, with those of the folders or packs that are named.

    Raises:
        BadRuleError: a pack is not there, not well-formed, or does not do what its cases say;
            one sentence for each fault, a line each.
    """
    folders = dict.fromkeys(folder(name) for name in named)
    if not folders:
        return catalog.load()
    pack = catalog.load(assets.resources("rules"), *folders)
    told = [f"The pack {house.id} has no rule; {_ADD}" for house in pack.added if not house.rules]
    told += [said for house in pack.added for rule in house.rules for said in tried(rule)]
    if told:
        raise BadRuleError("\n".join(told))
    return pack


def folder(name: str | Path) -> Path:
    """Return the folder of a pack: one on the disk, or one that comes along, by its name."""
    path = Path(name).expanduser()
    if path.is_dir():
        return path.resolve()
    brought = {found.parent.name: found.parent for found in _brought_along()}
    if str(name) in brought:
        return brought[str(name)]
    also = f" Packs that come along: {', '.join(sorted(brought))}." if brought else ""
    raise BadRuleError(f"There is no folder “{name}” with rules.{also}")


def _brought_along() -> Iterable[Path]:
    return assets.resources("packs").glob(f"*/{PACK_FILE}")


def tried(rule: Rule) -> Iterator[str]:
    """Yield a sentence for each case of a rule in which it does not do what the case says."""
    for case in rule.cases:
        try:
            dossier = dossier_of(Dossier, case.given)
        except BadRuleError as error:
            yield f"{rule.code}.toml: case “{case.says}”: {error}"
        else:
            yield from _differs(rule, case, dossier)


def _differs(rule: Rule, case: Case, dossier: Dossier) -> Iterator[str]:
    found = judge_by(dossier, [rule], day_of(rule, case))
    spoken = sorted(finding.path for finding in found)
    if any(not finding.about for finding in found):
        yield f"{rule.code}.toml: the rule cannot be judged in the case “{case.says}”."
    elif spoken != sorted(case.expect):
        yield (
            f"{rule.code}.toml: in the case “{case.says}” the rule speaks {_at(spoken)}, but the "
            f"case expects it {_at(sorted(case.expect))}; {_way_out(case, spoken, dossier)}."
        )


def _way_out(case: Case, spoken: list[str], dossier: Dossier) -> str:
    for address in case.expect:
        if address not in spoken and _is_not_asked(dossier, address):
            return f"“{address}” is not asked there: give the answers on which that depends, too"
    return "mend the one or the other"


def _is_not_asked(dossier: Dossier, address: str) -> bool:
    try:
        return not applies(dossier, address)
    except (UnknownPathError, KeyError):
        return False


def _at(addresses: list[str]) -> str:
    return f"at {', '.join(addresses)}" if addresses else "nowhere"
