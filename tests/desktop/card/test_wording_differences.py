"""Differences between wordings are told word by word, and brackets and readiness are read from the words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.desktop.card.brackets import brackets, next_bracket
from facilitator.desktop.card.differences import Piece, differences
from facilitator.desktop.card.readiness import readiness

texts = st.text(alphabet=st.sampled_from("ab ,.[]กขไ𝒳"), max_size=24)


@given(texts, texts)
@settings(deadline=None, max_examples=150)
def test_the_pieces_make_up_both_wordings(before: str, after: str) -> None:
    pieces = differences(before, after)

    assert "".join(piece.text for piece in pieces if piece.kind != "added") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "taken out") == after


def test_a_word_is_exchanged_as_a_whole() -> None:
    assert differences("Cost every action", "Cost each action") == [
        Piece("Cost ", "same"),
        Piece("every", "taken out"),
        Piece("each", "added"),
        Piece(" action", "same"),
    ]


@given(texts)
@settings(deadline=None, max_examples=150)
def test_every_pair_of_brackets_is_found_and_walked_over(text: str) -> None:
    found = brackets(text)
    assert all(text[start] == "[" and text[end - 1] == "]" for start, end in found)
    assert all(not set("[]") & set(text[start + 1 : end - 1]) for start, end in found)

    walked, at = [], 0
    for _ in found:
        span = next_bracket(text, at)
        assert span is not None
        walked.append(span)
        at = span[1]
    assert walked == found
    assert next_bracket(text, len(text)) == (found[0] if found else None)


def test_the_time_stays_open_while_a_bracket_is() -> None:
    settled = [part.is_settled for part in readiness("Cost it", "Ministries", "Cost", "2027")]
    bracketed = readiness("Cost it [each year]", "Ministries", "", "2027")

    assert settled == [True, True, True]
    assert [(part.is_settled, part.in_brackets) for part in bracketed] == [(True, False), (False, False), (False, True)]
