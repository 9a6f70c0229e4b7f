"""`suggest`, `duplicates` and `groups`: what the wall would propose, as a person or a script has it."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from tests.workshops import lying_in

from facilitator.domain.kinds import Status
from facilitator.domain.nouns import Key
from facilitator.store.edits import Edits
from facilitator.workspace.opening import open_workspace

Facilitator = Callable[..., Any]

LINES = """# Water
## Groups
! Put a budget line for each action plan into the annual budget #Financing
! Publish the budget of each action plan every year #Financing
! Donors fund organisations of women with flexible grants #Financing
! Invite young women to every negotiation team #Participation
! Reserve seats for women with disabilities in peace talks #Participation
! Train young women as mediators #Participation
! จัดสรรงบประมาณสำหรับแผนปฏิบัติการแห่งชาติ #การเงิน
@secretary ! Each ministry has a budget for its action plan before 2025
@secretary ! Each ministry has no budget for its action plan before 2030
! Let young women mediate in peace talks
! ควรจัดสรรงบประมาณประจำปีให้องค์กรสตรี
! ضمان تمويل خطط العمل الوطنية من ميزانية الدولة
! ضمان تمويل خطط العمل الوطنية من ميزانية الوزارة
// ! Minister Wrongdoer hides the budget of the action plan
"""


@pytest.fixture
def wall(facilitator: Facilitator, tmp_path: Path) -> Path:
    """R1 to R7 in themes, R8 to R13 in the tray."""
    (tmp_path / "n.txt").write_text(LINES, encoding="utf-8")
    facilitator("import", "w.workshop", "n.txt")
    return tmp_path / "w.workshop"


def edited(path: Path, do: Callable[[Edits, dict[str, Key]], object]) -> None:
    with closing(open_workspace(path)) as workspace:
        with workspace.read() as reads:
            keys = {str(one.number): one.id for one in reads.recommendations()}
        with workspace.edit("Edit") as edits:
            do(edits, keys)


def test_each_recommendation_in_the_tray_gets_its_ranked_themes(facilitator: Facilitator, wall: Path) -> None:
    suggestions = facilitator("suggest", wall, "--json").object["suggestions"]

    assert list(suggestions) == ["R8", "R9", "R10", "R11", "R12", "R13"]
    assert suggestions["R10"][0]["theme"] == "Participation"
    assert suggestions["R8"][0]["theme"] == "Financing"
    assert set(suggestions["R8"][0]) == {"theme", "score", "because"}
    assert "budget" in suggestions["R8"][0]["because"]
    assert suggestions["R8"][0]["because"].endswith(("; like R1", "; like R2"))
    assert suggestions["R8"][0]["score"] > suggestions["R8"][-1]["score"] > 0


def test_thai_is_explained_by_a_card_and_of_arabic_nothing_can_be_known(facilitator: Facilitator, wall: Path) -> None:
    suggestions = facilitator("suggest", wall, "--json").object["suggestions"]

    assert [(one["theme"], one["because"]) for one in suggestions["R11"]] == [("การเงิน", "like R7")]
    assert suggestions["R12"] == suggestions["R13"] == []
    assert facilitator("suggest", wall).out.count("cannot know: nothing in this script is grouped yet") == 2


def test_arabic_finds_its_theme_once_a_card_of_it_is_there(facilitator: Facilitator, wall: Path) -> None:
    edited(wall, lambda edits, keys: edits.recommendations.file([keys["R12"]], edits.themes.named("Financing")))

    (first, *_) = facilitator("suggest", wall, "--json").object["suggestions"]["R13"]
    assert first["theme"] == "Financing"
    assert first["because"].endswith("like R12")
    assert "تمويل" in first["because"]


def test_a_person_gets_a_table_with_the_reasons(facilitator: Facilitator, wall: Path) -> None:
    head, *rows = facilitator("suggest", wall).out.splitlines()

    assert head.split() == ["Number", "Sure", "Theme", "Score", "Because", "Recommendation"]
    assert rows[0].startswith("R8")
    assert rows[0].endswith("Each ministry has a budget for its action plan before 2025")


def test_near_duplicates_are_told_with_what_turns_their_sense(facilitator: Facilitator, wall: Path) -> None:
    pairs = facilitator("duplicates", wall, "--json").object["pairs"]

    assert [(one["a"], one["b"]) for one in pairs] == [("R12", "R13"), ("R8", "R9")]
    assert all(1 > one["score"] >= 0.5 for one in pairs)
    said = facilitator("duplicates", wall).out
    assert "Mind the negation that only one has: no" in said
    assert "Mind the numbers that only one has: 2025, 2030" in said


def test_first_groups_are_of_the_tray_alone_and_named(facilitator: Facilitator, wall: Path) -> None:
    groups = facilitator("groups", wall, "--json").object["groups"]

    assert all(set(group) == {"name", "members"} and group["name"] for group in groups)
    members = [group["members"] for group in groups]
    assert {"R12", "R13"} in map(set, members)
    assert {"R8", "R9"} <= {number for one in members for number in one} <= {f"R{place}" for place in range(8, 14)}
    assert "R12" in facilitator("groups", wall).out


def test_what_was_merged_is_in_no_proposal(facilitator: Facilitator, wall: Path) -> None:
    edited(wall, lambda edits, keys: edits.recommendations.merge(keys["R8"], keys["R9"]))

    assert "R9" not in facilitator("suggest", wall, "--json").object["suggestions"]
    assert [one["a"] for one in facilitator("duplicates", wall, "--json").object["pairs"]] == ["R12"]
    assert "R9" not in facilitator("groups", wall, "--json").out


def test_every_other_status_is_in(facilitator: Facilitator, wall: Path) -> None:
    edited(wall, lambda edits, keys: edits.recommendations.set_status(keys["R8"], Status.NOT_AGREED))

    assert "R8" in facilitator("suggest", wall, "--json").object["suggestions"]


@pytest.mark.parametrize("command", ["suggest", "duplicates", "groups"])
def test_no_speaker_and_no_private_word_comes_out(facilitator: Facilitator, wall: Path, command: str) -> None:
    for done in (facilitator(command, wall), facilitator(command, wall, "--json")):
        assert (done.code, done.err) == (0, "")
        assert not any(word in done.out for word in ("secretary", "Wrongdoer"))


@pytest.mark.parametrize("command", ["suggest", "duplicates", "groups"])
def test_an_empty_workshop_has_nothing_to_propose_and_no_command_writes(
    facilitator: Facilitator, wall: Path, command: str
) -> None:
    facilitator("new", "empty.workshop", "--title", "Empty")
    before = lying_in(wall.parent)

    (empty,) = facilitator(command, "empty.workshop", "--json").object.values()
    assert not empty
    assert len(facilitator(command, "empty.workshop").out.splitlines()) == 1
    facilitator(command, wall)
    assert lying_in(wall.parent) == before
    assert facilitator(command, wall, "--quiet").out == ""


def test_in_the_sample_a_card_taken_out_of_its_theme_is_mostly_put_back_there(facilitator: Facilitator) -> None:
    facilitator("sample", "s.workshop")
    with closing(open_workspace(Path("s.workshop"))) as workspace:
        with workspace.read() as reads:
            names = {theme.id: theme.name for theme in reads.themes()}
            cards = [card for card in reads.cards() if card.home is not None][::6]
        with workspace.edit("Take out") as edits:
            edits.recommendations.file([card.key for card in cards], None)
    suggestions = facilitator("suggest", "s.workshop", "--json").object["suggestions"]

    home = {str(card.number): names[card.home] for card in cards}
    found = [number for number in home if home[number] in [one["theme"] for one in suggestions[number][:3]]]
    assert len(found) > len(home) / 2
