from datetime import date

import pytest

from cerwizard.report.view import Sight
from tests.report.dossiers import Maker


@pytest.fixture(scope="session")
def full_sight() -> Sight:
    return Sight(Maker().dossier(), date(2026, 11, 22))
