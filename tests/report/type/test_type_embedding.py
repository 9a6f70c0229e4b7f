"""The PDF that comes out: fonts embedded, the same bytes each time, and what is used of ReportLab as it is expected."""

import dataclasses
import io
import itertools
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from facilitator.report.type import PageCanvas, Span, Typesetter
from facilitator.report.type.embedding import EmbeddedFonts, has_same_outlines, subset, to_unicode
from facilitator.report.type.fonts import FontLibrary
from facilitator.report.type.glyphs import Run
from facilitator.report.type.shaping import Shaper

TEXT = "Kind office ไทยน้ำ ខ្ញុំ ကြွေ क्षि শ্রী க்ஷ ශ්\u200dරී 🧿 ∑"


def pages(typesetter: Typesetter, count: int = 2) -> bytes:
    stream = io.BytesIO()
    canvas = PageCanvas(stream, (595, 842), language="en", invariant=True)
    for _ in range(count):
        for place, bold in enumerate((False, True)):
            setting = typesetter.set([Span(TEXT, bold=bold, underline=True)], 364, 14)
            setting.draw(canvas, 93, 772 - place * 300)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def run(tool: str, data: bytes, tmp_path: Path, *options: str) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    file = tmp_path / "pages.pdf"
    file.write_bytes(data)
    return subprocess.run([tool, *options, file], capture_output=True, check=True, encoding="utf-8").stdout


def test_every_font_is_embedded_as_a_subset_with_its_texts(tmp_path: Path) -> None:
    rows = [line.split() for line in run("pdffonts", pages(Typesetter()), tmp_path).splitlines()[2:]]

    assert len(rows) == 17
    assert all(row[0][6] == "+" and row[1:4] == ["CID", "TrueType", "Identity-H"] for row in rows)
    assert all(row[4:7] == ["yes", "yes", "yes"] for row in rows)


