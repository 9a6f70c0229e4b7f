"""Names that were typed into texts are found, and common words are not taken for them."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.contents import WORKSHOP, Room

from facilitator.domain.attribution import attribute
from facilitator.domain.kinds import Rule
from facilitator.domain.mentions import Mention, named_in_text


def found(text: str, rule: Rule = Rule.AFFILIATION, **person: Any) -> list[str]:
    """What is found in a note, when one person is known."""
    room = Room(replace(WORKSHOP, attribution=rule))
    room.person(person.pop("name", "Kim Sun-hee"), **person)
    room.note(room.session("abc"), text)
    content = room.content()
    return [mention.found for mention in named_in_text(content, attribute(content))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("As Kim Sun-hee said, plans cost money.", "Kim Sun-hee"),
        ("as KIM SUN HEE said", "KIM SUN HEE"),
        ("Kim’s question stays open", "Kim"),
        ("ask Kim: why?", "Kim"),
    ],
)
def test_a_whole_name_and_a_first_or_last_name_alone_are_found(text: str, name: str) -> None:
    assert found(text) == [name]


def test_a_name_inside_a_longer_word_is_not_found() -> None:
    assert found("Kimchi is served at noon") == []


@pytest.mark.parametrize("text", ["young women may long for hope", "many hopes"])
def test_part_of_a_name_that_is_a_word_counts_only_with_a_capital(text: str) -> None:
    assert found(text, name="Hope Young") == []
    assert found("Hope asked", name="Hope Young") == ["Hope"]


def test_a_whole_name_is_found_in_any_case_and_form_of_its_letters() -> None:
    assert found("nguyễn thị hòa asked", name="Nguyễn Thị Hòa".replace("ễ", "ễ")) == ["nguyễn thị hòa"]


def test_a_name_without_its_accents_is_found_as_a_search_finds_it() -> None:
    assert found("ask dang thi mai again", name="Đặng Thị Mai") == ["dang thi mai"]
    assert found("Nguyen Thi Hoa asked", name="Nguyễn Thị Hòa") == ["Nguyen Thi Hoa"]


def test_a_name_that_is_a_common_word_is_none_where_a_sentence_begins() -> None:
    assert found("Will the paper be sent? “Will it?” Yes. Will it!", name="Will") == []
    assert found("we asked Will again", name="Will") == ["Will"]
    assert found("Young women. Ask Young", name="Hope Young") == ["Young"]
    assert found("Kim asked", name="Kim") == ["Kim"]


def test_a_theme_that_is_a_name_without_its_space_is_found() -> None:
    room = Room(replace(WORKSHOP, attribution=Rule.AFFILIATION))
    room.person("Rekha Sahu")
    room.theme("RekhaSahu")
    content = room.content()

    assert named_in_text(content, attribute(content)) == [Mention("The theme RekhaSahu", "RekhaSahu")]


def test_only_texts_that_stand_in_the_report_count() -> None:
    room = Room(replace(WORKSHOP, attribution=Rule.AFFILIATION))
    room.person("Kim Sun-hee")
    for text in ("Kim one", "Kim two"):
        room.note(room.session("abc"), text)
    content = room.content()

    mentions = named_in_text(content, attribute(content), lambda text: text == "Kim two")

    assert mentions == [Mention("S2.1", "Kim")]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("kc", "kc will send the form", ["kc"]),
        ("gov2", "GOV2, not gov21, said so", ["GOV2"]),
        ("it", "it is the plan", []),
        ("it", "ask @it again", ["it"]),
        ("a", "a plan, plan A", []),
        ("un", "the UN was there", []),
    ],
)
def test_a_code_is_found_as_a_word_but_a_common_word_only_after_its_sign(
    code: str, text: str, expected: list[str]
) -> None:
    assert found(text, code=code) == expected


def test_a_code_that_we_made_counts_only_after_its_sign() -> None:
    assert found("ga was there", code="ga", code_made=True) == []
    assert found("ask @ga again", code="ga", code_made=True) == ["ga"]


def test_an_organisation_and_an_email_address_are_found() -> None:
    assert found("the ministry of  finance pays", organisation="Ministry of Finance") == ["ministry of  finance"]
    assert found("write to kim@fin.gov", email="kim@fin.gov") == ["kim@fin.gov"]
    assert found("WHO answers, who asks", organisation="WHO") == ["WHO"]


def test_a_role_in_place_of_a_name_is_no_name() -> None:
    assert found("The Moderator asked the Government", name="Government panellist 1", organisation="Government") == []


def test_a_function_in_place_of_a_name_counts_only_as_a_whole() -> None:
    assert found("Regional plans come first", name="Regional adviser") == []
    assert found("The regional adviser said", name="Regional adviser") == ["regional adviser"]


def test_a_title_is_no_part_of_a_name() -> None:
    assert found("Dr Smith is not here", name="Dr Kim Tan") == []
    assert found("Mr Tan is", name="Dr Kim Tan") == ["Tan"]


def test_a_name_in_a_script_without_spaces_is_found_anywhere() -> None:
    assert found("คุณสมชาย ใจดีกล่าวว่า", name="สมชาย ใจดี") == ["สมชาย ใจดี"]
    assert found("ถามสมชายอีกครั้ง", name="สมชาย ใจดี") == ["สมชาย"]
    assert found("王小明说", name="王小明") == ["王小明"]


def test_an_invisible_character_hides_no_name() -> None:
    assert found("as K\u200bim Sun\u00adhee said", name="Kim Sunhee") == ["Kim Sunhee"]


def test_nothing_is_listed_where_names_are_printed_anyway() -> None:
    assert found("As Kim Sun-hee said", rule=Rule.NAMED) == []


def test_every_text_that_is_printed_is_looked_through() -> None:
    room = Room(replace(WORKSHOP, title="Kim", conclusions="Kim", place="Kim"))
    room.person("Kim Sun-hee")
    session = room.session("Kim", key_points="Kim", digest="Kim", place="Kim")
    note = room.note(session, "Kim", due="Kim")
    fields = dict.fromkeys(("addressed_to", "action", "timeframe", "indicator", "resources", "status_note"), "Kim")
    one = room.recommendation("Kim", note, first="Kim asks", **fields)
    room.reserve(one, "Kim", "Kim")
    room.theme("Kim", digest="Kim")
    content = room.content()
    mentions = named_in_text(content, attribute(content))

    assert len(mentions) == 21
    assert {mention.where for mention in mentions if mention.where[0] == "S"} == {
        "S1 title", "S1 place", "S1 key points", "S1 digest", "S1.1", "S1.1 by when",
    }  # fmt: skip


def test_a_wording_follows_the_strictest_rule_of_its_sources() -> None:
    room = Room(replace(WORKSHOP, attribution=Rule.NAMED))
    room.person("Kim Sun-hee")
    note = room.note(room.session("abc"), "abc", rule=Rule.CHATHAM)
    room.recommendation("Kim asks", note)
    content = room.content()

    assert named_in_text(content, attribute(content)) == [Mention("R1 wording", "Kim")]


def test_the_sentence_says_where_and_what() -> None:
    assert "S1.1" in Mention("S1.1", "Kim").sentence
    assert "Kim" in Mention("S1.1", "Kim").sentence


words = st.text("abcนกé", min_size=1, max_size=5)


@settings(deadline=None, max_examples=150)
@given(st.lists(words, min_size=2, max_size=3), st.text("abcนกé ,.", max_size=10), st.text("abcนกé ,.", max_size=10))
def test_no_whole_name_is_missed_wherever_it_stands(name: list[str], before: str, after: str) -> None:
    whole = " ".join(name)

    assert found(f"{before} {whole} {after}", name=whole) != []


def test_many_names_in_long_texts_are_found_in_one_pass() -> None:
    room = Room()
    for number in range(500):
        room.person(f"Ana{number} Bela{number}", code=f"c{number}", organisation=f"Office {number}")
    session = room.session("abc")
    room.note(session, "nothing to see here, " * 50_000 + "office 7")
    content = room.content()

    assert [mention.found for mention in named_in_text(content, attribute(content))] == ["office 7"]
