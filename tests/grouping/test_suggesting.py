"""Themes for a card: which, why, how sure, and when nothing can be known."""

import pickle

import pytest
from tests.factories import key
from tests.grouping.cards import ABOUT_MONEY, ABOUT_WOMEN, CLIMATE, FINANCING, WOMEN, grouped, index_of, put

from facilitator.grouping import Chips, Index, Unknown

ASKED = "Young women mediate in each negotiation"


def first(index: Index, text: str) -> bytes | None:
    ranked = index.suggest(text).ranked
    return ranked[0].theme if ranked else None


def test_a_card_is_put_where_others_say_the_like() -> None:
    index = grouped()

    assert first(index, ASKED) == WOMEN
    assert first(index, "Each plan needs a budget") == FINANCING


def test_the_scores_fall_and_lie_between_nothing_and_one() -> None:
    scores = [one.score for one in grouped().suggest(ASKED).ranked]

    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_the_name_of_a_theme_speaks_for_it_before_it_has_a_card() -> None:
    index = grouped()
    index.rename(CLIMATE, "Climate change")

    assert first(index, "Plan for a changing climate") == CLIMATE

    index.rename(CLIMATE, "")
    assert CLIMATE not in [one.theme for one in index.suggest("Plan for a changing climate").ranked]


def test_a_rare_word_says_more_than_one_that_all_themes_have() -> None:
    index = Index()
    put(index, FINANCING, 100, ["every government funds", "every government saves"])
    put(index, WOMEN, 200, ["judges sit", "every government trains", "judges in every government"])

    assert first(index, "every government every judge") == WOMEN


def test_a_renamed_theme_is_found_by_its_new_name_alone() -> None:
    index = grouped()
    index.rename(FINANCING, "Resources")

    assert first(index, "resources") == FINANCING
    assert first(index, "financing") is None


def test_a_card_speaks_for_the_theme_it_was_moved_to() -> None:
    index = grouped()
    index.add(key(1), "Protect journalists online", FINANCING)
    index.relabel(key(1), WOMEN)

    assert first(index, "Journalists are protected online") == WOMEN

    index.relabel(key(1), None)
    assert first(index, "Journalists") is None


def test_one_theme_is_shown_where_it_leads_three_where_it_leads_a_little() -> None:
    index = grouped()
    clear = index.suggest("Publish the budget of each national action plan")
    close = index.suggest("A budget for every negotiation team of women")

    assert clear.chips is Chips.ONE
    assert close.chips is not Chips.ONE
    assert len(close.ranked) == 2


def test_what_shares_nothing_with_any_theme_gets_no_theme() -> None:
    answer = grouped().suggest("Zzyzx")

    assert (answer.ranked, answer.chips, answer.unknown) == ((), Chips.NONE, None)


@pytest.mark.parametrize("text", ["", "2030", "😀 😀", "...", "\ud800"])
def test_of_a_text_without_words_it_says_that_it_cannot_know(text: str) -> None:
    assert grouped().suggest(text).unknown is Unknown.NO_WORDS


def test_without_themes_it_says_so() -> None:
    assert index_of("a text").suggest("a text").unknown is Unknown.NO_THEMES


@pytest.mark.parametrize("text", ["จัดสรรงบประมาณให้องค์กรสตรี", "ضمان تمويل خطط العمل", "为妇女组织提供资金", "ဘတ်ဂျက်"])
def test_of_a_script_in_which_nothing_is_grouped_it_says_that_it_cannot_know(text: str) -> None:
    index = grouped()
    index.add(key(1), text)

    assert index.suggest(text).unknown is Unknown.SCRIPT

    index.relabel(key(1), WOMEN)
    assert first(index, text) == WOMEN

    index.remove(key(1))
    assert index.suggest(text).unknown is Unknown.SCRIPT


def test_thai_cards_find_theirs_though_nobody_writes_spaces() -> None:
    index = grouped()
    put(index, FINANCING, 300, ["จัดสรรงบประมาณสำหรับแผนปฏิบัติการแห่งชาติ", "สนับสนุนเงินทุนให้องค์กรสตรี"])
    put(index, WOMEN, 400, ["เชิญหญิงสาวเข้าร่วมการเจรจา", "อบรมหญิงสาวเป็นผู้ไกล่เกลี่ย"])

    assert first(index, "งบประมาณของแผนปฏิบัติการต้องเปิดเผย") == FINANCING
    assert first(index, "หญิงสาวต้องมีที่นั่งในการเจรจา") == WOMEN


def test_the_reason_names_the_words_as_they_stand_and_the_nearest_card_there() -> None:
    index = grouped()
    (reason,) = index.explain("Train YOUNG women as Mediators", [WOMEN])

    assert set(reason.words) >= {"Train", "Mediators"}
    assert len(reason.words) <= 4
    assert index.text(reason.nearest or b"") == ABOUT_WOMEN[1]


def test_the_reason_does_not_name_words_that_every_other_card_has() -> None:
    index = grouped()
    for number in range(20):
        index.add(key(number), f"the thing numbered {number}", WOMEN if number % 2 else FINANCING)

    (reason,) = index.explain("the mediators", [WOMEN])
    assert reason.words == ("mediators",)


def test_in_a_script_without_spaces_the_nearest_card_is_the_reason() -> None:
    index = grouped()
    index.add(key(1), "อบรมหญิงสาวเป็นผู้ไกล่เกลี่ย", WOMEN)

    (reason,) = index.explain("อบรมหญิงสาวในท้องถิ่น", [WOMEN])
    assert (reason.words, reason.nearest) == ((), key(1))


def test_a_theme_that_nothing_speaks_for_has_no_reason() -> None:
    (reason,) = grouped().explain("Zzyzx", [WOMEN])

    assert (reason.words, reason.nearest) == ((), None)


def test_the_answers_can_be_sent_to_another_process() -> None:
    index = grouped()
    answers = (index.suggest(ABOUT_MONEY[0]), index.explain(ABOUT_MONEY[0], [FINANCING]), index.similar(ABOUT_MONEY[0]))

    assert pickle.loads(pickle.dumps(answers)) == answers


def test_a_key_is_one_card_and_what_is_gone_is_gone() -> None:
    index = grouped()

    with pytest.raises(KeyError):
        index.add(key(100), "again")
    index.remove(key(100))
    assert key(100) not in index
    assert len(index) == len(ABOUT_MONEY) + len(ABOUT_WOMEN) - 1
    with pytest.raises(KeyError):
        index.remove(key(100))
