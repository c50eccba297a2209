"""Why an export cannot be read back: one class an outcome, with a sentence, as for every other file."""

from training.unreadable import UnreadableFile


class ExportDamaged(UnreadableFile):
    """data.json is no JSON, breaks off, or is not laid out as an export."""

    code = "export-damaged"
    template = "This export is damaged or breaks off: please choose the zip as it was downloaded."


class ExportNewer(UnreadableFile):
    """A version that this app does not know. Facts: version, known."""

    code = "export-newer"
    template = "This export has version {version}, and this app reads up to {known}: please update the app first."


class ExportTooLarge(UnreadableFile):
    """More rows, or a longer one, than a runner's life holds."""

    code = "export-too-large"
    template = "This export is larger than the training of a lifetime, so it was not read."


class ExportWrong(UnreadableFile):
    """A value that its column does not hold. Facts: table, row (from 1 on), column, expected."""

    code = "export-wrong"
    template = "In row {row} of the table {table}, {column} should be {expected}."


class ExportUnknown(UnreadableFile):
    """A column or table that there is not, in a version that is known. Facts: table, name."""

    code = "export-unknown"
    template = "The table {table} of this export has a column {name}, which is not known here."


class ExportUnruly(UnreadableFile):
    """A row whose columns contradict each other. Facts: table, row, rule."""

    code = "export-unruly"
    template = "Row {row} of the table {table} is right only if {rule}."


class ExportTwice(UnreadableFile):
    """A row that is there twice where there can be one. Facts: table, row."""

    code = "export-twice"
    template = "Row {row} of the table {table} repeats one before it, of which there can be only one."


class ExportOfOtherGuides(UnreadableFile):
    """It names a movement, variation or thing that the guides here do not know. Facts: name."""

    code = "export-of-other-guides"
    template = "This export names “{name}”, which the guides here do not know: please update the app first."
