"""A language nobody speaks: every text 140 % long, accented and in ⟦ ⟧, so that what bypasses translation shows."""

from PySide6.QtCore import QTranslator

ACCENTS = str.maketrans("AEIOUaeiouncs", "ÅÉÎØÜåéîøüñçš")
PLACES = ("%1", "%2", "%3", "%4", "%n", "%L1", "%L2")


class MadeUpLanguage(QTranslator):
    """To be installed before the window is made; `asked` collects (context, text) of all that was translated."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[tuple[str, str]] = set()

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The text in the made-up language."""
        if not source:
            return ""
        self.asked.add((context, source))
        return lengthened(source)

    def isEmpty(self) -> bool:
        """Qt does not ask a translator that says so of itself."""
        return False


def lengthened(text: str) -> str:
    """The text at 140 % of its length, its places for values (%1, {name}) and its mnemonic as they are."""
    marked = _accented(text)
    rest = max(0, round(0.4 * len(text)) - 2)
    return f"⟦{marked}{'·' * rest}⟧"


def is_made_up(text: str) -> bool:
    """Whether a text on the screen has come through translation, also when others or values stand beside it."""
    return "⟦" in text and "⟧" in text


def _accented(text: str) -> str:
    """Every letter that stands outside of a place for a value."""
    parts, place = [], 0
    while place < len(text):
        keep = next((sign for sign in PLACES if text.startswith(sign, place)), "")
        if text[place] == "{" and (end := text.find("}", place)) > 0:
            keep = text[place : end + 1]
        parts.append(keep or text[place].translate(ACCENTS))
        place += len(keep) or 1
    return "".join(parts)
