"""A model that is told what there is now changes only what differs: what stands on a row stays on that row."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.desktop.widgets.many_rows import Row, rows_of

from facilitator.desktop.widgets.rows_model import RowsModel

FEW = st.lists(st.integers(0, 30), unique=True, max_size=12)
MANY = st.lists(st.integers(0, 200), unique=True, max_size=90)
TEXTS = st.sampled_from(["", "other"])


def model_of(rows: list[Row]) -> RowsModel[Row]:
    model: RowsModel[Row] = RowsModel({Qt.ItemDataRole.DisplayRole: lambda row: row.text})
    model.replace(rows)
    return model


def what_happens(model: RowsModel[Row]) -> list[tuple[str, int, int]]:
    """Which changes the model tells of, from then on."""
    told: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append(("came", first, last)))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(("went", first, last)))
    model.dataChanged.connect(lambda first, last: told.append(("changed", first.row(), last.row())))
    model.layoutChanged.connect(lambda: told.append(("rearranged", 0, model.rowCount() - 1)))
    model.modelReset.connect(lambda: told.append(("reset", 0, 0)))
    return told


@settings(deadline=None, max_examples=150)
@given(before=FEW | MANY, after=FEW | MANY, text=TEXTS)
def test_after_any_replacement_the_rows_are_the_new_ones_and_what_stood_on_one_still_does(
    qapp: object, before: list[int], after: list[int], text: str
) -> None:
    model = model_of(rows_of(before))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    held = {number: QPersistentModelIndex(model.index(row, 0)) for row, number in enumerate(before)}
    rows = [Row(number, 20, text) for number in after]

    model.replace(rows)

    assert model.rows == rows
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [row.text for row in rows]
    for number, index in held.items():
        row = after.index(number) if number in after else -1
        assert index.row() == row == model.row_of(Row(number, 1).key)
        assert model.index_of(Row(number, 1).key).row() == row


@settings(deadline=None, max_examples=60)
@given(before=FEW, after=FEW, chosen=st.sets(st.integers(0, 30)))
def test_the_selection_and_the_current_row_go_with_their_rows(
    qapp: object, before: list[int], after: list[int], chosen: set[int]
) -> None:
    model = model_of(rows_of(before))
    selection = QItemSelectionModel(model)
    for row, number in enumerate(before):
        if number in chosen:
            selection.setCurrentIndex(model.index(row, 0), QItemSelectionModel.SelectionFlag.Select)
    current = before[selection.currentIndex().row()] if selection.currentIndex().isValid() else None

    model.replace(rows_of(after))

    assert {model.rows[index.row()].number for index in selection.selectedIndexes()} == chosen & set(before) & set(
        after
    )
    if current in after:
        assert model.rows[selection.currentIndex().row()].number == current


@settings(deadline=None, max_examples=60)
@given(steps=st.lists(st.tuples(st.sampled_from(("append", "insert", "remove", "exchange")), st.integers(0, 9))))
def test_a_row_is_found_by_its_key_whatever_came_and_went_before(qapp: object, steps: list[tuple[str, int]]) -> None:
    model = model_of(rows_of([0, 1, 2]))
    for number, (step, place) in enumerate(steps, 100):
        count = len(model.rows)
        # Asked between the steps: what is known by then must stay true.
        assert model.row_of(Row(999, 1).key) == -1
        if step == "append":
            model.append(Row(number, 20))
        elif step == "insert":
            model.insert(place % (count + 1), [Row(number, 20)])
        elif step == "remove" and count:
            model.remove(place % count)
        elif step == "exchange" and count:
            model.exchange(place % count, Row(number, 20))

        assert [model.row_of(row.key) for row in model.rows] == list(range(len(model.rows)))
        here = {row.number for row in model.rows}
        assert {gone for gone in range(number + 1) if model.row_of(Row(gone, 1).key) >= 0} == here


def test_a_row_at_the_end_is_told_as_that_row_alone(qtbot: QtBot) -> None:
    model = model_of(rows_of(range(1000)))
    told = what_happens(model)

    model.replace(rows_of(range(1001)))

    assert told == [("came", 1000, 1000)]


def test_a_few_rows_that_go_and_come_are_told_one_by_one(qtbot: QtBot) -> None:
    model = model_of(rows_of(range(10)))
    told = what_happens(model)

    model.replace(rows_of([0, 1, 3, 4, 50, 51, 5, 6, 7, 8]))

    assert sorted(told) == [("came", 5, 6), ("went", 2, 2), ("went", 9, 9)]


def test_rows_that_changed_beside_each_other_are_told_together(qtbot: QtBot) -> None:
    model = model_of(rows_of(range(10)))
    told = what_happens(model)
    changed = [Row(row.number, 99) if row.number in {2, 3, 7} else row for row in rows_of(range(10))]

    model.replace(changed)

    assert told == [("changed", 2, 3), ("changed", 7, 7)]


def test_very_many_changes_are_told_once(qtbot: QtBot) -> None:
    model = model_of(rows_of(range(200)))
    told = what_happens(model)

    model.replace([Row(row.number, 99) if row.number % 2 else row for row in rows_of(range(200))])
    model.replace(rows_of(range(100, 300)))

    assert told[0] == ("changed", 1, 199)
    assert told[1] == ("rearranged", 0, 199)


def test_the_same_rows_again_tell_nothing(qtbot: QtBot) -> None:
    model = model_of(rows_of(range(200)))
    told = what_happens(model)

    model.replace(rows_of(range(200)))

    assert told == []


def test_a_row_that_changes_is_told_and_one_that_is_not_here_is_no_matter(qtbot: QtBot) -> None:
    model = model_of(rows_of(range(3)))
    told = what_happens(model)

    model.update(Row(1, 50, "other"))
    model.update(Row(77, 50))
    model.append(Row(3, 20))

    assert told == [("changed", 1, 1), ("came", 3, 3)]
    assert model.index(1, 0).data() == "other"
    assert model.row_of(Row(3, 1).key) == 3


def test_a_role_that_is_not_in_the_table_says_nothing(qtbot: QtBot) -> None:
    model = model_of(rows_of(range(1)))

    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.rowCount(model.index(0, 0)) == 0
