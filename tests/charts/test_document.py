"""The document keeps every byte, knows what each line is, and is edited by lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers import document
from hypothesis import given, settings
from hypothesis import strategies as st

from game.charts.document import Document
from game.charts.syntax.lines import LineKind
from game.errors import ChartError

TWELVE_BARS = (Path(__file__).parent / "twelve_bars.duet").read_bytes()

FILES = {
    "empty": b"",
    "one newline": b"\n",
    "newlines of unix": TWELVE_BARS,
    "newlines of windows": TWELVE_BARS.replace(b"\n", b"\r\n"),
    "both newlines": b"#duet 1\r\ntitle: A\nbpm: 100\r\n",
    "newlines of an old mac": b"#duet 1\rtitle: A\r",
    "byte order mark": b"\xef\xbb\xbf" + TWELVE_BARS,
    "no newline at the end": TWELVE_BARS.rstrip(b"\n"),
    "spaces at the ends of lines": TWELVE_BARS.replace(b"|\n", b"|  \t\n"),
    "blank lines at the end": TWELVE_BARS + b"\n \n\n",
    "a byte that is not UTF-8": b"#duet 1\ntitle: Caf\xe9\n",
    "another encoding": "#duet 1\n".encode("utf-16"),
    "line separators that end no line": "title: a\u2028b\x0bc\x85d\n".encode(),
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_an_unchanged_document_is_the_same_bytes(data: bytes) -> None:
    assert Document.parse(data).to_bytes() == data


@settings(max_examples=300)
@given(st.binary(max_size=300))
def test_any_bytes_come_back(data: bytes) -> None:
    assert Document.parse(data).to_bytes() == data


@given(st.text(max_size=100))
def test_any_text_comes_back(text: str) -> None:
    assert Document.parse(Document.parse(text).text()).text() == Document.parse(text).text()


def test_each_line_knows_its_kind() -> None:
    kinds = {
        "#duet 1": LineKind.MAGIC,
        "title: Two | Kits": LineKind.HEADER,
        "": LineKind.BLANK,
        " \t ": LineKind.BLANK,
        "// words": LineKind.COMMENT,
        "   // words": LineKind.COMMENT,
        "== Call @2.5 ==": LineKind.SECTION,
        "  |1e&a|": LineKind.RULER,
        "P1 kick |o---|": LineKind.LANE,
        "text |now: go|": LineKind.LANE,
        "P1 kick o---": LineKind.UNKNOWN,
    }
    lines = Document.parse("\n".join(kinds)).lines
    assert [(line.text, line.kind) for line in lines] == list(kinds.items())


def test_a_comment_starts_at_the_start_of_a_line_or_after_a_space() -> None:
    comments = {
        "source: https://a.example/b": None,
        "source: https://a.example/b // two": 28,
        "//all": 0,
        "P1 kick |o---|// none": None,
        "P1 kick |o---|\t// one": 15,
    }
    lines = Document.parse("\n".join(comments)).lines
    starts = [line.comment.start if line.comment else None for line in lines]
    assert starts == list(comments.values())


def test_a_row_knows_where_its_label_and_its_cells_stand() -> None:
    system = document("  P1 kick |o---| x  |   // four").systems[0]
    (row,) = system.rows
    text = row.line.text
    assert text[row.label.start : row.label.end] == row.label_text == "P1 kick"
    assert [text[cell.span.start : cell.span.end] for cell in row.cells] == ["o---", " x  "]
    assert [cell.text for cell in row.cells] == ["o---", " x  "]
    assert row.is_closed


def test_a_blank_line_or_a_section_ends_a_system_and_a_comment_does_not() -> None:
    systems = document(
        """
        |1 2 3 4|
        P1 kick |o---|
        // the other hand
        P1 snare |-x--|

        P1 kick |o---|o---|
        == Next ==
        P1 kick |o---|
        """
    ).systems
    lines = [(each.first_line, each.last_line, each.bar_count) for each in systems]
    assert lines == [(4, 7, 1), (9, 9, 2), (11, 11, 1)]


def test_lines_are_replaced_inserted_and_deleted() -> None:
    three = Document.parse(b"a\r\nb\r\nc")
    assert three.replace_lines(2, 2, ["x", "y"]).to_bytes() == b"a\r\nx\r\ny\r\nc"
    assert three.replace_lines(3, 3, ["x"]).to_bytes() == b"a\r\nb\r\nx"
    assert three.replace_lines(1, 0, ["x"]).to_bytes() == b"x\r\na\r\nb\r\nc"
    assert three.replace_lines(4, 3, ["x"]).to_bytes() == b"a\r\nb\r\nc\r\nx"
    assert three.replace_lines(2, 3, []).to_bytes() == b"a"
    assert three.replace_lines(1, 3, []).to_bytes() == b""
    assert Document.parse(b"").replace_lines(1, 0, ["x"]).to_bytes() == b"x\n"


def test_an_edit_keeps_the_byte_order_mark_and_the_path() -> None:
    edited = Document.parse(b"\xef\xbb\xbfa\nb\n", Path("a.duet")).replace_lines(1, 1, ["x"])
    assert (edited.to_bytes(), edited.path) == (b"\xef\xbb\xbfx\nb\n", Path("a.duet"))


@pytest.mark.parametrize(("first", "last"), [(0, 0), (1, 4), (3, 1), (5, 4)])
def test_lines_that_are_not_there_cannot_be_replaced(first: int, last: int) -> None:
    with pytest.raises(ValueError, match="of a document of 3"):
        Document.parse("a\nb\nc").replace_lines(first, last, ["x"])


def test_a_new_line_holds_no_newline() -> None:
    with pytest.raises(ValueError, match="newline"):
        Document.parse("a\n").replace_lines(1, 1, ["x\ny"])


def test_a_chart_is_the_first_error_or_what_the_text_says() -> None:
    assert document("P1 kick |o---|").chart().meta.title == "Test"
    with pytest.raises(ChartError) as caught:
        document("P1 kick |z---|\nP1 snar |x---|", Path("songs/a.duet")).chart()
    where = f"{Path('songs/a.duet')}:4:10: error:"
    assert str(caught.value).startswith(f'{where} unknown symbol "z"')


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ChartError, match="the chart cannot be read: "):
        Document.read(tmp_path / "none.duet")


def test_a_file_of_another_name_is_no_chart(tmp_path: Path) -> None:
    with pytest.raises(ChartError, match=r'"song.txt", expected a chart whose name ends in .duet'):
        Document.read(tmp_path / "song.txt")


def test_a_file_is_read_up_to_two_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "long.duet"
    path.write_bytes(b"/" * 2_000_000)
    assert len(Document.read(path).to_bytes()) == 2_000_000
    path.write_bytes(b"/" * 2_000_001)
    with pytest.raises(ChartError, match="more than 2,000,000 bytes"):
        Document.read(path)
