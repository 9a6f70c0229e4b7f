"""Where two wordings of 2,000 words differ, against difflib on the same words ready made.

Wordings of several scripts, of which one in ten words was changed, and such that have nothing to do with each other.
Prints the worst of five rounds in milliseconds on the processor against the limit of 50, and as a ratio to difflib;
returns 1 when the limit is missed.
"""

import random
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher

from facilitator.desktop.card.differences import LANGUAGE, differences
from facilitator.text.words import words

WORDS, ROUNDS, LIMIT, CHANGED = 2_000, 5, 50, 0.1
COMMON = 2.5
"""How steeply words grow rare: the first of a list makes up one word in thirteen, as "the" does in English."""
SCRIPTS = {
    "Latin": (" ", "the of and to ministries women plan budget publish every district action before year report fund"),
    "Thai": ("", "และ ของ ใน ที่ แผน สตรี กระทรวง งบประมาณ ทุก ปี รายงาน จังหวัด สันติภาพ เผยแพร่ ต้อง ประเทศ"),
    "Khmer": ("", "និង របស់ នៅ ដែល ផែនការ ស្ត្រី ក្រសួង ថវិកា រាល់ ឆ្នាំ របាយការណ៍ ខេត្ត សន្តិភាព ផ្សព្វផ្សាយ ត្រូវ ប្រទេស"),
    "Burmese": ("", "နှင့် ၏ တွင် သော စီမံချက် အမျိုးသမီး ဝန်ကြီးဌာန ဘတ်ဂျက် တိုင်း နှစ် အစီရင်ခံစာ ခရိုင် ငြိမ်းချမ်းရေး ထုတ်ပြန် ရမည် နိုင်ငံ"),
    "Chinese": ("", "的 和 在 妇女 计划 部门 预算 公布 每个 年 报告 省 和平 必须 国家 行动"),
}


def wording(base: list[str], seed: int) -> list[str]:
    """Words of a list, its first ones most often; a word made of two is a rare one."""
    chance = random.Random(seed)
    rare = [one + other for one in base for other in base]
    vocabulary = base + rare
    return [vocabulary[int(len(vocabulary) * chance.random() ** COMMON)] for _ in range(WORDS)]


def changed(text: list[str], base: list[str]) -> list[str]:
    """The same with one word in ten left out, exchanged or added to."""
    chance = random.Random(7)
    made: list[str] = []
    for word in text:
        way = chance.random() / CHANGED * 3
        if way >= 1:
            made.append(chance.choice(base) if way < 2 else word)
        if 2 <= way < 3:
            made.append(chance.choice(base))
    return made


def milliseconds(do: Callable[[], object]) -> float:
    """How long it takes on the processor."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1000


def measure(name: str, before: str, after: str) -> float:
    """The worst round of one pair of wordings, which is told beside difflib's."""
    old, new = words(before, LANGUAGE), words(after, LANGUAGE)
    ours = max(milliseconds(lambda: differences(before, after)) for _ in range(ROUNDS))
    plain = milliseconds(lambda: SequenceMatcher(None, old, new, autojunk=False).get_opcodes())
    print(f"{name}: {len(old)} and {len(new)} words: {ours:.1f} ms (limit {LIMIT}), {ours / plain:.2f} x difflib")
    return ours


def main() -> int:
    """Measure every script."""
    worst = 0.0
    for script, (space, listed) in SCRIPTS.items():
        base = listed.split()
        before = wording(base, 1)
        for kind, after in (("changed", changed(before, base)), ("another", wording(base, 2))):
            worst = max(worst, measure(f"{script}, {kind}", space.join(before), space.join(after)))
    worst = max(worst, measure("one word over and over", "plan " * WORDS, "plan budget " * (WORDS // 2)))
    print(f"worst: {worst:.1f} ms")
    return worst > LIMIT


if __name__ == "__main__":
    sys.exit(main())
