"""One recommendation is worked on beside the wall; everything saves itself and can be undone."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QTextEdit, QWidget
from tests.desktop.card.conftest import CTRL, CTRL_SHIFT, Panel

from facilitator.desktop.recommendations.place import RecommendationsPlace
from facilitator.domain.kinds import Status


def test_enter_opens_the_card_and_esc_closes_it(panel: Panel) -> None:
    assert panel.panel.isVisible()
    assert panel.panel.number.text() == "R1"
    assert panel.panel.wording.toPlainText() == "Cost every action"

    panel.press(Qt.Key.Key_Escape)
    assert not panel.panel.isVisible()
    assert panel.place.board.current_column.list.hasFocus()


def offered(widget: QWidget) -> list[QPushButton]:
    """The buttons on the screen that lead to the table of all recommendations."""
    buttons = widget.findChildren(QPushButton)
    return [button for button in buttons if button.text() == "Open in Recommendations" and button.isVisible()]


def test_the_way_to_the_register_is_offered_everywhere_but_there(panel: Panel) -> None:
    (button,) = offered(panel.window)
    button.click()
    panel.settle()
    place = panel.window.place
    assert isinstance(place, RecommendationsPlace)
    place.open_panel()
    panel.settle()
    assert place.panel.isVisible()
    assert place.panel.number.text() == "R1"
    assert offered(panel.window) == []


def test_the_panel_follows_the_selection_and_page_keys_go_on(panel: Panel) -> None:
    panel.press(Qt.Key.Key_Down)
    assert panel.panel.number.text() == "R2"

    panel.press(Qt.Key.Key_PageUp)
    assert panel.panel.number.text() == "R1"

    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_PageDown)
    assert panel.panel.number.text() == "R2"


def test_words_save_themselves_and_the_card_on_the_wall_follows(panel: Panel) -> None:
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type(" each year")
    panel.saved()

    assert panel.card.wording == "Cost every action each year"
    on_the_wall = panel.place.cards.get(panel.panel.key)
    assert on_the_wall is not None
    assert on_the_wall.wording == "Cost every action each year"


def test_one_stay_in_the_field_is_one_version_and_one_step(panel: Panel) -> None:
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    for word in (" each", " year"):
        panel.type(word)
        panel.saved()
    assert [wording.text for wording in panel.detail.wordings] == ["Cost every action", "Cost every action each year"]

    panel.place.board.take_focus()
    panel.press(Qt.Key.Key_Z, CTRL)
    assert [wording.text for wording in panel.detail.wordings] == ["Cost every action"]
    assert panel.panel.wording.toPlainText() == "Cost every action"


def test_a_second_stay_is_a_second_version(panel: Panel) -> None:
    for word in (" each", " year"):
        panel.panel.wording.setFocus()
        panel.press(Qt.Key.Key_End)
        panel.type(word)
        panel.place.board.take_focus()
        panel.settle()

    assert len(panel.detail.wordings) == 3


def test_leaving_the_field_saves_at_once(panel: Panel) -> None:
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type("!")
    panel.place.board.take_focus()
    panel.settle()

    assert panel.card.wording == "Cost every action!"


def test_typing_after_an_undo_is_a_new_version_and_no_rewritten_one(panel: Panel) -> None:
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type(" soon")
    panel.saved()
    panel.window.context.bridge.undo()
    panel.settle()
    assert panel.panel.wording.toPlainText() == "Cost every action"

    panel.press(Qt.Key.Key_End)
    panel.type(" now")
    panel.saved()
    assert [wording.text for wording in panel.detail.wordings] == ["Cost every action", "Cost every action now"]


def test_an_empty_wording_is_not_taken_and_a_sentence_says_so(panel: Panel) -> None:
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_A, CTRL)
    panel.press(Qt.Key.Key_Backspace)
    panel.place.board.take_focus()
    panel.settle()

    assert panel.card.wording == "Cost every action"
    assert panel.panel.wording.toPlainText() == "Cost every action"
    assert panel.window.context.notices.newest is not None
    assert not panel.place.unsaved()


def test_brackets_go_around_what_is_selected_and_the_next_one_is_found(panel: Panel) -> None:
    wording = panel.panel.wording
    wording.setFocus()
    panel.press(Qt.Key.Key_Home)
    panel.press(Qt.Key.Key_Right, CTRL_SHIFT)
    panel.press(Qt.Key.Key_BracketLeft, CTRL)
    assert wording.toPlainText().startswith("[Cost")

    panel.press(Qt.Key.Key_BracketRight, CTRL)
    assert wording.textCursor().selectedText().startswith("[Cost")
    panel.place.board.take_focus()
    panel.settle()


@pytest.mark.parametrize(
    ("key", "status"),
    [
        (Qt.Key.Key_T, Status.TABLED),
        (Qt.Key.Key_A, Status.AGREED),
        (Qt.Key.Key_V, Status.AGREED_WITH_RESERVATION),
        (Qt.Key.Key_N, Status.NOT_AGREED),
        (Qt.Key.Key_K, Status.PARKED),
    ],
)
def test_a_key_sets_the_status_from_the_wall_too(panel: Panel, key: Qt.Key, status: Status) -> None:
    panel.press(key, CTRL_SHIFT)

    assert panel.card.status is status
    assert panel.panel.status.text().casefold() == status.value


def test_a_closed_panel_takes_no_keys(panel: Panel) -> None:
    key = panel.panel.key
    assert key is not None
    panel.press(Qt.Key.Key_Escape)
    panel.press(Qt.Key.Key_A, CTRL_SHIFT)

    card = panel.place.cards.get(key)
    assert card is not None
    assert card.status == Status.RAW.value


def test_fields_of_the_matrix_save_and_are_counted(panel: Panel) -> None:
    field = panel.panel.matrix.fields["timeframe"]
    assert field.property("missing")
    field.setFocus()
    panel.type("each budget year")
    panel.saved()

    assert panel.card.timeframe == "each budget year"
    assert not field.property("missing")
    panel.press(Qt.Key.Key_Z, CTRL)
    assert field.text() == ""
    panel.place.board.take_focus()
    panel.settle()


def test_a_card_stands_in_a_further_theme_which_becomes_its_home_and_is_left(panel: Panel) -> None:
    monitoring = panel.place.themes[1].key
    panel.panel.themes.added.emit(monitoring)
    panel.settle()
    assert [chip.name for chip in panel.detail.further] == ["Monitoring"]

    panel.panel.themes.made_home.emit(monitoring)
    panel.settle()
    home = panel.detail.home
    assert home is not None
    assert (home.name, [chip.name for chip in panel.detail.further]) == ("Monitoring", ["Financing"])
    assert panel.place.cards.column_of(panel.detail.recommendation.id) == monitoring

    panel.panel.themes.left.emit(monitoring)
    panel.settle()
    home = panel.detail.home
    assert home is not None
    assert home.name == "Financing"


def test_a_reservation_is_announced_and_withdrawn(panel: Panel) -> None:
    panel.panel.reservations.begin()
    panel.type("Until adoption")
    panel.panel.reservations.constituency.setText("Government")
    panel.press(Qt.Key.Key_Return)
    held = panel.detail.reservations
    assert [(one.text, one.constituency) for one in held] == [("Until adoption", "Government")]

    panel.panel.reservations.withdrawn.emit(held[0].id)
    panel.settle()
    assert panel.detail.reservations == ()


def test_a_note_is_linked_by_its_number_and_unlinked(panel: Panel) -> None:
    panel.press(Qt.Key.Key_L, CTRL)
    panel.type("s1.2")
    panel.press(Qt.Key.Key_Return)
    sources = panel.detail.sources
    assert [str(one.note.number) for one in sources] == ["S1.1", "S1.2"]

    panel.panel.sources.unlinked.emit(sources[1].note.key)
    panel.settle()
    assert len(panel.detail.sources) == 1


def test_a_number_that_is_none_stays_in_the_field(panel: Panel) -> None:
    panel.press(Qt.Key.Key_L, CTRL)
    panel.type("twelve")
    panel.press(Qt.Key.Key_Return)

    assert panel.panel.sources.field.isVisible()
    assert panel.panel.sources.field.property("missing")


def test_a_number_that_nobody_has_is_refused_with_a_sentence(panel: Panel) -> None:
    panel.press(Qt.Key.Key_L, CTRL)
    panel.type("S1.99")
    panel.press(Qt.Key.Key_Return)

    notice = panel.window.context.notices.newest
    assert notice is not None
    assert "S1.99" in notice.text


def test_a_merge_is_told_and_dissolved(panel: Panel) -> None:
    kept = panel.panel.key
    assert kept is not None
    panel.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    panel.place.board.make_current(kept)
    panel.press(Qt.Key.Key_M)
    assert [str(one.number) for one in panel.detail.merged_from] == ["R2"]

    panel.panel.sources.dissolved.emit(panel.detail.merged_from[0].key)
    panel.settle()
    assert panel.detail.merged_from == ()
    assert panel.place.cards.count == 2


def test_versions_show_what_was_added_and_taken_out(panel: Panel) -> None:
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_A, CTRL)
    panel.type("Cost each action")
    panel.place.board.take_focus()
    panel.settle()
    panel.press(Qt.Key.Key_H, CTRL)

    text = panel.panel.versions.text
    assert text.isVisible()
    assert text.toPlainText() == "Cost everyeach action"


def test_every_field_of_the_panel_has_a_name(panel: Panel) -> None:
    kinds = (QLineEdit, QTextEdit, QComboBox, QPushButton)
    fields = [field for kind in kinds for field in panel.panel.findChildren(kind)]

    assert len(fields) > 15
    assert [field for field in fields if not (field.accessibleName() or getattr(field, "text", str)())] == []


def test_what_waits_in_a_field_is_written_when_the_window_closes(panel: Panel) -> None:
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type(" at last")
    key = panel.panel.key
    assert key is not None
    panel.window.context.bridge.flushing.emit()
    panel.settle()

    assert panel.card.wording == "Cost every action at last"


def test_what_could_not_be_written_stays_in_the_field_until_it_can(panel: Panel) -> None:
    bridge, path = panel.window.context.bridge, panel.window.context.bridge.path
    assert path is not None
    with panel.qtbot.waitSignal(bridge.opened):
        bridge.open(path, read_only=True, otherwise=print)
    panel.settle()
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type(" in vain")
    panel.place.board.take_focus()
    panel.settle()
    panel.press(Qt.Key.Key_Down)
    assert panel.panel.wording.toPlainText() == "Cost every action in vain"
    assert panel.place.unsaved()
    assert panel.window.context.notices.newest is not None

    with panel.qtbot.waitSignal(bridge.opened):
        bridge.open(path, otherwise=print)
    panel.settle()
    panel.place.flush()
    panel.settle()
    assert panel.card.wording == "Cost every action in vain"
    assert not panel.place.unsaved()


def test_another_look_is_not_taken_for_typing(panel: Panel) -> None:
    panel.panel.wording.setFocus()
    with panel.qtbot.assertNotEmitted(panel.window.context.bridge.saved):
        panel.window.context.look.choose_palette("slate")
        panel.place.board.take_focus()
        panel.settle()


@pytest.fixture
def no_disk(panel: Panel) -> Iterator[Callable[[bool], None]]:
    """Takes the file away from the window, and gives it back; at the end it is there again."""
    path = panel.window.context.bridge.path
    assert path is not None
    aside = path.with_name("aside")

    def turn(gone: bool) -> None:
        if gone != aside.exists():
            (path if gone else aside).rename(aside if gone else path)

    yield turn
    turn(False)


def test_words_that_were_refused_stay_when_the_card_is_read_again(
    panel: Panel, no_disk: Callable[[bool], None]
) -> None:
    no_disk(True)
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type(" in vain")
    panel.place.board.take_focus()
    panel.settle()
    panel.panel.reload()
    assert panel.panel.wording.toPlainText() == "Cost every action in vain"

    no_disk(False)
    panel.press(Qt.Key.Key_A, CTRL_SHIFT)
    assert panel.card.status is Status.AGREED
    assert panel.panel.wording.toPlainText() == "Cost every action in vain"
    assert panel.place.unsaved()

    panel.place.flush()
    panel.settle()
    assert panel.card.wording == "Cost every action in vain"
    assert not panel.place.unsaved()


def test_a_field_of_the_matrix_that_is_refused_keeps_its_text_until_it_is_saved(
    panel: Panel, no_disk: Callable[[bool], None]
) -> None:
    no_disk(True)
    field = panel.panel.matrix.fields["indicator"]
    field.setFocus()
    panel.type("share with a cost")
    panel.place.board.take_focus()
    panel.settle()
    panel.panel.reload()
    assert field.text() == "share with a cost"
    assert panel.place.unsaved()

    no_disk(False)
    panel.place.flush()
    panel.settle()
    assert panel.card.indicator == "share with a cost"
    assert not panel.place.unsaved()


def test_words_that_are_refused_after_the_panel_went_on_are_not_lost(
    panel: Panel, no_disk: Callable[[bool], None]
) -> None:
    key, notices = panel.panel.key, panel.window.context.notices
    assert key is not None
    no_disk(True)
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type(" in vain")
    panel.press(Qt.Key.Key_PageDown)
    assert panel.panel.number.text() == "R2"
    assert panel.panel.wording.toPlainText() == "Cost all actions"
    assert panel.place.unsaved()

    no_disk(False)
    assert notices.newest is not None
    next(way for way in notices.newest.ways_out if way.text == "Try again").take()
    panel.settle()
    wording = panel.window.context.bridge.ask(lambda reads: reads.recommendation_detail(key).recommendation.wording)
    assert wording == "Cost every action in vain"
    assert not panel.place.unsaved()


def test_a_window_that_closes_over_refused_words_stays_and_asks(panel: Panel, no_disk: Callable[[bool], None]) -> None:
    no_disk(True)
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type(" in vain")
    panel.window.close()
    notices = panel.window.context.notices
    panel.qtbot.waitUntil(lambda: notices.newest is not None and notices.newest.topic == "closing")
    panel.settle()
    assert panel.window.isVisible()
    assert panel.panel.wording.toPlainText() == "Cost every action in vain"

    no_disk(False)
    panel.place.flush()
    panel.settle()
    assert panel.card.wording == "Cost every action in vain"


def test_words_of_which_an_older_state_is_just_saved_stay_as_they_are_typed(panel: Panel) -> None:
    wording = panel.panel.wording
    wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type(" each")
    wording.saving.write()
    held = threading.Event()
    bridge = panel.window.context.bridge
    bridge.run(lambda _workspace: held.wait(10))
    panel.type(" year")
    with panel.qtbot.waitSignal(bridge.saved):
        wording.saving.write()
    shown = [wording.toPlainText()]
    held.set()
    panel.settle()

    assert panel.card.wording == "Cost every action each year"
    assert shown == ["Cost every action each year"]
    bridge.undo()
    panel.settle()
    assert wording.toPlainText() == "Cost every action"


def test_a_reservation_that_is_begun_waits_with_its_recommendation(panel: Panel) -> None:
    reservations = panel.panel.reservations
    reservations.begin()
    panel.type("Not before the review")
    panel.press(Qt.Key.Key_PageDown)
    assert panel.panel.number.text() == "R2"
    assert reservations.text.text() == ""

    panel.press(Qt.Key.Key_PageUp)
    assert reservations.text.text() == "Not before the review"
    assert reservations.text.isVisible()
    assert panel.place.unsaved()
    reservations.text.setFocus()
    panel.press(Qt.Key.Key_Return)
    assert [one.text for one in panel.detail.reservations] == ["Not before the review"]
    assert not panel.place.unsaved()
