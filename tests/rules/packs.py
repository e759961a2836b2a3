"""Rules for the small dossier that between them use every word and every kind of path."""

from datetime import date

from cerwizard.rules.catalog import Pack
from cerwizard.rules.rule import Rule

DAY = date(2026, 7, 1)


def rule(code="TST-01", **given):
    """Return a rule with what a test does not care about filled in."""
    usual = {
        "code": code,
        "name": code.lower(),
        "severity": "major",
        "clauses": ["MDR:61.1"],
        "kind": "record",
        "at": "device",
        "message": "Something is wrong.",
        "why": "It matters.",
        "fix": "Mend it.",
        "since": "1",
        "cases": [
            {"says": "speaks", "given": {}, "expect": ["device"]},
            {"says": "silent", "given": {}, "expect": []},
        ],
    }
    if "check" not in given:
        usual["require"] = [c(".name", filled=True)]
    return Rule.model_validate(usual | given)


def pack(*rules):
    return Pack("test", "1", DAY, tuple(rules))


def c(path, **words):
    return {"path": path, **words}


BENEFIT, EVIDENCE, LINE = "benefits.items[*]", "evidence.items[*]", "equivalence.devices[*].rows[*]"

_SAID = (
    (BENEFIT, [c(".text", filled=True)], {"field": "text"}),
    (BENEFIT, [c(".text", min_words=2)], {"message": "“{=record}” is short: {.text}."}),
    (BENEFIT, [c(".code", unique=True)], {"field": "code"}),
    (
        BENEFIT,
        [c(".validity", filled=True)],
        {"field": "validity", "message": "{=field} of {.code}."},
    ),
    (BENEFIT, [c(".measure", at_least=1)], {"when": [c(".measure", filled=True)]}),
    (BENEFIT, [c(".measure", at_most_path="device.limit")], {}),
    (
        BENEFIT,
        [c(".evidence_ids->kind", one_of=["trial"])],
        {"message": "“{.evidence_ids->code}”."},
    ),
    (BENEFIT, [c(".evidence_ids", every=[c(".kind", is_not="qms")])], {}),
    (BENEFIT, [c("<-evidence.items.benefit_ids", count_at_least=1)], {"severity": "blocker"}),
    (BENEFIT, [c("<-evidence.items.benefit_ids->kind", none_of=["bench"])], {}),
    (BENEFIT, [c("<-evidence.items.benefit_ids->base_id->kind", is_not="bench")], {}),
    (BENEFIT, [c("<-evidence.items.benefit_ids", none=[c(".sample", below=5)])], {}),
    (BENEFIT, [c(".evidence_ids<-equivalence.devices.rows.evidence_ids", filled=False)], {}),
    (BENEFIT, [c(".evidence_ids", shares_with="evidence.main_ids")], {}),
    (BENEFIT, [c(".evidence_ids", any=[c(".benefit_ids", shares_with="..id")])], {}),
    (BENEFIT, [c(".text", mentions=["certificat*"])], {"when": [{"fact": "high", "is": "yes"}]}),
    (BENEFIT, [c(".text", filled=True)], {"when": [{"fact": "crowded", "is": "yes"}]}),
    (
        BENEFIT,
        [c(".code", filled=True)],
        {"when": [c("evidence.items[*]", any=[c(".kind", **{"is": "qms"})])]},
    ),
    (BENEFIT, [c(".text", filled=True)], {"when": [{"fact": "brittle", "is": "yes"}]}),
    (EVIDENCE, [{"fact": "brittle", "is": "yes"}], {"when": [c(".code", filled=True)]}),
    (EVIDENCE, [c(".date", not_after="device.date")], {"message": "{.date} of {=record} is late."}),
    (EVIDENCE, [c(".date", not_before="=as_of", months=-12)], {}),
    (EVIDENCE, [c(".date", not_after="=report_date")], {"message": "Later than {=report_date}."}),
    (EVIDENCE, [c(".base_id->date", not_after=".date")], {}),
    (EVIDENCE, [c(".base_id->base_id->sample", count_at_most=0)], {}),
    (EVIDENCE, [c(".kind", within=".kinds")], {}),
    (EVIDENCE, [c(".benefit_ids", resolves=True)], {"field": "benefit_ids"}),
    (EVIDENCE, [c(".words", mentions=["safe"])], {"when": [c(".words", count_at_least=2)]}),
    (
        EVIDENCE,
        [{"any_of": [c(".sample", above=5), {"not": c("device.device_class", **{"is": "III"})}]}],
        {},
    ),
    (
        EVIDENCE,
        [c("<-evidence.items.base_id", every=[c(".kind", same_as="..kind")], or_none=True)],
        {},
    ),
    (LINE, [c(".why", filled=True)], {"field": "why"}),
    (LINE, [c("..withdrawn", filled=True)], {}),
    (LINE, [c("...claimed", **{"is": "yes"}), c(".evidence_ids->kind", none_of=["qms"])], {}),
    ("equivalence.devices[*]", [c(".rows[*]", every=[c(".same", filled=True)])], {}),
    ("equivalence.devices[*]", [c(".rows[*].evidence_ids->kind", is_not="bench")], {}),
    (
        "equivalence.devices[*]",
        [c(".rows[*]", count_at_least=2, where=[c(".name", differs_from="..name")])],
        {},
    ),
    ("equivalence", [c(".devices", filled=True)], {"field": "devices"}),
    (
        "device",
        [c(".name", filled=True), c(".limit", above=0)],
        {"message": "{=record} lacks {=field}."},
    ),
)

_TALLIED = (
    ("evidence", [c("evidence.items[*]", any=[c(".kind", **{"is": "trial"})])], {"field": "items"}),
    ("evidence", [c("evidence.items[*]", every=[c(".sample", filled=True)], or_none=True)], {}),
    (
        "evidence",
        [c("evidence.items[*]", none=[c(".benefit_ids->surrogate", **{"is": "yes"})])],
        {},
    ),
    (
        "evidence",
        [c("evidence.items[*]", where=[c(".kind", **{"is": "bench"})], count_at_most=1)],
        {},
    ),
    ("evidence", [c("evidence.items[*].sample", above=5)], {}),
    ("benefits", [c(".items", answered=True)], {"field": "items"}),
    ("benefits", [c("equivalence.devices[*].rows[*]", none=[c(".same", **{"is": "no"})])], {}),
    (
        "benefits",
        [c("benefits.items[*]", any=[c("<-evidence.items.benefit_ids", filled=True)])],
        {},
    ),
    (
        "evidence",
        [c(".main_ids->kind", is_not="qms")],
        {"field": "main_ids", "message": "{.main_ids}."},
    ),
)

_WHOLE = (
    (
        "benefits.items[*]",
        [
            c("evidence.items[*].code", count_at_least=1),
            c(".code", within="evidence.items[*].code"),
        ],
        {},
    ),
    (
        "evidence",
        [
            c(
                "evidence.items[*]",
                every=[c("benefits.items[*]", any=[c(".code", same_as="..code")])],
            )
        ],
        {},
    ),
)


def every_rule():
    """Return all of them, with codes in turn."""
    made = []
    for kind, some in (("record", _SAID), ("tally", _TALLIED), ("whole", _WHOLE)):
        for at, require, more in some:
            made.append(rule(f"TST-{len(made):02}", kind=kind, at=at, require=require, **more))
    made.append(rule("TST-90", at="*", check="reference-dangles", message="{=field} dangles."))
    made.append(rule("TST-91", at="*", check="answer-kept", message="{=field} kept in {=record}."))
    return made
