"""What a screen reader hears of a program and does with it: AT-SPI, spoken over D-Bus.

https://gitlab.gnome.org/GNOME/at-spi2-core/-/tree/main/xml has the interfaces.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

from jeepney import DBusAddress, MatchRule, Properties, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import Message

ACCESSIBLE, ACTION = "org.a11y.atspi.Accessible", "org.a11y.atspi.Action"
COMPONENT, TEXT = "org.a11y.atspi.Component", "org.a11y.atspi.EditableText"
REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
ANNOUNCEMENT = "Announcement"
FOCUSABLE, SHOWING = 11, 25
"""Bits of the states; atspi-constants.h."""
PATIENCE = 20.0


@dataclass(frozen=True)
class Thing:
    """A node of the tree that a screen reader walks through."""

    bus: str
    path: str
    role: str
    name: str
    states: int

    def is_in(self, state: int) -> bool:
        return bool(self.states >> state & 1)


class Reader:
    """A screen reader without a voice."""

    def __init__(self, session: str) -> None:
        bus = open_dbus_connection(session)
        status = Properties(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status"))
        bus.send_and_get_reply(status.set("IsEnabled", "b", True))
        bus.send_and_get_reply(status.set("ScreenReaderEnabled", "b", True))
        asked = new_method_call(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress")
        self._bus: DBusConnection = open_dbus_connection(bus.send_and_get_reply(asked).body[0])
        bus.close()
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member=ANNOUNCEMENT)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule))
        self._call(REGISTRY, "/org/a11y/atspi/registry", REGISTRY, "RegisterEvent", "sas", ("object:announcement", []))
        # Kept from now on: what is said may be over before somebody listens.
        self._filter = self._bus.filter(rule, bufsize=100)
        self._heard = self._filter.__enter__()

    def close(self) -> None:
        self._filter.close()
        self._bus.close()

    def things(self) -> Iterator[Thing]:
        """All that is shown of all programs, from the outside in."""
        for bus, path in self._call(REGISTRY, ROOT, ACCESSIBLE, "GetChildren")[0]:
            yield from self._walk(bus, path)

    def find(self, role: str, name: str) -> Thing:
        """Something that is shown, waited for."""
        ends = time.monotonic() + PATIENCE
        seen: list[Thing] = []
        while time.monotonic() < ends:
            seen = list(self.things())
            found = [one for one in seen if one.role == role and one.name.startswith(name) and one.is_in(SHOWING)]
            if found:
                return found[0]
        raise AssertionError((role, name, [(one.role, one.name) for one in seen if one.name]))

    def press(self, role: str, name: str) -> None:
        """Do what a button or an item of a list is there for."""
        thing = self.find(role, name)
        self._call(thing.bus, thing.path, ACTION, "DoAction", "i", (0,))

    def focus(self, role: str, name: str) -> None:
        """Put the focus there."""
        thing = self.find(role, name)
        self._call(thing.bus, thing.path, COMPONENT, "GrabFocus")

    def write(self, role: str, name: str, text: str) -> None:
        """Set the text of a field."""
        thing = self.find(role, name)
        self._call(thing.bus, thing.path, TEXT, "SetTextContents", "s", (text,))

    def hear(self, word: str) -> str:
        """The next announcement in which a word stands."""
        while True:
            said: Message = self._bus.recv_until_filtered(self._heard, timeout=PATIENCE)
            text = str(said.body[3][1])
            if word in text:
                return text

    def _walk(self, bus: str, path: str) -> Iterator[Thing]:
        properties = Properties(DBusAddress(path, bus, ACCESSIBLE))
        name = self._bus.send_and_get_reply(properties.get("Name")).body[0]
        # What has just gone away answers with an error, which is no tuple of the right kind.
        if not isinstance(name, tuple):
            return
        role = self._call(bus, path, ACCESSIBLE, "GetRoleName")[0]
        low, high = self._call(bus, path, ACCESSIBLE, "GetState")[0]
        yield Thing(bus, path, str(role), str(name[1]), low | high << 32)
        if role not in {"list", "table", "combo box"}:
            for child in self._call(bus, path, ACCESSIBLE, "GetChildren")[0]:
                yield from self._walk(*child)

    def _call(self, bus: str, path: str, interface: str, method: str, kinds: str = "", body: tuple = ()) -> tuple:
        asked = new_method_call(DBusAddress(path, bus, interface), method, kinds or None, body)
        return self._bus.send_and_get_reply(asked, timeout=PATIENCE).body
