"""Which recommendations are in what is proposed."""

from tests import factories as make

from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Content
from facilitator.grouping import finished
from facilitator.jobs.board import board_of

SECRET = "Replace Minister Wrongdoer"


def content_with_a_private_source() -> Content:
    """R1 in a theme; R2 in the tray; R3 has the words of a private note, and alone stands in the theme of its name."""
    room, public, secret = make.session(), make.theme("Financing"), make.theme("Minister Wrongdoer")
    cards = [make.recommendation(1), make.recommendation(2), make.recommendation(3, wording=SECRET)]
    note = make.note(room.id, text=SECRET, private=True)
    return make.content(
        sessions=(room,),
        notes=(note,),
        recommendations=tuple(cards),
        wordings=tuple(make.wording(one) for one in cards),
        themes=(public, secret),
        memberships=(make.membership(public.id, cards[0].id), make.membership(secret.id, cards[2].id)),
        sources=(make.source(note.id, cards[2].id),),
    )


def test_a_recommendation_with_the_words_of_a_private_note_and_its_theme_are_left_out() -> None:
    board = board_of(content_with_a_private_source())

    assert list(map(str, board.numbers.values())) == ["R1", "R2"]
    assert list(board.themes.values()) == ["Financing"]
    assert len(board.index) == 2
    assert board.index.suggest("Wrongdoer").ranked == ()


def test_what_is_in_no_theme_is_loose() -> None:
    board = board_of(content_with_a_private_source())

    assert [str(board.numbers[key]) for key in board.loose] == ["R2"]


def test_merged_ones_are_left_out_and_all_other_statuses_are_in() -> None:
    cards = tuple(
        make.recommendation(number, status=status, wording=f"Publish budget {number}")
        for number, status in enumerate(Status, 1)
    )
    board = board_of(make.content(recommendations=cards, wordings=tuple(map(make.wording, cards))))

    assert len(board.loose) == len(Status) - 1
    told = {key for pair in finished(board.index.duplicates()) for key in (pair.a, pair.b)}
    assert told <= set(board.loose)


def test_a_card_in_further_themes_counts_for_its_home_alone() -> None:
    home, further = make.theme("Financing"), make.theme("Climate")
    card = make.recommendation(wording="Insure harvests")
    places = (make.membership(home.id, card.id), make.membership(further.id, card.id, home=False))
    board = board_of(
        make.content(
            recommendations=(card,), wordings=(make.wording(card),), themes=(home, further), memberships=places
        )
    )

    assert [one.theme for one in board.index.suggest("harvests").ranked] == [home.id]
