"""Places in a text: Qt's fields count UTF-16 units, Python counts characters, and an emoji is two to one of them."""

from __future__ import annotations


def place_in_field(text: str, place: int) -> int:
    """Where the character `place` of a text stands for a field of Qt."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def before_place(text: str, place: int) -> str:
    """What stands in a text before the place where a field of Qt has its cursor."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "surrogatepass")
