"""What holds for tests of the window: no screen is needed, and none is used."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
