"""Keeps an error in an override of Qt's virtual functions from ending the program.

On CPython 3.10 and 3.11 an exception that C code raised inside an override (an index out of range, a division by zero)
damages the interpreter while the binding prints it. So every override is wrapped: the error is reported as any other
is, and the caller gets what Qt itself would have answered, or nothing.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType, TracebackType
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter

Kind = TypeVar("Kind", bound=type)

QT = "PySide6"
# In these the base class may do harm when an override has already done half of its work.
_WITHOUT_BASE = frozenset({"event", "eventFilter", "paintEvent", "paint", "closeEvent", "dropEvent"})
_INSTEAD: dict[str, object] = {"event": True, "eventFilter": False}
_PLAIN = (bool, int, float, str)


def guarded(kind: Kind) -> Kind:
    """Wrap every method of a class that overrides one of Qt; for use as a decorator."""
    for name, method in list(vars(kind).items()):
        if isinstance(method, FunctionType) and overrides(kind, name):
            setattr(kind, name, _guard(kind, name, method))
    return kind


def overrides(kind: type, name: str) -> bool:
    """Whether a name of this class is one of a Qt class that it stands on; constructors are none."""
    is_special = name.startswith("__")
    return not is_special and any(name in vars(base) for base in kind.__mro__[1:] if base.__module__.startswith(QT))


def is_guarded(method: object) -> bool:
    """Whether `guarded` has wrapped it."""
    return getattr(method, "is_guarded", False)


def _guard(kind: type, name: str, method: FunctionType) -> Callable[..., Any]:
    @wraps(method)
    def guard(self: object, *arguments: object, **named: object) -> object:
        try:
            return method(self, *arguments, **named)
        except Exception:  # noqa: BLE001 - the top of what Qt calls: nothing above it could catch this
            if name == "paintEvent":
                _end_painters(sys.exc_info()[2])
            sys.excepthook(*sys.exc_info())
            return _answer_of_qt(kind, method, self, arguments)

    guard.is_guarded = True  # type: ignore[attr-defined]
    return guard


def _end_painters(trace: TracebackType | None) -> None:
    """A painter that stays active on a widget makes every later paint of it fail."""
    while trace is not None:
        for value in trace.tb_frame.f_locals.values():
            if isinstance(value, QPainter) and value.isActive():
                value.end()
        trace = trace.tb_next


def _answer_of_qt(kind: type, method: FunctionType, self: object, arguments: tuple[object, ...]) -> object:
    name = method.__name__
    if name in _WITHOUT_BASE:
        return _INSTEAD.get(name)
    try:
        return getattr(super(kind, self), name)(*arguments)
    except (NotImplementedError, TypeError, AttributeError):
        return _empty(method)


def _empty(method: FunctionType) -> object:
    """What stands in for the answer of a pure virtual: an empty value of the type that the override says it gives."""
    promised = method.__annotations__.get("return")
    kind = promised if isinstance(promised, type) else {**vars(builtins), **method.__globals__}.get(str(promised))
    if not isinstance(kind, type) or issubclass(kind, QObject):
        return None
    return kind() if kind in _PLAIN or kind.__module__.startswith(QT) else None
