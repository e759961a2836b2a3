"""Errors that a writer may meet, each with a sentence fit to be shown."""


class CerWizardError(Exception):
    """An error whose text is a sentence for the writer: what, where, and the way out."""


class UnknownPathError(CerWizardError):
    """An address names a field or a row that the dossier does not have."""


class BadValueError(CerWizardError):
    """A value cannot be held by the field it was meant for."""


class BadRuleError(CerWizardError):
    """A rule file cannot be read as a rule."""


class UnknownRuleError(CerWizardError):
    """No rule has this code."""


class BadClauseError(CerWizardError):
    """A clause file cannot be read, or a clause id is in no catalogue."""


class UnreadableFileError(CerWizardError):
    """A file cannot be opened as what it should be."""


class NewerFileError(UnreadableFileError):
    """A dossier was saved by a newer program than this one."""


class CannotWriteError(CerWizardError):
    """A file or folder cannot be written."""


class ChangedOnDiskError(CerWizardError):
    """The file was changed by somebody else since it was opened."""


class LockedError(CerWizardError):
    """Somebody else has the dossier open."""


class ForeignReportError(CerWizardError):
    """The target file exists and is not a report that this program wrote."""


class BadTemplateError(CerWizardError):
    """A document template cannot be used."""


class BadCallError(CerWizardError):
    """The program was called in a way that it does not understand."""
