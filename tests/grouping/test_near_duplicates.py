"""Cards that nearly say the same, and what turns the sense of one of them."""

import random

import pytest
from tests.factories import key
from tests.grouping.cards import ABOUT_MONEY, ABOUT_WOMEN, index_of

from facilitator.grouping import Pair, finished

COSTED = "Ministries cost every action of the national plan before its adoption"
TURNED = {
    "English": ("Ministries should publish the budget", "Ministries should not publish the budget", "not"),
    "English, short": ("Ministries must publish budgets", "Ministries mustn’t publish budgets", "mustn't"),
    "French": ("Publier le budget de chaque ministère", "Ne pas publier le budget de chaque ministère", "pas"),
    "French, short": ("Le ministère oublie son budget", "Le ministère n'oublie son budget", "n'oublie"),
    "Spanish": ("Publicar el presupuesto nacional", "Nunca publicar el presupuesto nacional", "nunca"),
    "Indonesian": ("Anggaran itu harus diterbitkan", "Anggaran itu tidak harus diterbitkan", "tidak"),
    "Thai": ("กระทรวงควรเผยแพร่งบประมาณ", "กระทรวงไม่ควรเผยแพร่งบประมาณ", "ไม่"),
    "Arabic": ("ينبغي نشر الميزانية الوطنية", "لا ينبغي نشر الميزانية الوطنية", "لا"),
    "Vietnamese": ("Các bộ công bố ngân sách", "Các bộ không công bố ngân sách", "không"),
}


def pairs(*texts: str) -> tuple[Pair, ...]:
    return finished(index_of(*texts).duplicates())


def test_a_card_typed_anew_with_slips_is_found_among_others() -> None:
    index = index_of(COSTED, *ABOUT_MONEY, *ABOUT_WOMEN)
    typed = "ministries cost evry action of national plan before its adoptoin"

    best, *others = index.similar(typed)
    assert best.key == key(0)
    assert best.score > 0.5 > max((one.score for one in others), default=0)


def test_the_same_words_are_wholly_alike_whatever_their_case_and_signs() -> None:
    (pair,) = pairs(COSTED, COSTED.upper() + "!", *ABOUT_WOMEN)

    assert (pair.a, pair.b, pair.score) == (key(0), key(1), 1.0)
    assert (pair.negations, pair.numbers) == ((), ())


def test_two_cards_alone_are_compared_too() -> None:
    assert [pair.score for pair in pairs(COSTED, COSTED)] == [1.0]
    assert pairs("short", "other") == ()
    assert pairs() == ()


def test_each_pair_is_told_once_and_the_most_alike_first() -> None:
    found = pairs(COSTED, f"{COSTED} by 2030", COSTED, *ABOUT_WOMEN)

    assert [(pair.a, pair.b) for pair in found] == [(key(0), key(2)), (key(0), key(1)), (key(1), key(2))]


def test_a_card_is_not_alike_to_itself() -> None:
    index = index_of(COSTED, *ABOUT_WOMEN)

    assert key(0) not in [one.key for one in index.similar(COSTED, besides=key(0))]


@pytest.mark.parametrize("language", TURNED)
def test_a_negation_that_only_one_has_is_pointed_out(language: str) -> None:
    one, other, negation = TURNED[language]
    (pair,) = pairs(one, other)

    assert negation in pair.negations[-1] if language == "Thai" else negation in pair.negations
    assert pair.numbers == ()


def test_a_changed_number_is_pointed_out_with_both() -> None:
    (pair,) = pairs(f"{COSTED} by 2025", f"{COSTED} by 2030")

    assert pair.numbers == ("2025", "2030")


def test_the_same_number_in_the_digits_of_another_script_is_no_change() -> None:
    (pair,) = pairs("تخصيص ميزانية بحلول عام 2025", "تخصيص ميزانية بحلول عام ٢٠٢٥")

    assert pair.numbers == ()


def test_thai_and_khmer_cards_are_compared_by_their_letters() -> None:
    thai, khmer = "สนับสนุนเงินทุนให้องค์กรสตรีในท้องถิ่น", "បោះពុម្ពថវិកាជាតិ"
    found = pairs(thai, thai.replace("สตรี", "สตรีสาว"), khmer, f"{khmer}ឆ្នាំ")

    assert {(pair.a, pair.b) for pair in found} == {(key(0), key(1)), (key(2), key(3))}


def test_every_card_of_many_finds_its_copy() -> None:
    chance = random.Random(3)
    words = [f"{first}{second}" for first in ("ka", "to", "mi", "ru") for second in ("lan", "ves", "dor", "pin", "sum")]
    texts = [" ".join(chance.choices(words, k=14)) for _ in range(60)]
    found = {(pair.a, pair.b) for pair in pairs(*texts, *(f"{text} soon" for text in texts))}

    assert {(key(number), key(number + 60)) for number in range(60)} <= found


def test_the_work_is_cut_into_a_step_for_each_card() -> None:
    steps = index_of(*ABOUT_MONEY).duplicates()

    assert [next(steps) for _ in ABOUT_MONEY] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    steps.close()
