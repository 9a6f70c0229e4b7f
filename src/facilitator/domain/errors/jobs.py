"""Errors of what is asked for on the command line: commands, options, reports, sources."""

from __future__ import annotations

from .families import InputError, PlaceError, UsageError


class CommandUnknown(UsageError):
    """The first word is no command."""

    template = "There is no command {command}. The commands are: {commands}."


class CommandMisread(UsageError):
    """An option or argument of a command is missing, wrong or unknown; `reason` says which."""

    template = "{reason}. `{program} --help` shows what can be typed."


class NotInThisVersion(UsageError):
    """Something that the design knows and a later version brings."""

    template = "{what} is not in this version. `facilitator --help` shows what there is."


class ReportUnknown(UsageError):
    """A report that there is not."""

    template = "There is no report {report}. The reports are: {reports}."


class FormatImpossible(UsageError):
    """The ending of the target names no format in which the report can be written."""

    template = "The report {report} cannot be written to {name}. Give a name that ends in {endings}."


class OptionOfOtherReport(UsageError):
    """An option that means nothing for the report, or that must not be used with it; `advice` says what to do."""

    template = "{option} does not go with the report {report}. {advice}"


class OptionOfOtherSource(UsageError):
    """An option that means nothing for what is imported."""

    template = "{option} is for {sources} only. Leave it out, or say with --as what the source is."


class FieldMappedTwice(UsageError):
    """`--map` says two columns for one field, of which one would be lost."""

    template = "--map says both {first} and {second} for {field}. Give one column for each field."


class WorkshopEnding(UsageError):
    """A workshop is to be made under a name that does not end as workshops do."""

    template = "The name of a workshop ends in .workshop, so {name} was not made. Call it {right}."


class TimeZoneUnknown(UsageError):
    """`--timezone` names no time zone."""

    template = "There is no time zone {name}. Write it as a place, such as Asia/Bangkok, or as UTC."


class SourceMissing(InputError):
    """The file that is to be imported is not there."""

    template = "There is no file {path} to import. Look at the name."


class SourceUnreadable(InputError):
    """The system does not let the source be read; `reason` is what it says."""

    template = "{path} cannot be read ({reason}). Give the name of a file that you may read, or - for standard input."


class AnswerLost(PlaceError):
    """What was to be told could not be written to standard output."""

    template = "The answer could not be written to standard output ({reason}). What was asked for is done."
