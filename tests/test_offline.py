"""CER Wizard works without a network, and so do its tests."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT
from tests.network import NetworkError

SAMPLE = ROOT / "resources" / "samples" / "foam-dressing.cerw"
WHOLE_ROAD = """
import sys
from pathlib import Path
from tests.network import close_the_network
close_the_network()
from cerwizard.cli.door import run
sample, references, folder = sys.argv[1:]
mine = str(Path(folder) / "mine.cerw")
calls = [["new", mine], ["import", mine, references], ["check", sample, "--fail-on", "never"]]
calls += [["build", sample, "--to", folder], ["rules"], ["schema"]]
print([run(call, window=None) for call in calls], file=sys.stderr)
"""


def test_a_test_that_reaches_for_an_address_fails():
    with pytest.raises(NetworkError):
        socket.create_connection(("127.0.0.1", 9), timeout=1)


def test_a_test_that_asks_for_a_name_fails():
    with pytest.raises(NetworkError):
        socket.getaddrinfo("example.invalid", 443)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no Unix sockets")
def test_a_socket_that_is_a_file_is_no_network(tmp_path: Path):
    with socket.socket(socket.AF_UNIX) as caller, pytest.raises(FileNotFoundError):
        caller.connect(str(tmp_path / "nobody"))


def test_the_whole_road_from_new_to_a_report_reaches_for_no_network(tmp_path: Path):
    references = tmp_path / "references.ris"
    references.write_text("TY  - JOUR\nTI  - A trial\nPY  - 2020\nER  - \n", encoding="utf-8")
    command = [sys.executable, "-c", WHOLE_ROAD, str(SAMPLE), str(references), str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "[0, 0, 0, 0, 0, 0]", done.stderr
