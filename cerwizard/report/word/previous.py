"""Judges a file that stands where a report should go: ours and untouched, or not."""

from pathlib import Path

from cerwizard.errors import CannotWriteError, ChangedOnDiskError, ForeignReportError
from cerwizard.report.beat import Beat, quiet
from cerwizard.report.word import custom, manifest, margins, package, reader
from cerwizard.report.word.manifest import Kept
from cerwizard.report.word.package import BadPackageError, Package
from cerwizard.report.word.xml import value, w


def refuse(target: Path, name: str, beat: Beat = quiet) -> None:
    """Return if nothing is lost when a document called `name` replaces `target`.

    Raises ForeignReportError if the file is not such a report of ours, ChangedOnDiskError if
    somebody has worked in it, CannotWriteError if it cannot even be read. `beat` is called all
    the while.
    """
    try:
        if not target.exists():
            return
        if not target.is_file():  # a pipe would be waited for without end
            raise CannotWriteError(_foreign(target, "it is no file"))
        found = package.read(target)
        kept = _kept(found)
        if kept is None or kept.name != name:
            why = "it is not an earlier version of this report"
            raise ForeignReportError(_foreign(target, why))
        if not untouched(found, kept, beat):
            raise ChangedOnDiskError(
                f"“{target.name}” was changed after it was written, and is left as it is. "
                "Move it away or choose another folder, then build again."
            )
    except BadPackageError as error:
        raise ForeignReportError(_foreign(target, str(error))) from error
    except OSError as error:
        raise CannotWriteError(
            f"“{target}” cannot be looked at, to see whether a report is there already: "
            f"{error.strerror or error}. Choose another folder, then build again."
        ) from error


def _foreign(target: Path, why: str) -> str:
    return (
        f"“{target.name}” is there already, and {why}. It is left as it is: move it away or "
        "choose another folder, then build again."
    )


def _kept(found: Package) -> Kept | None:
    root = custom.ours(found)
    return None if root is None else manifest.kept(root)


def untouched(found: Package, kept: Kept, beat: Beat = quiet) -> bool:
    """Say whether every block, and all that lies outside them, is as it was generated."""
    main = found.main()
    root = found.tree(main, beat)
    reading = reader.read(root, _style_names(found, main), kept.tags, beat)
    outside = reader.outside_hash(reading.outside, margins.texts(found))
    return (
        list(reading.hashes.items()) == list(kept.hashes.items())
        and reading.extras == kept.extras
        and outside == kept.outside
    )


def _style_names(found: Package, main: str) -> dict[str, str]:
    part = found.related(main, "styles")
    if part is None:
        return {}
    styles = found.tree(part).iter(w("style"))
    return {value(style, "styleId"): value(style.find(w("name"))).lower() for style in styles}
