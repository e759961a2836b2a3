"""What README.md and CONTRIBUTING.md promise is there."""

import re
import subprocess
import sys

import pytest

from tests import ROOT

HANDBOOKS = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")

handbooks = pytest.mark.parametrize("name", HANDBOOKS)


@handbooks
def test_a_link_leads_to_a_file(name: str):
    links = re.findall(r"\]\(([^)#]+)\)", HANDBOOKS[name])
    assert not [link for link in links if "://" not in link and not (ROOT / link).exists()]


@handbooks
def test_a_place_that_is_named_exists(name: str):
    quoted = re.findall(r"`([\w./-]+/[\w./-]*|[\w.-]+\.(?:md|toml|py|sh))`", HANDBOOKS[name])
    tracked = [place for place in quoted if not place.startswith((".venv", "build", "out"))]
    assert not [place for place in tracked if not (ROOT / place.rstrip(".")).exists()]


@handbooks
def test_a_call_of_make_is_a_target(name: str):
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z-]+)\b", command_text(HANDBOOKS[name]))) <= targets


def test_every_target_is_listed_by_help():
    targets = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE))
    (phony,) = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == targets


def test_the_readme_shows_the_commands_that_there_are():
    shown = set(re.findall(r"^cerwizard ([a-z-]+) ", HANDBOOKS["README.md"], re.MULTILINE))
    assert {name for name in shown if name[0] != "-"} == commands()


def commands() -> set[str]:
    helped = subprocess.run(
        [sys.executable, "-m", "cerwizard", "--help"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    listed = helped.stdout.partition("COMMAND\n")[2]
    return set(re.findall(r"^    ([a-z-]+) ", listed, re.MULTILINE))


def command_text(page: str) -> str:
    """Return what stands in code spans and fenced blocks."""
    return "\n".join(re.findall(r"```.*?```|`[^`\n]+`", page, re.DOTALL))
