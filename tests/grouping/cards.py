"""Cards for the index, with keys that say which one it is."""

from collections.abc import Iterable

from tests.factories import key

from facilitator.grouping import Index

FINANCING, WOMEN, CLIMATE = key(901), key(902), key(903)
NAMES = {FINANCING: "Financing", WOMEN: "Young women", CLIMATE: "Climate change"}

ABOUT_MONEY = (
    "Publish the budget of every national action plan",
    "Ministries cost each action and put it into their budget",
    "Donors fund local organisations with flexible grants",
    "A budget line of its own for each national action plan",
)
ABOUT_WOMEN = (
    "Invite young women to every negotiation",
    "Train young women as mediators in the provinces",
    "Young women with disabilities sit in each delegation of mediators",
    "Negotiation teams have seats for young women",
)


def index_of(*texts: str) -> Index:
    """An index with these texts in the tray, under the keys 0, 1, 2 ..."""
    index = Index()
    for number, text in enumerate(texts):
        index.add(key(number), text)
    return index


def grouped() -> Index:
    """Two themes with names and four cards each, under the keys from 100 and from 200 on."""
    index = Index()
    for theme, start, texts in ((FINANCING, 100, ABOUT_MONEY), (WOMEN, 200, ABOUT_WOMEN)):
        index.rename(theme, NAMES[theme])
        put(index, theme, start, texts)
    return index


def put(index: Index, theme: bytes, start: int, texts: Iterable[str]) -> None:
    """Add cards to a theme."""
    for number, text in enumerate(texts, start):
        index.add(key(number), text, theme)
