"""The bar of a share, a key cap, and words with an icon."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from facilitator.desktop.look.look import Look
from facilitator.desktop.widgets.icon_label import IconLabel
from facilitator.desktop.widgets.key_cap import KeyCap
from facilitator.desktop.widgets.share_bar import ShareBar

Show = Callable[..., QWidget]
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def filled(bar: ShareBar, look: Look, token: str) -> list[bool]:
    image = bar.grab().toImage()
    return [image.pixelColor(x, bar.height() // 2) == look.colour(token) for x in range(3, bar.width() - 3)]


@given(share=st.floats(allow_nan=False))
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_bar_is_filled_by_its_share_and_never_beyond(look: Look, qtbot: QtBot, share: float) -> None:
    bar = ShareBar(look, 106)
    bar.resize(106, 6)

    bar.show_share(share, "warn")

    assert sum(filled(bar, look, "warn")) == pytest.approx(100 * min(1, max(0, share)), abs=4)


def test_it_fills_from_where_reading_begins(qtbot: QtBot, look: Look) -> None:
    bar = ShareBar(look, 106)
    qtbot.addWidget(bar)
    bar.resize(106, 6)
    bar.show_share(0.25, "accent")

    assert filled(bar, look, "accent")[0]
    assert not filled(bar, look, "accent")[-1]
    bar.setLayoutDirection(RIGHT)
    assert filled(bar, look, "accent")[-1]
    assert not filled(bar, look, "accent")[0]


def test_a_key_cap_has_room_for_its_key_and_is_named(shown: Show, look: Look) -> None:
    caps = [KeyCap(look, key) for key in ("F1", "Ctrl Shift F")]
    shown(*caps)

    assert [cap.accessibleName() for cap in caps] == ["F1", "Ctrl Shift F"]
    assert caps[0].height() == caps[1].height() == 20
    assert caps[1].width() > caps[0].width()


def test_words_with_an_icon_are_shown_as_they_are_written(shown: Show, look: Look) -> None:
    label = IconLabel(look, "shield", "<b>not bold</b>")
    shown(label)

    (words,) = [part for part in label.findChildren(QLabel) if part.text()]
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>not bold</b>"


def test_an_icon_without_words_is_not_shown_alone(shown: Show, look: Look) -> None:
    label = IconLabel(look, "shield", "Affiliation only")
    shown(label)

    label.setText("")
    assert not label.isVisible()
    label.setText("Chatham House")
    assert label.isVisible()


def test_the_icon_takes_the_colour_of_another_palette(shown: Show, look: Look) -> None:
    label = IconLabel(look, "minus", "less", token="danger")
    shown(label)

    def sign() -> int:
        return next(part.pixmap().cacheKey() for part in label.findChildren(QLabel) if not part.pixmap().isNull())

    before = sign()
    look.choose_palette("slate")

    assert sign() != before
