"""Which bytes are read as which text, and what a person is told when that cannot be known."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.domain.errors import (
    EncodingDoesNotFit,
    EncodingNotKnown,
    TooLarge,
    UnknownEncoding,
)
from facilitator.intake import encodings
from facilitator.intake.encodings import decode

from .sentences import read_or_refused

SCRIPTS = {
    "latin": "# Women, Peace and Security\n! Publish the budget #financing\n",
    "thai": "! เผยแพร่งบประมาณ #การเงิน\n@kc สตรี สันติภาพ และความมั่นคง\n",
    "thai alone": "สตรีสันติภาพและความมั่นคง",
    "lao": "! ເຜີຍແຜ່ງົບປະມານ\nແມ່ຍິງ ສັນຕິພາບ\n",
    "khmer": "ស្ត្រី សន្តិភាព និងសន្តិសុខ\n",
    "burmese": "အမျိုးသမီး ငြိမ်းချမ်းရေး\nလုံခြုံရေး\n",
    "hindi": "महिला शांति और सुरक्षा\nबजट प्रकाशित करें\n",
    "malayalam": "സ്ത്രീ സമാധാനം സുരക്ഷ\n",
    "vietnamese": "Phụ nữ, hòa bình và an ninh\n",
    "russian": "Женщины, мир и безопасность\n",
    "chinese": "！ 公布预算 ＃財政\n妇女、和平与安全\n第二行\n",
    "japanese": "女性・平和・安全保障\n予算を公開する\n",
    "korean": "여성 평화 안보\n예산 공개\n",
}
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"])).filter(lambda text: text[:1] != "\ufeff")


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_unicode_text_of_every_script_is_read_with_and_without_a_mark(script: str, encoding: str) -> None:
    text = SCRIPTS[script]
    assert decode(text.encode(encoding)) == text


@given(TEXTS)
@settings(deadline=None, max_examples=150)
def test_what_was_written_as_utf8_or_with_a_mark_is_read_back(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(encoding)) == text


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp874", "utf-16", "utf-7", "hex", "idna", "no\0ne", ""])
)
@settings(deadline=None, max_examples=300)
def test_any_bytes_are_text_or_a_sentence(data: bytes, encoding: str | None) -> None:
    with read_or_refused():
        assert isinstance(decode(data, encoding), str)


@pytest.mark.parametrize(
    "text",
    [
        "a\0b",
        "one\0 stray NUL in a longer line\n",
        "\x01\x02 controls \x1b[0m\n",
        "a\rb\rc",
        "\0",
        "เ\0 ก\n",
        "abc\0",
        "A\0B\n",
    ],
)
def test_nuls_controls_and_lone_carriage_returns_do_not_make_utf8_fail(text: str) -> None:
    assert decode(text.encode()) == text


def test_thai_that_could_be_letters_of_latin_the_other_way_round_is_read_as_thai() -> None:
    for encoding in ("utf-16-le", "utf-16-be"):
        assert decode("กขคงจฉชซ".encode(encoding)) == "กขคงจฉชซ"


@pytest.mark.parametrize("data", [b"a\x00b\rc\r\nd\x85\n", b"prix\x92\x00 100 \x80s\n", b"ca\xf1a\x00\r\nno\r\n\r\n"])
def test_a_short_line_of_another_encoding_with_a_nul_is_asked_about_and_not_taken_for_utf16(data: bytes) -> None:
    with pytest.raises(UnknownEncoding):
        decode(data)


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"") == ""
    assert decode(codecs.BOM_UTF8) == ""
    assert decode(codecs.BOM_UTF16_LE) == ""


def test_a_lone_surrogate_in_a_marked_utf16_file_is_left_for_the_cleaner() -> None:
    assert decode(codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0") == "a\ud800b"


def test_utf16_that_begins_with_nul_is_not_taken_for_utf32() -> None:
    assert decode(codecs.BOM_UTF16_LE + "\0abc".encode("utf-16-le")) == "\0abc"


def test_a_legacy_thai_file_is_refused_with_candidates_and_what_each_would_read() -> None:
    with pytest.raises(UnknownEncoding) as caught:
        decode("! เผยแพร่งบประมาณ #การเงิน\n".encode("cp874"))
    sentence = str(caught.value)
    assert "--encoding" in sentence
    assert "cp874 reads “! เผยแพร่งบประมาณ" in sentence
    assert "cp1252 reads" in sentence or "cp1258" in sentence
    assert caught.value.exit_code == 3


def test_a_legacy_western_file_is_refused_with_cp1252_among_the_candidates() -> None:
    with pytest.raises(UnknownEncoding) as caught:
        decode(b"A first line in plain ASCII\n" * 500 + "Señora Núñez, Perú\n".encode("cp1252"))
    assert "cp1252 reads “Señora Núñez, Perú”" in str(caught.value)


def test_a_named_encoding_is_used() -> None:
    text = "สตรี สันติภาพ"
    assert decode(text.encode("cp874"), "cp874") == text
    assert decode(text.encode("cp874"), "TIS-620") == text
    assert decode("Núñez".encode("cp1252"), "windows-1252") == "Núñez"
    assert decode("x".encode("utf-8-sig"), "utf-8") == "x"


@pytest.mark.parametrize(
    "name", ["klingon", "", " ", "hex", "rot13", "idna", "punycode", "unicode_escape", "undefined", "a\0b"]
)
def test_an_encoding_that_is_none_is_a_mistake_of_usage(name: str) -> None:
    with pytest.raises(EncodingNotKnown) as caught:
        decode(b"x", name)
    assert caught.value.exit_code == 2


def test_a_named_encoding_that_does_not_fit_names_byte_and_line() -> None:
    with pytest.raises(EncodingDoesNotFit) as caught:
        decode(b"one\r\ntwo\rthree\nf\xffour", "utf-8")
    assert caught.value.parameters["line"] == 4
    assert caught.value.parameters["byte"] == 17
    assert "byte 17 (line 4)" in str(caught.value)


def test_a_marked_file_that_is_cut_off_names_the_byte() -> None:
    with pytest.raises(EncodingDoesNotFit) as caught:
        decode("Zeile\nzwei".encode("utf-16") + b"\x41")
    assert caught.value.parameters["line"] == 2


def test_a_text_beyond_the_limit_is_refused_before_it_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encodings, "TEXT_LIMIT", 10)
    assert decode(b"x" * 10) == "x" * 10
    with pytest.raises(TooLarge):
        decode(b"\xff" * 11)


def test_long_lines_and_many_lines_come_through_whole() -> None:
    for text in ("ก" * 1_000_000, "! บันทึก #ประเด็น\n" * 100_000):
        assert decode(text.encode()) == text
        assert decode(text.encode("utf-16-le")) == text
