import json
from datetime import date
from pathlib import Path

import pytest

from cerwizard import settings
from cerwizard.dossier.dossier import Dossier
from cerwizard.dossier.waivers import Waiver
from cerwizard.rules import packs
from cerwizard.rules.catalog import Pack
from cerwizard.rules.engine import judge
from cerwizard.rules.finding import Finding, Severity
from cerwizard.session import Session
from cerwizard.store import dossier_file
from tests.rules import house

PACK = Pack("core", "1.2", date(2026, 11, 1), ())
WAIVER = Waiver(reason="Not for this device.", who="Ada", date="2026-05-01")


def finding(severity, step="document", waived=None, **more):
    given = {
        "code": "DOC-01",
        "name": "title-missing",
        "severity": severity,
        "step": step,
        "path": f"{step}.title",
        "message": "The report has no title.",
        "why": "Nobody knows what it is.",
        "fix": "Give it one.",
        "clauses": ("MDR:61.1",),
        "waived": waived,
    }
    return Finding(**given | more)


class Findings(list):
    """What every dossier is judged to have; `days` keeps by which days it was asked for."""

    def __init__(self):
        self.days = []

    def judge(self, dossier, pack, as_of):
        self.days.append(as_of)
        return tuple(self)


@pytest.fixture
def judged(monkeypatch):
    found = Findings()
    monkeypatch.setattr("cerwizard.rules.engine.judge", found.judge)
    monkeypatch.setattr(packs, "load", lambda *named: PACK)
    return found


@pytest.fixture
def few(tmp_path, monkeypatch):
    house.few_of_ours(tmp_path, monkeypatch)


@pytest.fixture
def a(at_home):
    path = at_home / "work" / "a.cerw"
    dossier_file.save(path, Dossier.model_validate({"document": {"date": "2026-05-31"}}))
    return path


def test_the_json_is_what_was_agreed(cer, a, judged):
    judged += [finding(Severity.BLOCKER), finding(Severity.NOTE, waived=WAIVER)]
    code, out, err = cer("check", "a.cerw", "--format", "json")
    plain = json.loads(out)
    assert (code, err) == (1, "")
    assert list(plain) == ["file", "as_of", "pack", "counts", "findings"]
    assert (plain["file"], plain["as_of"]) == ("a.cerw", "2026-05-31")
    assert plain["pack"] == "core 1.2 (2026-11-01)"
    assert plain["counts"] == {"blocker": 1, "major": 0, "minor": 0, "note": 0}
    first, second = plain["findings"]
    assert list(first) == [
        "code",
        "name",
        "severity",
        "step",
        "path",
        "message",
        "why",
        "fix",
        "clauses",
        "waived",
    ]
    assert first["clauses"][0]["id"] == "MDR:61.1"
    assert first["clauses"][0]["cite"]
    assert first["waived"] is None
    assert second["waived"] == {
        "reason": "Not for this device.",
        "who": "Ada",
        "date": "2026-05-01",
    }


def test_a_waiver_that_has_lapsed_is_told_beside_the_finding(cer, a, judged):
    judged.append(finding(Severity.MINOR, lapsed=WAIVER))
    _, out, _ = cer("check", "a.cerw", "--format", "json")
    (found,) = json.loads(out)["findings"]
    assert found["waived"] is None
    assert found["lapsed"]["who"] == "Ada"
    _, out, _ = cer("check", "a.cerw")
    assert out.startswith("a.cerw: 1 minor finding (as of")
    assert "the waiver by Ada on 2026-05-01 has lapsed" in out


def test_several_files_are_a_list(cer, a, judged):
    _, out, _ = cer("check", "a.cerw", "a.cerw", "--format", "json")
    assert [one["file"] for one in json.loads(out)] == ["a.cerw", "a.cerw"]


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_judged(cer, a, judged):
    Path("broken.cerw").write_text("{")
    code, out, _ = cer("check", "broken.cerw", "a.cerw", "gone.cerw", "--format", "json")
    broken, good, gone = json.loads(out)
    assert code == 2
    assert set(broken) == {"file", "error"}
    assert "“gone.cerw” cannot be opened" in gone["error"]
    assert good["findings"] == []


def test_a_file_that_cannot_be_read_is_said_on_standard_error(cer, a, judged):
    code, out, err = cer("check", "gone.cerw", "a.cerw")
    assert code == 2
    assert "a.cerw: nothing found" in out
    assert err.startswith("“gone.cerw” cannot be opened")
    assert err.count("\n") == 1


GRAVITIES = ["blocker", "major", "minor", "note"]


@pytest.mark.parametrize("fail_on", ["blocker", "major", "minor", "never"])
@pytest.mark.parametrize("worst", GRAVITIES)
def test_the_answer_is_no_from_the_gravity_that_is_asked_for(cer, a, judged, worst, fail_on):
    judged.append(finding(Severity(worst)))
    code, _, _ = cer("check", "a.cerw", "--fail-on", fail_on)
    grave = fail_on != "never" and GRAVITIES.index(worst) <= GRAVITIES.index(fail_on)
    assert code == int(grave)


def test_a_waived_finding_is_shown_but_does_not_count(cer, a, judged):
    judged.append(finding(Severity.BLOCKER, waived=WAIVER))
    code, out, _ = cer("check", "a.cerw")
    assert code == 0
    assert out.startswith("a.cerw: nothing found; 1 waived, among them 1 blocker (as of")
    assert "waived by Ada on 2026-05-01: Not for this device." in out


