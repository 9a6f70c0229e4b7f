"""One thing that a person can ask for."""

from __future__ import annotations

from dataclasses import dataclass

EVERYWHERE = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: `id` for the code, `text` (English, translated under "Commands") for people.

    `place` is the name of the place where it is to be had, or EVERYWHERE. `keys` are shortcuts as Qt writes them, the
    first of which is shown. With `in_view` the keys are plain letters, which mean themselves in a field: the view that
    has the focus asks `Actions.press`, and no shortcut is taken from the window. `menu` names the menu that shows it.
    """

    id: str
    text: str
    place: str = EVERYWHERE
    keys: tuple[str, ...] = ()
    icon: str = ""
    in_view: bool = False
    menu: str = ""
