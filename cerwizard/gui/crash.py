"""The last doors: what nobody caught is logged, without dossier content, and told to the writer."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from cerwizard.gui import first_folders

_log = logging.getLogger("cerwizard")
_SIZE, _KEPT = 500_000, 3
_QUIET = ("This plugin does not support", "propagateSizeHints", "Could not register app ID")


def folder() -> Path:
    """Return the folder in which the log is."""
    return first_folders.log()


def describe(error: BaseException) -> str:
    """Return what failed and where; not the message, which may hold words of the dossier."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames]
    name = f"{type(error).__module__}.{type(error).__name__}"
    cause = error.__cause__ or error.__context__
    after = [f"caused by {describe(cause)}"] if cause else []
    return "\n".join([name, *lines, *after])


class _LateLog(logging.Handler):
    """Opens its file for the first line: logging to files takes long to import."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._path = file
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; what cannot be written is done without."""
        try:
            self._opened().emit(record)
        except OSError:
            self._file = logging.NullHandler()

    def _opened(self) -> logging.Handler:
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(
                self._path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8"
            )
            self._file.setFormatter(self.formatter)
        return self._file

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file is not None:
            self._file.close()
        super().close()


class Doors(QObject):
    """Stands in all hooks at once. Signal `crashed`: the error has been logged; tell the writer."""

    crashed = Signal()
    _faults: TextIO | None = None

    def open_log(self) -> None:
        """Begin to write the log; a folder that cannot be written is done without."""
        self._handler: logging.Handler = logging.NullHandler()
        try:
            folder().mkdir(parents=True, exist_ok=True)
            self._handler = _LateLog(folder() / "cerwizard.log")
            self._faults = (folder() / "faults.log").open("a", encoding="utf-8")
            faulthandler.enable(self._faults)
        except OSError:
            self._faults = None
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _log.addHandler(self._handler)
        _log.setLevel(logging.INFO)
        _log.propagate = False

    def close_log(self) -> None:
        """Write the log no more."""
        _log.removeHandler(self._handler)
        self._handler.close()
        if self._faults is not None:
            faulthandler.disable()
            self._faults.close()

    def stand(self) -> Callable[[], None]:
        """Take over the hooks of Python and Qt; return how to give them back."""
        before = sys.excepthook, threading.excepthook
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        qt_before = qInstallMessageHandler(_on_qt_message)

        def leave() -> None:
            sys.excepthook, threading.excepthook = before
            qInstallMessageHandler(qt_before)

        return leave

    def note(self, error: BaseException) -> None:
        """Write an unexpected error into the log and tell the writer."""
        _log.error("%s", describe(error))
        self.crashed.emit()

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.note(error.with_traceback(trace))

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.note(args.exc_value)


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _on_qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if not any(words in message for words in _QUIET):
        _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
