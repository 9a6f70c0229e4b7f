"""What a recommendation still lacks is said in its own language, and nothing is claimed of a language not known."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.domain.cards import RegisterRow
from facilitator.domain.kinds import Status
from facilitator.domain.readiness import (
    TO_BE_READY,
    Given,
    Point,
    Reason,
    State,
    is_lacking,
    missing,
    readiness,
    readiness_of,
)
from facilitator.domain.readiness.language import language_of
from facilitator.domain.readiness.lexicon import tokens
from facilitator.domain.readiness.reading import read

WORDINGS = Path(__file__).parent / "wordings"
LETTERS = {"V": Point.VERB, "A": Point.ONE_ACTION, "T": Point.TIME, "M": Point.MEASURABLE}
MISJUDGED = 2
"""So many of each language's table the rules judge otherwise than a person: a noun that may be a verb."""
OF_WORDS = frozenset(LETTERS.values())


def table(name: str) -> list[tuple[str, str]]:
    """Verdict and wording of each line."""
    lines = (WORDINGS / f"{name}.txt").read_text("utf-8").splitlines()
    return [(verdict, wording) for verdict, _, wording in (line.partition(" | ") for line in lines)]


def bare(wording: str) -> Given:
    """A recommendation of which nothing is filled in."""
    return Given(wording, addressed_to=False, timeframe=False, indicator=False, is_sourced=False)


@pytest.mark.parametrize("language", ["en", "fr", "es", "id"])
def test_recommendations_are_judged_as_a_person_judges_them(language: str) -> None:
    wrong = []
    for letters, wording in table(language):
        findings = [finding for finding in readiness(bare(wording)) if finding.point in OF_WORDS]
        expected = {LETTERS[letter] for letter in letters.split() if letter != "-"}
        told = {finding.point for finding in missing(findings)}
        if told != expected or any(finding.state is State.UNCHECKED for finding in findings):
            wrong.append(wording)
    assert len(table(language)) >= 50
    assert len(wrong) <= MISJUDGED, wrong


@pytest.mark.parametrize(("language", "wording"), table("other"))
def test_of_another_language_nothing_is_claimed(language: str, wording: str) -> None:
    findings = {finding.point: finding for finding in readiness(bare(wording))}

    assert read(wording) is None, language
    assert {point for point, finding in findings.items() if finding.state is State.UNCHECKED} == OF_WORDS
    assert findings[Point.ADDRESSEE].state is findings[Point.SOURCE].state is State.MISSING


@pytest.mark.parametrize("wording", [wording for _, wording in table("other")])
def test_fields_are_checked_in_any_language(wording: str) -> None:
    filled = Given(wording, addressed_to=True, timeframe=True, indicator=True, is_sourced=True)
    there = {finding.point for finding in readiness(filled) if finding.state is State.THERE}

    assert there == {Point.ADDRESSEE, Point.TIME, Point.MEASURABLE, Point.SOURCE}


@pytest.mark.parametrize("language", ["en", "fr", "es", "id"])
def test_nearly_every_wording_is_known_to_be_of_its_language(language: str) -> None:
    known = [lexicon.tag if (lexicon := language_of(tokens(wording))) else "" for _, wording in table(language)]

    assert set(known) <= {language, ""}
    assert known.count("") <= MISJUDGED


@given(st.text(max_size=60), st.booleans(), st.booleans(), st.booleans(), st.booleans())
@example("{words} by 2026 {0}", False, False, False, False)
def test_whatever_is_typed_each_point_has_a_sentence(
    wording: str, addressed_to: bool, timeframe: bool, indicator: bool, is_sourced: bool
) -> None:
    findings = readiness(Given(wording, addressed_to, timeframe, indicator, is_sourced))

    assert [finding.point for finding in findings] == list(Point)
    assert all(finding.sentence for finding in findings)
    states = {finding.point: finding.state for finding in findings}
    assert (states[Point.ADDRESSEE] is State.THERE) == addressed_to
    assert (states[Point.SOURCE] is State.THERE) == is_sourced
    assert states[Point.TIME] is State.THERE or not timeframe
    assert states[Point.MEASURABLE] is State.THERE or not indicator


@given(
    st.lists(
        st.sampled_from(
            ["publish the", "budget", "and", "fund", "by 2026", ",", ".", "should", "raise awareness", "30", "%"]
        ),
        max_size=20,
    )
)
def test_what_is_quoted_stands_in_the_wording(words: list[str]) -> None:
    wording = " ".join(words)
    reading = read(wording)
    if reading is not None:
        spans = (*reading.actions, *reading.times, *reading.measures, *([reading.vague] if reading.vague else []))
        assert all(0 <= start < end <= len(wording) for start, end in spans)


@given(
    st.sampled_from(list(Status)),
    st.sampled_from([wording for _, wording in table("en")]),
    st.integers(0, 31),
    st.booleans(),
)
def test_a_row_of_the_table_lacks_something_when_a_point_is_missing(
    status: Status, wording: str, gaps: int, is_sourced: bool
) -> None:
    row = RegisterRow(bytes(16), "R", 1, wording, status.value, "", None, gaps, is_sourced)

    assert is_lacking(row) == bool(missing(readiness_of(row)))
    assert bool(readiness_of(row)) == (status in TO_BE_READY)


def told(wording: str, point: Point) -> tuple[Reason, str]:
    """Why a point is as it is, and the English sentence."""
    finding = next(finding for finding in readiness(bare(wording)) if finding.point is point)
    return finding.reason, finding.sentence


def test_a_vague_opening_is_named() -> None:
    assert told("Strengthen the technical capacity of ministries", Point.VERB) == (
        Reason.VERB_VAGUE,
        "“Strengthen the technical capacity” leaves open what is to be done. Say what one would see happen.",
    )
    assert told("Renforcer les capacités des ministères", Point.VERB)[0] is Reason.VERB_VAGUE
    assert told("Strengthen the law on assemblies", Point.VERB)[0] is not Reason.VERB_VAGUE


def test_several_actions_are_named() -> None:
    reason, sentence = told("Ministries should cost every action and publish the figure", Point.ONE_ACTION)

    assert reason is Reason.SEVERAL_ACTIONS
    assert "“cost”, “publish”" in sentence


def test_what_an_action_is_for_is_no_second_one() -> None:
    assert told("Train police to take evidence and report threats", Point.ONE_ACTION)[0] is Reason.ONE_ACTION
    assert (
        told("Review the law so that it protects women and punishes threats", Point.ONE_ACTION)[0] is Reason.ONE_ACTION
    )


def test_a_time_that_is_in_brackets_is_open() -> None:
    assert told("Publish the budget [by 2026 / each year]", Point.TIME) == (
        Reason.TIME_IN_BRACKETS,
        "“by 2026” is still in brackets, so the time is open.",
    )
    assert told("Publish the [full] budget by 2026", Point.TIME)[0] is Reason.TIME_NAMED


def test_a_year_and_the_number_of_a_resolution_measure_nothing() -> None:
    assert told("Implement resolution 1325 by 2026", Point.MEASURABLE)[0] is Reason.MEASURE_MISSING
    assert told("Train 40 officers by 2026", Point.MEASURABLE) == (
        Reason.MEASURE_NAMED,
        "“40” can be counted or measured.",
    )
