"""Where words begin and end, also in scripts that are written without spaces."""

from __future__ import annotations

from icu4py.breakers import WordBreaker


def words(text: str, language: str) -> list[str]:
    """The words of a clean text, in order, without the spaces and signs between them.

    By ICU's word boundaries (UAX #29), which know Thai, Lao, Khmer, Burmese and Japanese by dictionary. `language` is
    a tag such as `th`.
    """
    return [text[start:end] for start, end in word_spans(text, language)]


def word_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Start and end of each word of a clean text, in characters."""
    spans = []
    end = 0
    # ICU's own positions count UTF-16 units, so we count the pieces.
    for piece in WordBreaker(text, language):
        start, end = end, end + len(piece)
        if any(character.isalnum() for character in piece):
            spans.append((start, end))
    return spans
