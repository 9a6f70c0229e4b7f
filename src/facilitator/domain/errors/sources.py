"""What comes from outside and cannot be used as it is."""

from __future__ import annotations

from .families import InputError, UsageError


class TooLarge(InputError):
    """The source is bigger than what is read; `limit` says how much that is."""

    template = "The source is too large: at most {limit} can be read. Divide it and import the parts."


class EncodingNotKnown(UsageError):
    """`--encoding` names an encoding that is not there."""

    template = "There is no encoding {name}. Names that often fit are utf-8, utf-16, cp874, cp1252 and cp1258."


class EncodingDoesNotFit(InputError):
    """The bytes are not in the encoding that was named or that the file announces."""

    template = (
        "The text is not in {name}: byte {byte} (line {line}) does not fit. "
        "Give another --encoding, or save the file again as UTF-8."
    )


class UnknownEncoding(InputError):
    """Neither UTF-8 nor UTF-16; `candidates` are the encodings that would fit, each with what it makes of the text."""

    template = (
        "The encoding of the text is not known. Name it with --encoding: {candidates}; or save the file again as UTF-8."
    )


class WrongContent(InputError):
    """The content is something else than the ending says, or nothing that can be imported."""

    template = "{name} is {found}. {advice}"


class UnknownSource(InputError):
    """The ending of the source does not say what it is."""

    template = (
        "It is not clear what {name} is. Give it the ending .txt, .md, .csv, .xlsx or .json, or say it with --as."
    )


class TooMuchTable(InputError):
    """A table has more rows or columns with content than are read; `cell` is the first beyond."""

    template = (
        "The table has {count} {what}: at most {limit} can be read. The first beyond is in {cell}; divide the table."
    )


class CellTooLong(InputError):
    """One field of a CSV file holds more than any cell; a quotation mark that is not closed does that."""

    template = (
        "The row that begins in line {line} holds a cell of more than {limit} characters. "
        "Look there for a quotation mark that is not closed."
    )


class QuoteNotClosed(InputError):
    """A quotation mark in a CSV file has no second one."""

    template = "The quotation mark opened in the row of line {line} is never closed. Close it and import again."


class EmptyTable(InputError):
    """A table without a single cell that has content."""

    template = "There is nothing in the table. Give a table with a row of headings and one row for each person."


class WorkbookUnreadable(InputError):
    """An Excel workbook that is damaged, protected or unsafe to open; `reason` says which."""

    template = (
        "The Excel workbook cannot be read: {reason}. Open it in Excel, save the list alone as .xlsx and import that."
    )


class NoSheet(InputError):
    """A workbook in which there is no sheet with cells."""

    template = "There is no sheet in the Excel workbook. Save the list as a sheet of an .xlsx file and import that."


class SheetNotThere(InputError):
    """`--sheet` names a sheet that the workbook does not have."""

    template = "There is no sheet {name}. The sheets are: {sheets}."


class NoNameColumn(InputError):
    """No heading of the table stands for the names of people."""

    template = (
        "No column with the names of the people was found. The columns are: {columns}. "
        'Say which one it is: --map name="{example}".'
    )


class UnknownField(UsageError):
    """`--map` names a field that a person does not have."""

    template = "There is no field {field}. The fields for --map are: {fields}."


class ColumnNotThere(InputError):
    """`--map` names a column that the table does not have."""

    template = "There is no column {column} for {field}. The columns are: {columns}."


class NotJson(InputError):
    """The text breaks the rules of JSON, or ends in the middle; line and column count from 1."""

    template = "The file is not whole JSON: {reason} in line {line}, column {column}. Export or copy it again."


class UnsafeJson(InputError):
    """Valid JSON that no workshop contains and no reader should swallow; `reason` says what and where."""

    template = "The JSON cannot be used: {reason}. Export the workshop again."
