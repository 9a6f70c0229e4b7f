"""What two texts are compared by."""

import pytest

from facilitator.grouping.features import features


@pytest.mark.parametrize(
    ("text", "lengths"),
    [("budgets", {4, 5}), ("บาท", {3, 4}), ("ပြည်", {3, 4}), ("ថវិកា", {3, 4}), ("平等", {2, 3}), ("평등한", {2, 3})],
)
def test_strings_of_letters_are_as_long_as_the_script_needs(text: str, lengths: set[int]) -> None:
    found = features(text)

    assert {len(name) for name in found.names[found.words :]} == lengths


def test_the_words_come_first_folded_and_with_their_vowel_signs() -> None:
    found = features("Équité, équité! न्याय")

    assert found.names[: found.words] == ("=equite", "=न्याय")


def test_all_texts_weigh_as_much_however_long_they_are() -> None:
    lengths = [sum(weight * weight for weight in features(text).weights) for text in ("a", "peace " * 50, "one two")]

    assert max(lengths) / min(lengths) == pytest.approx(1, abs=0.02)
