"""What is set comes back from the page as it was, in every script, whole and wrapped."""

import io
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from facilitator.report.type import PageCanvas, Setting, Span, Typesetter

TEXTS = {
    "latin": "The office of “efficient” affairs met on 12 March 2026: AVATAR, fi fl ffi, NAP-WPS, 50 % of 10 km.",
    "yoruba": "Ẹ̀kọ́ nípa àlàáfíà àti ààbò àwọn obìnrin ní ẹsẹ̀ kẹ́ta",
    "cyrillic": "Участники обсудили финансирование и доступ к услугам; рекомендация № 4 принята.",
    "vietnamese": "Đại biểu đã thảo luận về kế hoạch hành động quốc gia, phụ nữ, hòa bình và an ninh.",
    "thai": "ประชาชนควรมีส่วนร่วมในการทำงานกับชุมชน น้ำท่วมที่อำเภอ ปี 2569 ผู้หญิงและสันติภาพ ก็ก็",
    "lao": "ປະຊາຊົນຄວນມີສ່ວນຮ່ວມໃນການຕັດສິນໃຈ ແມ່ຍິງ ສັນຕິພາບ ແລະ ຄວາມໝັ້ນຄົງ ນ້ຳ",
    "khmer": "ប្រជាជនគួរចូលរួមក្នុងការសម្រេចចិត្ត ស្ត្រី សន្តិភាព និងសន្តិសុខ ខ្ញុំចង់ទៅផ្សារ",
    "khmer, zero width spaces": "ប្រជាជន\u200bគួរ\u200bចូលរួម\u200bក្នុង\u200bការ\u200bសម្រេចចិត្ត",
    "burmese": "ပြည်သူများသည် ဆုံးဖြတ်ချက်ချရာတွင် ပါဝင်သင့်သည် အမျိုးသမီး ငြိမ်းချမ်းရေးနှင့် က္က ကြွေ",
    "devanagari": "महिलाओं, शांति और सुरक्षा पर राष्ट्रीय कार्य योजना का कार्यान्वयन। क्षेत्र श्री र्कि त्र्य हिन्दी 2026",
    "bengali": "নারী, শান্তি ও নিরাপত্তা বিষয়ক কর্মপরিকল্পনার বাস্তবায়ন। ক্ষেত্র কো শ্রী র্কি ন্ত্র স্ক্রী",
    "tamil": "பெண்கள், அமைதி மற்றும் பாதுகாப்பு தேசிய செயல் திட்டம் கொண்டு க்ஷ ஸ்ரீ பொதுமக்கள் தேவை",
    "sinhala": "කාන්තාවන්, සාමය සහ ආරක්ෂාව පිළිබඳ ජාතික ක්\u200dරියාකාරී සැලැස්ම ශ්\u200dරී ලංකා",
    "mixed": "R4 ประชาชน (NAP-WPS 2026) ប្រជាជន и शांति a\u2003b ∑ ☎ x ≤ y",
}


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def page_of(*settings: Setting) -> bytes:
    stream = io.BytesIO()
    canvas = PageCanvas(stream, (2000, 842), invariant=True)
    top = 800.0
    for setting in settings:
        setting.draw(canvas, 51, top)
        top -= setting.height + 14
    canvas.save()
    return stream.getvalue()


def read_by_poppler(data: bytes, tmp_path: Path) -> list[str]:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler-utils are not installed")
    file = tmp_path / "page.pdf"
    file.write_bytes(data)
    found = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True, encoding="utf-8")
    return [line.rstrip() for line in found.stdout.rstrip("\f\n").split("\n")]


def read_by_pdfium(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        text = document[0].get_textpage().get_text_range()
    return [line.rstrip() for line in text.replace("\r", "").split("\n")]


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize("size", [8.0, 10.0])
@pytest.mark.parametrize("name", TEXTS)
def test_text_comes_back_from_the_page_whole_and_wrapped(
    typesetter: Typesetter, tmp_path: Path, name: str, size: float, bold: bool
) -> None:
    spans = [Span(unicodedata.normalize("NFC", TEXTS[name]), size=size, bold=bold)]
    whole, wrapped = typesetter.set(spans, 5000, 14), typesetter.set(spans, 100, 14)
    data = page_of(whole, wrapped)
    expected = [line.text.rstrip() for line in (*whole.lines, *wrapped.lines)]

    assert len(wrapped.lines) > 1
    assert read_by_poppler(data, tmp_path) == expected
    assert read_by_pdfium(data) == expected
    assert typesetter.missing == {}


def test_styles_and_sizes_on_one_line_come_back_as_one_text(typesetter: Typesetter, tmp_path: Path) -> None:
    setting = typesetter.set(
        [
            Span("R4", bold=True, keep=True),
            Span(" น้ำท่วม", underline=True),
            Span("ทำ", bold=True, strike=True),
            Span(" S3.12", size=8),
        ],
        400,
        14,
    )
    data = page_of(setting)

    assert read_by_poppler(data, tmp_path) == read_by_pdfium(data) == ["R4 น้ำท่วมทำ S3.12"]


def test_controls_of_direction_and_soft_hyphens_leave_no_trace_on_the_page(
    typesetter: Typesetter, tmp_path: Path
) -> None:
    setting = typesetter.set([Span("a \u202elive\u202c b\u200ex rec\u00adom\u00admend \ufeffc\u2066d\u2069")], 400, 14)

    assert read_by_poppler(page_of(setting), tmp_path) == ["a live bx recommend cd"]
    assert typesetter.missing == {}


def test_a_character_without_a_glyph_comes_back_as_itself(tmp_path: Path) -> None:
    data = page_of(Typesetter().set([Span("one 🧿 two 漢字 three")], 400, 14))

    assert read_by_poppler(data, tmp_path) == ["one 🧿 two 漢字 three"]
