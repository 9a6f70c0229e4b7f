import pytest

from facilitator.text.scripts import main_script


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Publish the budget", "LATIN"),
        ("งบประมาณ NAP", "THAI"),
        ("ميزانية", "ARABIC"),
        ("予算を公表する", "CJK"),
        ("ဘတ်ဂျက်", "MYANMAR"),
        ("ab กข", "LATIN"),
        ("2030 – 😀", ""),
        ("2030 2031 ab", "LATIN"),
        ("", ""),
    ],
)
def test_the_script_of_a_text_is_that_of_most_of_its_letters(text: str, name: str) -> None:
    assert main_script(text) == name
