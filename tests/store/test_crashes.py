"""A program that is killed loses nothing: the file is whole, and what was typed is recovered."""

import random
import time

import pytest

from cerwizard.store import dossier_file, lock, recovery
from tests import ROOT
from tests.store import crashing

SAMPLE = ROOT / "resources" / "samples" / "foam-dressing.cerw"
LATEST = 2.0  # seconds of typing that a crash may cost


def kill_while_saving(path, delay):
    program = crashing.saving(path)
    time.sleep(delay)
    crashing.killed(program)
    found = dossier_file.load(path)
    assert found.dossier.literature == dossier_file.load(SAMPLE).dossier.literature
    assert found.dossier.device.name.startswith("Name ")
    dossier_file.save(path, found.dossier, basis=found)


def kill_while_typing(folder, delay):
    program = crashing.typing(folder)
    time.sleep(delay)
    began = time.monotonic()
    said = ["0", *crashing.killed(program).split()]  # a quick death leaves nothing after text 0
    (left,) = recovery.recoveries(folder)
    found = left.load()
    number = int(found.dossier.device.description.split()[0])
    typed = int(said[-1])
    assert found.lost == 0
    assert typed - number < LATEST / 0.002
    assert found.entries
    left.discard()
    assert recovery.recoveries(folder) == ()
    return typed - number, time.monotonic() - began


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.cerw"
    path.write_bytes(SAMPLE.read_bytes())
    return path


def test_a_program_killed_while_saving_leaves_the_old_file_or_the_new_one(path):
    kill_while_saving(path, 0.1)


@pytest.mark.parametrize("delay", [0, 0.3])
def test_a_program_killed_while_typing_loses_next_to_nothing(tmp_path, delay):
    kill_while_typing(tmp_path, delay)


def test_the_lock_of_a_program_that_was_killed_is_no_hindrance(path):
    program = crashing.saving(path)
    held = lock.place(path)
    with lock.take(path):
        mine = held.read_text("utf-8")
    held.write_text(mine.replace(f'"pid": {lock.myself().pid}', f'"pid": {program.pid}'), "utf-8")
    crashing.killed(program)
    lock.take(path).release()
    assert not held.exists()


@pytest.mark.prove
@pytest.mark.timeout(0)
def test_a_file_is_whole_whenever_a_saving_program_is_killed(path):
    luck = random.Random()
    for _ in range(60):
        kill_while_saving(path, luck.uniform(0, 0.5))


@pytest.mark.prove
@pytest.mark.timeout(0)
def test_what_was_typed_is_recovered_whenever_the_program_is_killed(tmp_path):
    luck = random.Random()
    for turn in range(60):
        kill_while_typing(tmp_path / str(turn), luck.uniform(0, 1))
