"""Edits that the rules of a workshop do not allow."""

from __future__ import annotations

from .families import InputError


class NoLongerThere(InputError):
    """What an edit was about has been deleted meanwhile; `what` is its kind."""

    template = "This {what} is no longer there. Undo brings back what was deleted."


class NumberNotThere(InputError):
    """No session, note or recommendation bears a printed number."""

    template = "Nothing here has the number {number}. Look it up with `facilitator show`."


class EmptyText(InputError):
    """A text that cannot be left empty; `what` is its name."""

    template = "The {what} cannot be empty. Type at least one character."


class SessionTimes(InputError):
    """A session that ends before it begins."""

    template = "A session cannot begin at {starts} and end at {ends}. Give an end after the beginning."


class SessionHoldsNotes(InputError):
    """A session that cannot be deleted as it is."""

    template = "{session} holds {count} notes. Move them to another session first."


class OffTheRecord(InputError):
    """A note is to be stored while its session is off the record."""

    template = "{session} is off the record, so nothing is stored. Come back on the record first."


class CodeTaken(InputError):
    """Two people cannot have one code, since a code means one of them."""

    template = "The code {code} belongs to {name}. Choose another one."


class NameTaken(InputError):
    """Two themes cannot have one name."""

    template = "There is a theme {name} already. Choose another name."


class NestingTooDeep(InputError):
    """A theme may have one level of themes below it, and none may lie in itself."""

    template = (
        "Themes go one level deep: a theme with sub-themes, or one that lies under another, cannot be nested ({name})."
    )


class SignUnknown(InputError):
    """A colour or a symbol that themes do not have."""

    template = "There is no sign {colour}, {symbol} for themes. Choose one from the table."


class StatusNeedsMerge(InputError):
    """A status that only merging gives."""

    template = "{number} becomes merged only by merging it into another recommendation. Choose which one."


class MergedAlready(InputError):
    """A recommendation that stands in another one is to be worked on."""

    template = "{number} was merged into {into}. Work on that one, or dissolve the merge first."


class NoteIsPrivate(InputError):
    """A private note cannot be a source, because sources are printed."""

    template = "{number} is private. Give it to the workshop before it is linked."


class PrivateWords(InputError):
    """A note cannot become private while its words are in force as a recommendation that was worked on."""

    template = (
        "The words of {number} are the wording of {recommendation} and would still be printed. Reword that first."
    )


class SplitOutside(InputError):
    """A note is to be cut where one of its parts would be empty."""

    template = "{number} cannot be cut there, because a part would be empty. Choose a place inside the text."


class DifferentSpeakers(InputError):
    """Two notes said by different people are to become one."""

    template = (
        "{one} and {other} have different speakers, so they cannot become one note. Change one of the speakers first."
    )


class NotWeaker(InputError):
    """A release that would not say more about the speaker than the note's own rule."""

    template = (
        "{number} was taken under {rule}: a release must be more open than that. To say less, make the note stricter."
    )
