"""An interrupt ends the command line with 130 and no more than a sentence, whenever it comes."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import cerwizard
from cerwizard import assets

ROOT = Path(cerwizard.__file__).parents[1]
SAMPLE = str(assets.resources("samples", "foam-dressing.cerw"))

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal")
# A shell that starts its work in the background has it ignore interrupts, and so do its children.
HEED = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"


def start(code, *words):
    """Start the command line by some code of the test's own, as a terminal would."""
    return subprocess.Popen(
        [sys.executable, "-c", HEED + code, *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(code, *words):
    program = start(code, *words)
    said, complained = program.communicate(timeout=60)
    return program.returncode, said, complained


def test_one_that_comes_while_the_program_is_imported_is_heeded():
    code = (
        "import sys, types\n"
        "class Slow(types.ModuleType):\n"
        "    def __getattr__(self, name): raise KeyboardInterrupt\n"
        "sys.modules['cerwizard.cli.door'] = Slow('door')\n"
        "from cerwizard.__main__ import main\n"
        "sys.exit(main())\n"
    )
    assert ended(code) == (130, "", "")


def test_one_that_fell_into_compiled_text_ends_with_the_code_all_the_same(tmp_path):
    package = tmp_path / "ended_by_text"
    package.mkdir()
    (package / "__main__.py").write_text(
        "from cerwizard import __main__ as door\n"
        "def work():\n"
        "    try:\n"
        "        exec('raise KeyboardInterrupt')\n"
        "    except KeyboardInterrupt:\n"
        "        return 130\n"
        "raise SystemExit(door._to_the_end(work))\n"
    )
    path = os.pathsep.join([str(ROOT), str(tmp_path)])
    call = [sys.executable, "-m", "ended_by_text"]
    done = subprocess.run(call, env={**os.environ, "PYTHONPATH": path}, check=False, timeout=60)
    assert done.returncode == 130


def test_one_that_comes_when_all_is_done_changes_nothing():
    code = (
        "import os, signal, sys\n"
        "class Late:\n"
        "    def __del__(self, kill=os.kill, me=os.getpid(), what=signal.SIGINT): kill(me, what)\n"
        "late = Late()\n"
        "from cerwizard.__main__ import main\n"
        "sys.exit(main())\n"
    )
    code, said, complained = ended(code, "--version")
    assert (code, complained) == (0, "")
    assert cerwizard.__version__ in said


@pytest.mark.prove
@pytest.mark.timeout(600)  # sixty programs, one after the other
def test_sixty_at_random_moments():
    code = (
        "import sys\n"
        "from cerwizard.__main__ import main\n"
        "print('ready', flush=True)\n"
        "sys.exit(main())\n"
    )
    words = ("check", SAMPLE, "--fail-on", "never")
    began = time.monotonic()
    usual = ended(code, *words)
    whole = time.monotonic() - began
    assert usual[0] == 0
    chance = random.Random(60)
    codes = []
    for _ in range(60):
        program = start(code, *words)
        assert program.stdout is not None
        first = program.stdout.readline()
        time.sleep(chance.uniform(0.003, whole))
        program.send_signal(signal.SIGINT)
        said, complained = program.communicate(timeout=60)
        codes.append(program.returncode)
        assert complained in ("", "Interrupted.\n")
        assert program.returncode == 130 or (0, first + said, complained) == usual
    assert codes.count(130) > 9  # a machine that was busy at first is quicker later
