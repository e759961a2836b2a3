"""What we stand on: pinned, without addresses, explained, and with its licence told."""

import re
import tomllib
from pathlib import Path

import pytest

from tests import ROOT

FOLDER = ROOT / "packaging" / "requirements"
ADDRESS = re.compile(r"://|--(?:index|extra-index|find-links|trusted)|^-[if]\b", re.MULTILINE)
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def distribution(requirement: str) -> str:
    """Return the name of what is required, as package indexes compare names."""
    return re.split(r"[<>=!~\[; ]", requirement)[0].lower().replace("_", "-")


def wanted(name: str) -> set[str]:
    lines = (line.strip() for line in text(f"{name}.in").splitlines())
    return {distribution(line) for line in lines if line and line[0] not in "#-"}


def pinned(name: str) -> dict[str, str]:
    return dict(PIN.findall(text(f"{name}.txt")))


def text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_requirements_carry_no_address(path: Path):
    assert not ADDRESS.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["run", "dev"])
def test_everything_that_is_asked_for_is_pinned(name: str):
    assert wanted(name) <= pinned(name).keys()


@pytest.mark.parametrize("name", ["run", "dev"])
def test_every_pin_has_hashes(name: str):
    pins = re.split(r"\n(?=[a-z0-9])", text(f"{name}.txt").strip())
    assert not [pin for pin in pins if "--hash=sha256:" not in pin]


def test_what_runs_is_pinned_alike_for_those_who_work_on_it():
    assert pinned("run").items() <= pinned("dev").items()


def test_the_project_asks_for_what_is_pinned_to_run_and_to_build_it():
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
    assert {distribution(requirement) for requirement in asked} == wanted("run")


def test_each_thing_that_we_stand_on_has_its_line_in_contributing():
    told = (ROOT / "CONTRIBUTING.md").read_text("utf-8").lower()
    assert not {name for name in wanted("run") | wanted("dev") if f"| {name} |" not in told}


def test_everything_that_ships_is_in_the_notice():
    told = (ROOT / "NOTICE").read_text("utf-8").lower()
    only_for_building = {"hatchling", "packaging", "pathspec", "pluggy", "trove-classifiers"}
    assert not {name for name in pinned("run").keys() - only_for_building if name not in told}
