import json
from pathlib import Path

import pytest

from cerwizard import settings
from cerwizard.dossier.dossier import Dossier
from cerwizard.store import dossier_file, history, lock

GOOD = "TY  - JOUR\nID  - F1\nTI  - A study of foam\nDO  - 10.1234/a\nER  - \n"
MORE = "TY  - JOUR\nTI  - Another study\nER  - \n"
BAD = "TY  - JOUR\nAU  - Nobody\nER  - \n"


@pytest.fixture
def a(at_home):
    path = at_home / "work" / "a.cerw"
    dossier_file.save(path, Dossier(), members={"attachments/x": b"1"})
    return path


def ris(name, text):
    Path(name).write_text(text, encoding="utf-8")
    return name


def titles(path):
    return [r.title for r in dossier_file.load(path).dossier.literature.references]


def test_references_come_in_with_an_audit_line_each(cer, a):
    code, out, err = cer("import", a, ris("r.ris", GOOD + MORE))
    assert (code, err) == (0, "")
    assert "2 records, 2 came in, 0 duplicates, 0 refused" in out
    opened = dossier_file.load(a)
    assert titles(a) == ["A study of foam", "Another study"]
    assert [line.kind for line in opened.history] == ["add", "add"]
    assert {line.reason for line in opened.history} == {"Import of 2 references from r.ris"}
    assert history.verify(opened.lines).whole
    assert opened.others == ("attachments/x",)


def test_the_json_is_what_was_agreed(cer, a):
    code, out, _ = cer("import", a, ris("r.ris", GOOD + GOOD + BAD + MORE), "--json")
    assert code == 1
    assert json.loads(out) == {
        "file": "r.ris",
        "format": "RIS",
        "encoding": "UTF-8",
        "records": 4,
        "imported": 2,
        "duplicates": 1,
        "refused": [
            {
                "at": "line 11",
                "why": "The record has neither a title nor a DOI nor a PubMed number.",
            }
        ],
    }


def test_several_files_are_a_list_and_know_of_each_other(cer, a):
    _, out, _ = cer("import", a, ris("r.ris", GOOD), ris("s.ris", GOOD + MORE), "--json")
    assert [(one["imported"], one["duplicates"]) for one in json.loads(out)] == [(1, 0), (1, 1)]


def test_an_empty_file_has_no_records_and_that_is_fine(cer, a):
    before = a.read_bytes()
    code, out, _ = cer("import", a, ris("r.ris", ""), "--json")
    assert code == 0
    assert json.loads(out)["records"] == 0
    assert a.read_bytes() == before


def test_good_records_come_in_though_others_are_refused(cer, a):
    code, out, _ = cer("import", a, ris("r.ris", BAD + GOOD))
    assert code == 1
    assert "  line 1: The record has neither" in out
    assert titles(a) == ["A study of foam"]


def test_a_duplicate_is_named_with_what_it_repeats(cer, a):
    _, out, _ = cer("import", a, ris("r.ris", GOOD + GOOD))
    assert "  line 6: a duplicate of F1 A study of foam (same DOI)." in out


def test_a_file_that_cannot_be_read_does_not_keep_the_others_out(cer, a):
    code, out, err = cer("import", a, "gone.ris", ris("r.ris", GOOD))
    assert code == 2
    assert err.startswith("“gone.ris” cannot be opened")
    assert "r.ris" in out
    assert titles(a) == ["A study of foam"]


def test_a_dry_run_changes_nothing_and_needs_no_lock(cer, a):
    before = a.read_bytes()
    with lock.take(a, "Grace"):
        code, out, _ = cer("import", a, ris("r.ris", GOOD), "--dry-run")
    assert code == 0
    assert "1 would come in" in out
    assert a.read_bytes() == before


def test_a_dossier_that_somebody_has_open_is_let_alone(cer, a):
    with lock.take(a, "Grace"):
        code, out, err = cer("import", a, ris("r.ris", GOOD))
        assert (code, out) == (2, "")
        assert err.startswith("“a.cerw” is open with Grace on ")
        assert cer("import", a, "r.ris", "--take-lock")[0] == 0
    assert titles(a) == ["A study of foam"]


def test_the_lock_is_given_back_whatever_happens(cer, a, at_home):
    cer("import", a, ris("r.ris", GOOD))
    cer("import", a, "gone.ris")
    Path("b.cerw").write_text("{")
    cer("import", "b.cerw", "r.ris")
    assert not list((at_home / "work").glob(".*"))


def test_the_audit_lines_name_the_writer(cer, a):
    settings.save(settings.Settings(who="Ada"))
    cer("import", a, ris("r.ris", GOOD))
    assert dossier_file.load(a).history[0].who == "Ada"


def test_without_a_name_the_lines_name_the_login(cer, a):
    cer("import", a, ris("r.ris", GOOD))
    assert dossier_file.load(a).history[0].who == lock.myself().user


def test_a_bare_json_dossier_cannot_be_imported_into(cer):
    Path("d.json").write_text('{"schema_version": 1}')
    code, _, err = cer("import", "d.json", ris("r.ris", GOOD))
    assert code == 2
    assert "saved as .cerw" in err


def test_a_file_that_is_no_dossier_is_said(cer):
    code, out, err = cer("import", "gone.cerw", ris("r.ris", GOOD))
    assert (code, out) == (2, "")
    assert "cannot be opened" in err
