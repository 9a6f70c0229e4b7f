"""Qt's own widgets look as the pictures do, in each palette and in both directions of reading."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTextEdit,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from facilitator import paths
from facilitator.desktop.look.look import Look
from facilitator.desktop.look.style import ROLES, qt_palette, restyle, style_sheet
from facilitator.desktop.look.tokens import PALETTES, palettes

STYLES = paths.resources() / "styles"
MARKS = sorted((STYLES / "marks").glob("*.svg"))
FIELDS = [QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QPushButton, QToolButton, QTextEdit, QPlainTextEdit]
TURNED = [QCheckBox, QRadioButton]
Show = Callable[..., QWidget]


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("is_mirrored", [False, True])
@pytest.mark.parametrize("palette", PALETTES)
def test_every_word_after_an_at_sign_is_filled_in(palette: str, is_mirrored: bool) -> None:
    sheet = style_sheet(palette, palettes()[palette], is_mirrored=is_mirrored)

    assert "@" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)


def test_a_word_that_is_no_token_is_refused_rather_than_left_in_the_sheet() -> None:
    tokens = {name: colour for name, colour in palettes()["paper"].items() if name != "accent"}

    with pytest.raises(KeyError):
        style_sheet("paper", tokens)


def test_no_colour_is_written_into_the_sheet_itself() -> None:
    sheet = (STYLES / "facilitator.qss").read_text(encoding="utf-8")

    assert re.findall(r"#[0-9A-Fa-f]{3,8}\s*[;}]", sheet) == []


@pytest.mark.parametrize("palette", PALETTES)
def test_every_picture_of_the_sheet_is_there_in_the_colour_of_its_palette(palette: str) -> None:
    tokens = palettes()[palette]
    named = set(re.findall(r'url\("marks:([^"]+)"\)', style_sheet(palette, tokens)))
    named |= set(re.findall(r'url\("marks:([^"]+)"\)', style_sheet(palette, tokens, is_mirrored=True)))

    assert named == {path.name for path in MARKS if path.stem.endswith(f"-{palette}")}
    for name in named:
        (stroke,) = re.findall('stroke="([^"]+)"', (STYLES / "marks" / name).read_text(encoding="utf-8"))
        assert stroke in {tokens["on-accent"], tokens["accent"], tokens["text"]}


def test_each_role_of_qt_has_one_of_our_colours() -> None:
    tokens = palettes()["slate"]
    palette = qt_palette(tokens)

    for role, token in ROLES.items():
        assert palette.color(palette.ColorGroup.Active, palette.ColorRole[role]) == QColor(tokens[token])


@pytest.mark.parametrize("palette", PALETTES)
def test_qt_understands_the_whole_sheet(shown: Show, look: Look, palette: str) -> None:
    look.choose_palette(palette)
    shown(*(kind() for kind in [*FIELDS, *TURNED]))

    # A rule that cannot be parsed, or a property that is not known, is a warning of Qt, and fails the test.


@pytest.mark.parametrize("kind", [*FIELDS, *TURNED], ids=lambda kind: kind.__name__)
def test_taking_the_focus_moves_nothing_and_can_be_seen(shown: Show, look: Look, kind: Callable[[], QWidget]) -> None:
    widget = kind()
    if isinstance(widget, QAbstractButton):
        widget.setText("Add a theme")
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(widget)
    size, hint, before = widget.size(), widget.sizeHint(), picture(widget)

    widget.setFocus()
    after = picture(widget)

    assert (widget.size(), widget.sizeHint()) == (size, hint)
    accent = look.colour("accent").name().upper()
    middle = QPoint(widget.width() // 2, 1)
    assert after.pixelColor(middle).name().upper() == accent
    assert before.pixelColor(middle).name().upper() != accent


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QSpinBox, QDateEdit, QPushButton, QToolButton])
def test_fields_and_buttons_are_as_high_as_each_other(shown: Show, look: Look, kind: Callable[[], QWidget]) -> None:
    widget = kind()
    shown(widget)

    assert widget.height() == 32


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("kind", [QPushButton, QCheckBox, QRadioButton, QLineEdit, QSpinBox])
def test_what_cannot_be_used_looks_so_in_every_palette(
    shown: Show, look: Look, kind: Callable[[], QWidget], palette: str
) -> None:
    look.choose_palette(palette)
    usable, unusable = kind(), kind()
    for widget in (usable, unusable):
        if isinstance(widget, QAbstractButton | QLineEdit):
            widget.setText("Words")
    unusable.setEnabled(False)
    shown(usable, unusable)

    def words(widget: QWidget) -> set[str]:
        # What lies behind the box or the ring of a button that is turned, and before the chevrons of a number.
        return colours(picture(widget).copy(28 if isinstance(widget, QCheckBox | QRadioButton) else 2, 2, 60, 28))

    assert look.colour("off").name().upper() in words(unusable)
    assert look.colour("text").name().upper() in words(usable)
    assert look.colour("text").name().upper() not in words(unusable) - {look.colour("line").name().upper()}


@pytest.mark.parametrize("palette", PALETTES)
def test_a_tick_is_drawn_in_a_box_that_is_chosen(shown: Show, look: Look, palette: str) -> None:
    look.choose_palette(palette)
    box = QCheckBox()
    shown(box)
    assert look.colour("accent").name().upper() not in colours(picture(box))

    box.setChecked(True)

    assert {look.colour(token).name().upper() for token in ("accent", "on-accent")} <= colours(picture(box))


@pytest.mark.parametrize("kind", [QComboBox, QDateEdit, QSpinBox])
def test_a_field_that_opens_or_counts_shows_a_chevron_on_its_trailing_side(
    shown: Show, look: Look, qapp: QApplication, kind: Callable[[], QWidget]
) -> None:
    field = kind()
    if isinstance(field, QDateEdit):
        field.setCalendarPopup(True)
        field.setDate(QDate(2023, 8, 10))
    window = shown(field)
    field.setFixedWidth(160)
    ink = look.colour("text").name().upper()

    for direction, left in ((Qt.LayoutDirection.LeftToRight, 130), (Qt.LayoutDirection.RightToLeft, 4)):
        qapp.setLayoutDirection(direction)
        window.grab()
        assert ink in colours(picture(field).copy(left, 4, 26, 24))


def test_a_size_that_a_widget_was_given_stands(shown: Show, look: Look) -> None:
    field = QPlainTextEdit()
    shown(field)

    field.setFont(look.content_font(16))
    assert field.fontInfo().pixelSize() == 16
    look.set_zoom(24)
    field.setFont(look.content_font(16))

    assert field.fontInfo().pixelSize() == 32
    look.choose_palette("slate")
    assert field.fontInfo().pixelSize() == 32


def test_words_of_a_heading_and_quiet_words_differ_from_plain_ones(shown: Show, look: Look) -> None:
    plain, heading, quiet = QLabel("a"), QLabel("a"), QLabel("a")
    heading.setProperty("heading", True)
    quiet.setProperty("quiet", True)
    shown(plain, heading, quiet)

    assert (plain.fontInfo().weight(), heading.fontInfo().weight()) == (400, 600)
    assert (plain.fontInfo().pixelSize(), quiet.fontInfo().pixelSize()) == (14, 13)


@pytest.mark.parametrize("weight", ["ok", "warn", "danger"])
def test_a_banner_has_the_tint_of_its_weight(shown: Show, look: Look, weight: str) -> None:
    banner = QFrame()
    banner.setProperty("banner", weight)
    banner.setFixedSize(60, 40)
    shown(banner)

    assert colours(picture(banner)) == {look.colour(token).name().upper() for token in (weight, f"{weight}-tint")}


def test_the_edge_of_rail_and_panel_turns_with_the_direction_of_reading(
    shown: Show, look: Look, qapp: QApplication
) -> None:
    rail, panel = QFrame(objectName="rail"), QFrame(objectName="sidePanel")
    for frame in (rail, panel):
        frame.setFixedSize(40, 40)
    shown(rail, panel)

    def edges() -> list[bool]:
        line = look.colour("line")
        return [picture(frame).pixelColor(x, 20) == line for frame in (rail, panel) for x in (0, 39)]

    assert edges() == [False, True, True, False]
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert edges() == [True, False, False, True]


def test_what_lies_in_a_banner_takes_the_colour_of_its_weight_when_that_changes(shown: Show, look: Look) -> None:
    banner = QFrame()
    sentence = QLabel("The disk is full.", banner)
    banner.setFixedSize(160, 40)
    shown(banner)

    for weight in ("danger", "warn", "ok"):
        restyle(banner, "banner", weight)
        assert look.colour(weight).name().upper() in colours(picture(sentence))
