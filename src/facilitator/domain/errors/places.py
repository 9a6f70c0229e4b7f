"""Places that cannot be written or used now, and settings that cannot be read."""

from __future__ import annotations

from .families import InputError, PlaceError


class NoHome(PlaceError):
    """The account has no home folder, so there is no place for settings, logs and backups."""

    template = "This account has no home folder. Set HOME, or set {variable} to a folder that can be written."


class NotWritable(PlaceError):
    """The system does not let the file be written there; `reason` is what it says."""

    template = "{path} cannot be written ({reason}). Choose another place, or ask for the right to write there."


class NotAFile(PlaceError):
    """The target is there and is a folder, a device or a pipe."""

    template = "{path} is not a file. Give the name of a file."


class FolderMissing(PlaceError):
    """The folder that the file should go into is not there."""

    template = "There is no folder {folder}. Make it first, or choose another place."


class DiskFull(PlaceError):
    """No room is left on the disk, or in the share of it that the person may use."""

    template = "There is no room left on the disk for {path}. Nothing was changed. Free some space and try again."


class TargetExists(PlaceError):
    """A file that must be new has the name of one that is there."""

    template = "{path} is there already and was left as it is. Choose another name."


class SettingIgnored(InputError):
    """A value in the settings file that cannot be used; what is built in is used instead."""

    template = "In {path}, {key} = {value} cannot be used; {used} is used instead. It can be {choices}."


class SettingsUnreadable(InputError):
    """The settings file as a whole cannot be read; what is built in is used instead."""

    template = "{path} cannot be read ({reason}). The settings that are built in are used until it is mended."


class WorkshopHeld(PlaceError):
    """Another program has the workshop open for writing."""

    template = (
        "{path} is open in {program} (process {pid}) of {user} on {host} since {since}. "
        "Close it there first; reading is possible meanwhile."
    )


class FileBusy(PlaceError):
    """Another program keeps the file locked for longer than we wait."""

    template = "{path} is being used by another program. Nothing was changed. Close that program and try again."


class DiskFault(PlaceError):
    """The disk does not do what it should: a stick pulled out, a share gone, a sector that cannot be read."""

    template = (
        "The disk does not answer as it should for {path} ({reason}). Nothing was changed. "
        "Look at the stick, the cable or the network and try again."
    )


class LeftBehind(PlaceError):
    """Beside the name of a new workshop lies what an earlier one of that name left; it would be mixed in."""

    template = "{side} was left behind by an earlier file, so nothing was made. Move it away, or choose another name."


class FileReplaced(PlaceError):
    """The workshop file or its log was removed or replaced by another program while it was open."""

    template = (
        "{path} was moved, removed or replaced while it was open, so the last change is not saved. "
        "Put the file back where it was, or restore a backup, then open it again and repeat the change."
    )


class SecondFolderAbsent(PlaceError):
    """The second folder for backups, as on a stick, is not there now."""

    template = (
        "The second folder for backups, {folder}, is not there. Plug the stick in, and the newest backup is brought "
        "there by itself; or choose another folder in Settings."
    )


class NoScreen(PlaceError):
    """There is nothing to show a window on, as when logged in from another computer."""

    template = (
        "There is no screen here to show the window on. Start it at the computer itself, "
        "or work with commands: facilitator --help lists them."
    )
