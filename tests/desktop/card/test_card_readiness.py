"""Beside a wording stands what it still lacks, which brackets are open, and what it was before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.desktop.card.conftest import CTRL, CTRL_SHIFT, Panel

from facilitator.desktop.card.sources import LineButton
from facilitator.desktop.widgets.icon_label import IconLabel
from facilitator.domain.kinds import Status


def write(panel: Panel, text: str) -> None:
    """Put other words in place of those in the wording, as an input method does."""
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_A, CTRL)
    panel.panel.wording.textCursor().insertText(text)
    panel.saved()


def marks(panel: Panel) -> list[str]:
    """The marks below the wording."""
    return [mark.text() for mark in panel.panel.ready.findChildren(IconLabel)]


def rows(panel: Panel) -> list[LineButton]:
    """The brackets that are listed."""
    return [row for row in panel.panel.brackets.findChildren(LineButton) if row.isVisible()]


def test_marks_say_in_words_what_is_there_and_what_is_open(panel: Panel) -> None:
    write(panel, "Publish the budget and train two officers by 2026")
    panel.qtbot.waitUntil(lambda: "time" in marks(panel))

    assert marks(panel) == [
        "verb", "one action: still open", "addressee: still open", "time", "measurable", "source",
    ]  # fmt: skip


def test_a_mark_tells_its_reason_on_hover_and_to_a_screen_reader(panel: Panel) -> None:
    write(panel, "Promote <b>peace</b>")
    panel.qtbot.waitUntil(lambda: marks(panel)[0] == "verb: still open")
    mark = panel.panel.ready.findChildren(IconLabel)[0]

    assert mark.accessibleName() == "verb: still open"
    assert mark.accessibleDescription() == ("“Promote” leaves open what is to be done. Say what one would see happen.")
    assert mark.toolTip() == f"{mark.accessibleName()}\n{mark.accessibleDescription()}"


def test_the_reasons_can_be_read_in_the_panel_what_is_missing_first(panel: Panel) -> None:
    reasons = panel.panel.reasons
    reasons.fold(False)
    panel.settle()
    sentences = [label.text() for label in reasons.findChildren(QLabel) if label.isVisible() and label.text()]

    assert sentences[0] == "addressee: “Addressed to” is empty. Say who is to act."
    assert sentences[-1] == "source: It leads back to what was said in the room."


def test_a_language_that_is_not_known_is_said_not_to_be_checked(panel: Panel) -> None:
    write(panel, "กระทรวงควรเผยแพร่งบประมาณ")
    panel.qtbot.waitUntil(lambda: "verb: not checked" in marks(panel))

    assert marks(panel)[2:4] == ["addressee: still open", "time: not checked"]
    panel.panel.matrix.fields["timeframe"].setFocus()
    panel.type("2027")
    panel.saved()
    assert marks(panel)[3] == "time"


def test_what_is_parked_needs_nothing_any_more(panel: Panel) -> None:
    panel.press(Qt.Key.Key_K, CTRL_SHIFT)
    assert not panel.panel.ready.isVisible()
    assert not panel.panel.reasons.isVisible()


def test_open_brackets_are_counted_with_their_alternatives_and_gone_to(panel: Panel) -> None:
    write(panel, "𝒳 [shall / should] publish [] [the [full / short] budget / ]")
    panel.qtbot.waitUntil(lambda: len(rows(panel)) == 4)
    count = next(label.text() for label in panel.panel.brackets.findChildren(IconLabel))

    assert count == "4 brackets open"
    assert [row.text() for row in rows(panel)] == [
        "shall / should", "(still empty)", "the [full / short] budget / (nothing)", "full / short",
    ]  # fmt: skip
    panel.qtbot.mouseClick(rows(panel)[3], Qt.MouseButton.LeftButton)
    assert panel.panel.wording.hasFocus()
    assert panel.panel.wording.textCursor().selectedText() == "[full / short]"
    rows(panel)[0].setFocus()
    panel.press(Qt.Key.Key_Space)
    assert panel.panel.wording.textCursor().selectedText() == "[shall / should]"


def test_the_key_walks_through_all_brackets_those_within_others_too(panel: Panel) -> None:
    write(panel, "[shall [now] / should] publish [it]")
    panel.press(Qt.Key.Key_Home)
    chosen = []
    for _ in range(4):
        panel.press(Qt.Key.Key_BracketRight, CTRL)
        chosen.append(panel.panel.wording.textCursor().selectedText())

    assert chosen == ["[shall [now] / should]", "[now]", "[it]", "[shall [now] / should]"]


def test_a_sign_without_its_other_half_is_told(panel: Panel) -> None:
    write(panel, "Ministries [shall publish the budget")
    panel.qtbot.waitUntil(panel.panel.brackets.isVisible)
    told = [label.text() for label in panel.panel.brackets.findChildren(QLabel) if label.isVisible()]

    assert "“[” after “Ministries” has no other half." in told
    assert rows(panel) == []


def test_a_pause_of_typing_is_no_version_but_a_minute_without_a_key_is(panel: Panel) -> None:
    wording = panel.panel.wording
    assert wording.rest.interval() == 60_000
    wording.setFocus()
    panel.press(Qt.Key.Key_End)
    for word in (" each", " year"):
        panel.type(word)
        panel.saved()
    assert len(panel.detail.wordings) == 2

    wording.rest.setInterval(0)
    panel.type(" and")
    panel.saved()
    wording.rest.setInterval(60_000)
    panel.type(" month")
    panel.saved()
    assert [one.text for one in panel.detail.wordings] == [
        "Cost every action", "Cost every action each year and", "Cost every action each year and month",
    ]  # fmt: skip


def test_a_status_cuts_a_version_though_the_focus_stays(panel: Panel) -> None:
    panel.panel.wording.setFocus()
    panel.press(Qt.Key.Key_End)
    panel.type(" soon")
    panel.press(Qt.Key.Key_T, CTRL_SHIFT)
    assert (panel.card.wording, panel.card.status) == ("Cost every action soon", Status.TABLED)
    panel.type(" enough")
    panel.saved()

    assert [one.text for one in panel.detail.wordings][1:] == [
        "Cost every action soon",
        "Cost every action soon enough",
    ]


def stays(panel: Panel, *texts: str) -> None:
    """Word it anew several times, each in a stay of its own."""
    for text in texts:
        write(panel, text)
        panel.place.board.take_focus()
        panel.settle()


def test_any_two_versions_are_compared_the_older_one_first(panel: Panel) -> None:
    stays(panel, "Cost each action", "Cost and publish each action")
    panel.press(Qt.Key.Key_H, CTRL)
    versions = panel.panel.versions
    assert versions.version.hasFocus()
    assert versions.text.toPlainText() == "Cost and publish each action"

    panel.press(Qt.Key.Key_Tab)
    assert versions.compared.hasFocus()
    panel.press(Qt.Key.Key_Down)
    assert versions.compared.currentText().startswith("compared with: Version 1")
    assert versions.text.toPlainText() == "Cost everyand publish each action"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("กระทรวงเผยแพร่แผน", "กระทรวงเผยแพร่งบประมาณ", "กระทรวงเผยแพร่แผนงบประมาณ"),
        ("ក្រសួងផ្សព្វផ្សាយផែនការ", "ក្រសួងផ្សព្វផ្សាយថវិកា", "ក្រសួងផ្សព្វផ្សាយផែនការថវិកា"),
        ("公布国家计划", "公布国家预算", "公布国家计划预算"),
        ("အစိုးရ စီမံချက် ထုတ်ပြန်", "အစိုးရ ဘတ်ဂျက် ထုတ်ပြန်", "အစိုးရ စီမံချက်ဘတ်ဂျက် ထုတ်ပြန်"),
    ],
)
def test_words_of_scripts_without_spaces_are_exchanged_as_a_whole(
    panel: Panel, before: str, after: str, told: str
) -> None:
    stays(panel, before, after)
    panel.press(Qt.Key.Key_H, CTRL)

    assert panel.panel.versions.text.toPlainText() == told


def test_a_version_is_restored_as_a_new_one_and_undone(panel: Panel) -> None:
    stays(panel, "Cost each action", "Cost all")
    panel.press(Qt.Key.Key_H, CTRL)
    versions = panel.panel.versions
    assert not versions.restore.isVisible()
    panel.press(Qt.Key.Key_End)
    assert versions.restore.text() == "Restore version 1"
    versions.restore.setFocus()
    panel.press(Qt.Key.Key_Space)

    assert panel.panel.wording.toPlainText() == "Cost every action"
    assert [one.text for one in panel.detail.wordings][-1] == "Cost every action"
    assert len(panel.detail.wordings) == 4
    panel.press(Qt.Key.Key_Z, CTRL)
    assert panel.panel.wording.toPlainText() == "Cost all"


def test_a_version_says_when_and_where_it_was_written(panel: Panel) -> None:
    stays(panel, "Cost each action")
    panel.press(Qt.Key.Key_H, CTRL)

    name, day, where = panel.panel.versions.version.currentText().split(" · ")
    assert (name, where) == ("Version 2", "here")
    assert len(day.split()) == 2