def test_the_text_names_place_reason_cure_and_clause(cer, a, judged):
    judged += [finding(Severity.BLOCKER), finding(Severity.MINOR, "device", path="device.name")]
    _, out, _ = cer("check", "a.cerw")
    first, *rest = out.splitlines()
    assert first == "a.cerw: 1 blocker, 1 minor finding (as of 2026-05-31, core 1.2 (2026-11-01))"
    text = "\n".join(rest)
    for said in (
        "\nDocument and parties\n  blocker  DOC-01  The report has no title.",
        "at    Document and parties › Title of the report",
        "why   Nobody knows what it is.",
        "mend  Give it one.",
        "see   MDR",
        "\nDevice\n  minor ",
    ):
        assert said in text


def test_a_step_shows_only_its_findings_and_answers_for_them_only(cer, a, judged):
    judged += [finding(Severity.BLOCKER, "device"), finding(Severity.NOTE)]
    code, out, _ = cer("check", "a.cerw", "--step", "document", "--format", "json")
    assert code == 0
    assert [f["step"] for f in json.loads(out)["findings"]] == ["document"]


def test_a_step_that_is_none_names_those_that_are(cer, a, judged):
    code, _, err = cer("check", "a.cerw", "--step", "colour")
    assert code == 2
    assert err.startswith("There is no step “colour”; the steps are: document, device, ")


def test_the_day_is_the_document_s_unless_another_is_asked_for(cer, a, judged, at_home):
    dossier_file.save(at_home / "work" / "b.cerw", Dossier())
    cer("check", "a.cerw")
    cer("check", "a.cerw", "--as-of", "2030-01-01")
    cer("check", "b.cerw")
    assert judged.days[:2] == [date(2026, 5, 31), date(2030, 1, 1)]
    assert judged.days[2] >= date(2026, 1, 1)


def test_what_was_mended_on_reading_is_said(cer, judged):
    Path("m.json").write_text('{"schema_version": 1, "literature": {"references": [{}]}}')
    _, out, _ = cer("check", "m.json")
    assert "rows without an id of their own got one: 1." in out


def named(monkeypatch, cer, *words):
    """Return the packs by which a call of `check` judges."""
    asked = []
    monkeypatch.setattr(packs, "load", lambda *named: asked.extend(named) or PACK)
    cer("check", "a.cerw", *words)
    return asked


def test_the_rules_of_several_folders_may_be_added(cer, a, monkeypatch):
    assert named(monkeypatch, cer, "--rules", "house", "--rules", "more") == ["house", "more"]


def test_else_the_folders_in_the_settings_are(cer, a, monkeypatch):
    settings.save(settings.Settings(rule_folders=("/srv/house",)))
    assert named(monkeypatch, cer) == ["/srv/house"]
    assert named(monkeypatch, cer, "--rules", "house") == ["house"]


def test_a_folder_in_the_settings_that_is_gone_is_told_with_where_it_is_named(cer, a):
    settings.save(settings.Settings(rule_folders=("/srv/house",)))
    code, _, err = cer("check", "a.cerw")
    assert code == 2
    assert "There is no folder “/srv/house”" in err
    assert "rule_folders" in err


def test_the_day_and_every_pack_with_its_version_and_date_are_printed(cer, a, few):
    about = 'about = "Not law."\n'
    house.write(Path("house"), pack=house.PACK + about)
    given = ("check", "a.cerw", "--rules", "house", "--as-of", "2026-08-01")
    _, out, _ = cer(*given)
    first, second, *_ = out.splitlines()
    ours = packs.load().dated
    assert first.endswith(f"(as of 2026-08-01, {ours} + house 3 (2026-07-01))")
    assert second == "house: Not law."
    _, out, _ = cer(*given, "--format", "json")
    plain = json.loads(out)
    assert (plain["as_of"], plain["pack"]) == ("2026-08-01", f"{ours} + house 3 (2026-07-01)")


def test_a_waiver_in_the_file_counts_until_it_lapses(cer, few):
    house.write(Path("house"))
    session = Session(Dossier(), who="Ada")
    session.set("device.name", "Foam")
    (found,) = (f for f in judged_by_house(session) if f.code == "HSE-01")
    session.waive(found, "It is called that.")
    dossier_file.save(Path("b.cerw"), session.dossier)
    assert house_finding(cer, "b.cerw")["waived"]["reason"] == "It is called that."
    session.set("device.name", "Foams")
    dossier_file.save(Path("c.cerw"), session.dossier)
    assert house_finding(cer, "c.cerw")["lapsed"]["reason"] == "It is called that."


def judged_by_house(session):
    return judge(session.dossier, packs.load("house"), date(2026, 8, 1))


def house_finding(cer, file):
    words = ("--rules", "house", "--format", "json", "--as-of", "2026-08-01")
    _, out, _ = cer("check", file, *words)
    return next(f for f in json.loads(out)["findings"] if f["code"] == "HSE-01")


def test_a_folder_without_rules_is_said(cer, a):
    Path("house").mkdir()
    code, _, err = cer("check", "a.cerw", "--rules", "house")
    assert code == 2
    assert "house" in err


def test_an_empty_dossier_is_judged_by_the_real_rules(cer):
    cer("new", "empty.cerw")
    code, out, _ = cer("check", "empty.cerw", "--format", "json")
    plain = json.loads(out)
    assert code == 1
    assert plain["counts"]["blocker"] > 0
    assert all(f["why"] and f["fix"] and f["clauses"] for f in plain["findings"])
