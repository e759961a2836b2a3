"""About names what the program really stands on."""

import tomllib
from pathlib import Path

from cerwizard.gui.components import components

ROOT = Path(__file__).resolve().parents[2]


def test_every_library_that_we_require_is_named_with_version_and_licence():
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    required = {line.partition(">")[0].lower() for line in said["project"]["dependencies"]}
    found = {one.name.lower().replace("_", "-"): one for one in components()}
    assert required <= found.keys()
    assert all(one.version and one.licence for one in found.values())


def test_what_these_require_is_named_too():
    assert {"shiboken6", "pydantic_core"} <= {one.name.lower() for one in components()}


def test_a_library_is_named_once():
    names = [one.name for one in components()]
    assert len(names) == len(set(names))


def test_nothing_is_named_that_we_do_not_require():
    assert not {"pytest", "filelock", "email-validator"} & {one.name for one in components()}
