"""Differences between wordings are told word by word."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.desktop.card.differences import Piece, differences

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