def test_the_file_is_sound(tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", pages(Typesetter()), tmp_path, "--check")


def test_the_same_pages_are_the_same_bytes_whatever_was_set_before() -> None:
    other = Typesetter()
    other.set([Span("क्षि 字 other words ขน", bold=True)], 100, 14)

    assert pages(Typesetter()) == pages(other) == pages(other)


def test_an_empty_page_names_no_font_at_all(tmp_path: Path) -> None:
    stream = io.BytesIO()
    canvas = PageCanvas(stream, (595, 842))
    Typesetter().set([Span(" \n \n")], 100, 14).draw(canvas, 93, 772)
    canvas.setPageSize((842, 595))
    canvas.showPage()
    canvas.save()

    assert b"Helvetica" not in stream.getvalue()
    assert b"/Type /Font" not in stream.getvalue()
    assert "No syntax" in run("qpdf", stream.getvalue(), tmp_path, "--check")


def test_every_glyph_on_the_page_is_in_its_subset_with_its_width() -> None:
    typesetter = Typesetter()
    setting = typesetter.set([Span(TEXT)], 900, 14)
    fonts = EmbeddedFonts()
    fonts.use([word for line in setting.lines for unit in line.units for _, word in unit.pieces])
    known = {font.name: set(texts) for font, texts in fonts._glyphs().items()}
    canvas = PageCanvas(io.BytesIO(), (1000, 842))
    setting.draw(canvas, 0, 100)
    drawn: dict[str, set[int]] = {}
    for name, rest in re.findall(r"/(T\d+b?) [\d.]+ Tf(.*?)(?=/T\d|ET)", " ".join(canvas._code)):
        for code in re.findall(r"<([0-9A-F]+)>", rest):
            drawn.setdefault(name, set()).update(int(code[at : at + 4], 16) for at in range(0, len(code), 4))

    assert len(drawn) == 9
    assert all(glyphs <= known[name] for name, glyphs in drawn.items())


def test_ink_is_where_the_shaper_put_it() -> None:
    """As pdfium draws it, the page is as wide as the setting says: no glyph is missing, none has a width of its own."""
    setting = Typesetter().set([Span("ខ្ញុំ क्षि น้ำ कार्यान्वयन ငြိမ်းချမ်း Wx", size=40)], 2000, 84)
    stream = io.BytesIO()
    canvas = PageCanvas(stream, (1000, 200))
    setting.draw(canvas, 100, 150)
    canvas.save()
    with pypdfium2.PdfDocument(stream.getvalue()) as document:
        picture = document[0].render(scale=1)
        width, stride, channels, pixels = picture.width, picture.stride, picture.n_channels, bytes(picture.buffer)
    inked = [x for x in range(width) if any(pixels[y * stride + x * channels] < 128 for y in range(200))]

    assert inked[0] == pytest.approx(100, abs=8)
    assert inked[-1] == pytest.approx(100 + setting.width, abs=4)
    assert max(right - left for left, right in itertools.pairwise(inked)) < 16


def test_a_subset_holds_the_outlines_that_were_asked_for() -> None:
    font = FontLibrary.bundled().primary(False)
    glyphs = [0, *(font.shaper.get_nominal_glyph(ord(each)) for each in "aẤg")]
    data = subset(font, glyphs)

    assert len(data) < len(font.face.blob.data) / 4
    assert has_same_outlines(data, font, glyphs)


def test_a_subset_that_lost_a_glyph_is_noticed_and_the_whole_font_embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    font = FontLibrary.bundled().primary(False)
    glyph = font.shaper.get_nominal_glyph(ord("a"))
    honest: Callable[[hb.Face, hb.SubsetInput], hb.Face] = hb.subset

    def forgetful(face: hb.Face, request: hb.SubsetInput) -> hb.Face:
        request.glyph_set.clear()
        return honest(face, request)

    monkeypatch.setattr(hb, "subset", forgetful)

    assert subset(font, [0, glyph]) == font.path.read_bytes()


def test_texts_of_glyphs_are_written_in_blocks_of_a_hundred() -> None:
    written = to_unicode({0: "", **dict.fromkeys(range(1, 151), "ක්\u200dර"), 151: "🧿"})

    assert re.findall(r"(\d+) beginbfchar", written) == ["100", "51"]
    assert "<0097> <D83EDDFF>" in written
    assert "<0000> <>" not in written


def test_reportlab_has_what_the_embedding_stands_on() -> None:
    canvas = Canvas(io.BytesIO())
    document = canvas._doc

    assert isinstance(canvas._code, list)
    assert document.delayedFonts == []
    assert isinstance(document.idToObject[pdfdoc.BasicFonts], pdfdoc.PDFDictionary)
    assert "Tf" in canvas._preamble
    assert "_make_preamble" in vars(Canvas)


def test_fonts_of_one_document_are_added_to_it_once() -> None:
    canvas = PageCanvas(io.BytesIO(), (595, 842))

    assert EmbeddedFonts.of(canvas) is EmbeddedFonts.of(canvas)
    assert len(canvas._doc.delayedFonts) == 1


def test_a_glyph_that_first_stood_for_nothing_of_its_own_gets_its_text_from_a_later_word() -> None:
    library, fonts = FontLibrary.bundled(), EmbeddedFonts()
    font, word = library.primary(False), Shaper(library, "en").word("a", False)
    first, later = (Run(font, "", False, 0, ((7, text), (8, ""))) for text in ("", "x"))
    fonts.use([dataclasses.replace(word, runs=(run,)) for run in (first, later)])

    assert fonts._glyphs() == {font: {0: "", 7: "x", 8: ""}}


def test_glyphs_of_words_that_were_drawn_long_ago_are_not_forgotten() -> None:
    library, fonts = FontLibrary.bundled(), EmbeddedFonts()
    shaper, font = Shaper(library, "en"), library.primary(False)
    fonts.use([shaper.word("q", False)])
    for number in range(3):
        fonts.use([shaper.word(f"{number}.{each}", False) for each in range(3_000)])

    assert {"q", "0", "9", "."} <= set(fonts._glyphs()[font].values())


def test_streams_are_compressed_and_not_written_as_ascii() -> None:
    data = pages(Typesetter())

    assert b"FlateDecode" in data
    assert b"ASCII85" not in data


def test_plain_latin_lines_state_no_text_apart() -> None:
    canvas = PageCanvas(io.BytesIO(), (595, 842))
    typesetter = Typesetter()
    for text in ("The office of difficult flying affairs, AVATAR; Đại biểu về; рекомендация.", "ประชาชนควร"):
        typesetter.set([Span(text)], 500, 14).draw(canvas, 0, 100)
    typesetter.set([Span("น้ำ")], 500, 14).draw(canvas, 0, 100)

    assert ["ActualText" in code for code in canvas._code] == [False, False, True]
