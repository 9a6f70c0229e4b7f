"""Reports on their way out: whole or not at all, with what was asked for and nothing that must be hidden."""

import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.workshops import lying_in

from facilitator.domain.errors import (
    DayNotThere,
    FacilitatorError,
    FormatImpossible,
    LabelsMissing,
    NothingToPrint,
    NotInThisVersion,
    OptionOfOtherReport,
    ReportUnknown,
    SessionNotThere,
)
from facilitator.domain.kinds import Rule
from facilitator.jobs.export import REPORTS, ExportOptions, export
from facilitator.jobs.exported import Exported
from facilitator.jobs.import_source import import_source
from facilitator.jobs.sample import make_sample
from facilitator.jobs.source import Source
from facilitator.settings import settings_file
from facilitator.workspace.opening import create_workspace, open_workspace

PRINTED = [(report, ending) for report, endings in REPORTS.items() for ending in endings if report != "workshop"]
NOW = 1_691_650_800_000


def write(path: Path, report: str, out: Path, **options: object) -> Exported:
    """Export."""
    return export(path, report, out, ExportOptions(NOW, **options))  # type: ignore[arg-type]


def text_of(pdf: Path) -> str:
    """All text of a PDF, without line ends."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workshop, not to be changed."""
    path = tmp_path_factory.mktemp("sample") / "sample.workshop"
    make_sample(path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A workshop under Chatham House with one person on its list."""
    path = tmp_path / "w.workshop"
    made = create_workspace(path, title="Water", attribution=Rule.CHATHAM)
    with closing(made) as workspace, workspace.edit("Fill") as edits:
        edits.people.add("Zebulon Quartermain", code="zq", organisation="Copperfield Union")
    import_source(
        path, Source("n.txt", b"Day: 2023-08-09\n## One\n@zq ! Pay the boat\n## Two\n@zq As Quartermain said\n")
    )
    return path


@pytest.mark.parametrize(("report", "ending"), PRINTED)
def test_every_report_of_the_sample_holds_what_it_should(
    sample: Path, tmp_path: Path, report: str, ending: str
) -> None:
    told: list[int] = []
    out = tmp_path / f"out{ending}"

    written = export(sample, report, out, ExportOptions(NOW), lambda done, _: told.append(done))

    assert written.written == written.expected
    assert sum(written.expected.values()) >= 41
    assert (written.missing_characters, written.warnings) == ((), ())
    assert (written.pages is None) == (ending == ".docx")
    assert bool(told) == (ending == ".pdf")
    assert [file.name for file in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize(("report", "ending"), PRINTED)
def test_the_same_content_gives_the_same_bytes(sample: Path, tmp_path: Path, report: str, ending: str) -> None:
    for name in ("a", "b"):
        write(sample, report, tmp_path / f"{name}{ending}")

    assert (tmp_path / f"a{ending}").read_bytes() == (tmp_path / f"b{ending}").read_bytes()


@pytest.mark.parametrize(("report", "ending"), PRINTED)
def test_nothing_of_a_person_is_in_a_file_under_a_stricter_rule(path: Path, report: str, ending: str) -> None:
    out = path.with_name(f"out{ending}")

    write(path, report, out)

    whole = out.read_bytes()
    if ending == ".docx":
        with zipfile.ZipFile(out) as archive:
            whole = b"".join(archive.read(name) for name in archive.namelist())
    else:
        whole += text_of(out).encode()
    assert b"Zebulon" not in whole
    assert b"Copperfield" not in whole
    assert str(path.parent).encode() not in whole


def test_a_name_in_a_text_is_pointed_out_where_the_rule_hides_names(path: Path) -> None:
    (warning,) = write(path, "minutes", path.with_name("m.pdf")).warnings

    assert warning.startswith("S2.1 names “Quartermain”")


def test_a_name_is_pointed_out_only_in_the_report_in_which_it_stands(path: Path) -> None:
    (warning,) = write(path, "session", path.with_name("s.pdf"), sessions=("S2",)).warnings

    assert warning.startswith("S2.1 names “Quartermain”")
    assert write(path, "session", path.with_name("s.pdf"), sessions=("S1",)).warnings == ()
    assert write(path, "matrix", path.with_name("m.pdf")).warnings == ()


def test_attribution_can_be_made_stricter_and_never_weaker(sample: Path, path: Path, tmp_path: Path) -> None:
    stricter = write(sample, "minutes", tmp_path / "a.pdf", attribution=Rule.CHATHAM)
    weaker = write(path, "minutes", tmp_path / "b.pdf", attribution=Rule.NAMED)

    assert "civil society" in text_of(_written(sample, tmp_path / "c.pdf"))
    assert "panellist, civil society" not in text_of(stricter.path)
    assert "Zebulon" not in text_of(weaker.path)
    assert any("weaker than the rule chatham" in warning for warning in weaker.warnings)


def _written(path: Path, out: Path) -> Path:
    return write(path, "minutes", out).path


def test_private_notes_are_in_no_report(sample: Path, tmp_path: Path) -> None:
    for report in ("session", "day", "outcome", "matrix", "minutes"):
        assert "disagree openly" not in text_of(write(sample, report, tmp_path / f"{report}.pdf").path)


@pytest.mark.parametrize("typed", [("3",), ("S3",), ("s3",), (" 3 ",), ("3", "S3")])
def test_a_session_is_meant_by_number_or_count(sample: Path, tmp_path: Path, typed: tuple[str, ...]) -> None:
    written = write(sample, "session", tmp_path / "s.pdf", sessions=typed)

    assert written.expected == {"notes": 26, "recommendations": 6}


def test_several_sessions_and_a_day_can_be_chosen(sample: Path, tmp_path: Path) -> None:
    two = write(sample, "minutes", tmp_path / "a.pdf", sessions=("1", "S2"))
    day = write(sample, "minutes", tmp_path / "b.pdf", day=date(2023, 8, 10))

    assert two.expected["notes"] == 13 + 23
    assert day.expected["notes"] == 19 + 13 + 14 + 6 + 8


def test_a_bare_count_in_a_rooms_file_means_its_own_session(tmp_path: Path) -> None:
    path = tmp_path / "b.workshop"
    create_workspace(path, title="Room B", prefix="B").close()
    import_source(path, Source("n.txt", b"## One\na\n"))

    assert write(path, "session", tmp_path / "s.pdf", sessions=("1",)).expected["notes"] == 1
    assert write(path, "session", tmp_path / "s.pdf", sessions=("sb1",)).expected["notes"] == 1


@pytest.mark.parametrize(
    ("report", "name", "options", "error"),
    [
        ("poem", "o.pdf", {}, ReportUnknown),
        ("cards", "o.pdf", {}, NotInThisVersion),
        ("outcome", "o.xlsx", {}, NotInThisVersion),
        ("outcome", "o.json", {}, FormatImpossible),
        ("workshop", "o.pdf", {}, FormatImpossible),
        ("outcome", "o", {}, FormatImpossible),
        ("outcome", "o.pdf", {"sessions": ("S1",)}, OptionOfOtherReport),
        ("matrix", "o.pdf", {"day": date(2023, 8, 9)}, OptionOfOtherReport),
        ("minutes", "o.pdf", {"include_private": True}, OptionOfOtherReport),
        ("workshop", "o.json", {"attribution": Rule.NAMED}, OptionOfOtherReport),
        ("session", "o.pdf", {"sessions": ("S1", "S99")}, SessionNotThere),
        ("session", "o.pdf", {"sessions": ("soon",)}, SessionNotThere),
        ("session", "o.pdf", {"sessions": ("9" * 5000,)}, SessionNotThere),
        ("day", "o.pdf", {"day": date(1999, 1, 1)}, DayNotThere),
        ("minutes", "o.pdf", {"language": "tlh"}, LabelsMissing),
    ],
)
def test_what_cannot_be_written_leaves_nothing(
    path: Path, report: str, name: str, options: dict[str, object], error: type[FacilitatorError]
) -> None:
    before = lying_in(path.parent)

    with pytest.raises(error):
        write(path, report, path.with_name(name), **options)
    assert lying_in(path.parent) == before


def test_a_file_that_was_there_is_replaced_only_by_a_whole_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = path.with_name("m.pdf")
    out.write_bytes(b"yesterday's")
    with monkeypatch.context() as during:

        def broken(*_: object) -> None:
            raise OSError(28, "No space left on device")

        during.setattr("facilitator.report.writers.pdf.write", broken)
        with pytest.raises(FacilitatorError):
            write(path, "minutes", out)
    assert (out.read_bytes(), len(lying_in(path.parent))) == (b"yesterday's", 2)

    write(path, "minutes", out)

    assert out.read_bytes().startswith(b"%PDF-")


def test_a_workshop_without_sessions_has_nothing_to_print_by_session(tmp_path: Path) -> None:
    create_workspace(tmp_path / "w.workshop", title="Water").close()

    for report in ("session", "day"):
        with pytest.raises(NothingToPrint):
            write(tmp_path / "w.workshop", report, tmp_path / "o.pdf")
    for report in ("outcome", "matrix"):
        assert (write(tmp_path / "w.workshop", report, tmp_path / "o.pdf").pages or 0) >= 1


def test_the_settings_choose_language_and_paper_and_what_is_wrong_in_them_is_told(path: Path) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('language = "tlh"\npaper = "letter"\nbackups = 5\n', encoding="utf-8")

    written = write(path, "minutes", path.with_name("m.pdf"))

    with pypdfium2.PdfDocument(written.path) as document:
        assert document[0].get_size() == (612, 792)
    assert any("language tlh" in warning for warning in written.warnings)
    assert any("backups" in warning for warning in written.warnings)
    with pypdfium2.PdfDocument(write(path, "minutes", path.with_name("m.pdf"), paper="a4").path) as document:
        assert round(document[0].get_width()) == 595


def test_a_character_without_a_glyph_is_told_with_its_place(tmp_path: Path) -> None:
    import_source(tmp_path / "w.workshop", Source("n.txt", "## One\nfirst\na \U00012000 sign\n".encode()))

    written = write(tmp_path / "w.workshop", "minutes", tmp_path / "m.pdf")

    (missing,) = written.missing_characters
    assert missing.character == "\U00012000"
    assert any("S1.2" in place for place in missing.where)
    assert any("U+12000" in warning for warning in written.warnings)


def test_characters_without_glyphs_are_told_in_one_sentence_for_each_script(tmp_path: Path) -> None:
    lines = ["## One", *("\u0627\u0644\u0633\u0644\u0627\u0645" for _ in range(9)), "a \U00012000 sign"]
    import_source(tmp_path / "w.workshop", Source("n.txt", "\n".join(lines).encode()))

    written = write(tmp_path / "w.workshop", "minutes", tmp_path / "m.pdf")

    arabic, cuneiform = written.warnings
    assert arabic.startswith("Arabic: 4 characters (U+")
    assert arabic.count("U+") == 3
    assert "S1.6 and 3 more that no font has" in arabic
    assert cuneiform.startswith("Sumero-Akkadian Cuneiform: 1 character (U+12000) in S1.10")
    assert len(written.missing_characters) == 5


HOSTILE = (
    "<b>bold</b> & <i>not</i>",
    '<img src="file:///etc/passwd">',
    "<para><font color=red>x</font></para>",
    "=cmd|' /C calc'!A0",
    "&amp; &#x41; %s {0} {thing} \\n $PATH",
    "\u202eturned\u202c and \u2066kept\u2069",
    "x\u0301" * 300,
    "]]> <!-- --> <?xml?>",
    "\ufffd\u200b\ufeff",
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop of texts that are markup, formulas or commands elsewhere, of every kind, and of huge ones."""
    path = tmp_path_factory.mktemp("hostile") / "w.workshop"
    lines = ["# <b>Title</b> & =1+1", "Day: 2023-08-09", "## 09:00-10:00 <i>Session</i> {0}"]
    for sign in ("! ", "? ", "= ", '" '):
        lines += [f"{sign}@<u> {text} #<b>&" for text in HOSTILE]
    lines += ["! " + "w" * 200_000, "! " + "many words " * 3_000 + "#huge", "> " + "tall\u2028" * 400]
    import_source(path, Source("n.txt", "\n".join(lines).encode("utf-8")))
    with closing(open_workspace(path)) as workspace, workspace.read() as reads:
        first = reads.recommendations()[0].id
        with workspace.edit("Fill") as edits:
            edits.recommendations.fill(first, action="a cell higher than a page\n" * 200, timeframe="t" * 5_000)
    return path


@pytest.mark.parametrize(("report", "ending"), PRINTED)
def test_text_is_text_in_every_report(hostile: Path, tmp_path: Path, report: str, ending: str) -> None:
    written = write(hostile, report, tmp_path / f"o{ending}")

    assert written.written == written.expected
    if (report, ending) == ("minutes", ".pdf"):
        text = text_of(written.path)
        assert all(" ".join(one.split()) in text for one in HOSTILE[:5])
        checked = subprocess.run(["qpdf", "--check", str(written.path)], capture_output=True)
        assert checked.returncode == 0, checked.stdout


NOTE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n\r"), min_size=1, max_size=60)


@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(lines=st.lists(NOTE, min_size=1, max_size=6))
def test_no_text_breaks_a_report(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    text = "\n".join(f"! note {line}" for line in lines)
    import_source(folder / "w.workshop", Source("n.txt", ("## One\n" + text).encode()))

    for report, ending in (("minutes", ".pdf"), ("matrix", ".pdf"), ("outcome", ".docx")):
        written = write(folder / "w.workshop", report, folder / f"o{ending}")
        assert written.written == written.expected
