"""What the canonical layout never does, whatever it is given."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from charts_strategies import charts
from hypothesis import given, settings
from hypothesis import strategies as st

from game.charts.digest import chart_digest
from game.charts.document import Document
from game.charts.fmt import format_document
from game.charts.model import Chart
from game.charts.writer import write

EXAMPLE = Path(__file__).with_name("twelve_bars.duet")


def test_the_example_keeps_its_chart_and_its_words() -> None:
    document = Document.read(EXAMPLE)
    tidy = format_document(document)
    assert tidy.chart() == document.chart()
    assert without_spaces(tidy.text()) == without_spaces(document.text())
    assert format_document(tidy).text() == tidy.text()


@settings(deadline=None)
@given(charts(), st.integers(0, 2**32))
def test_whatever_the_spaces_were_the_layout_is_the_same(chart: Chart, seed: int) -> None:
    text = write(chart)
    tidy = format_document(Document.parse(untidy(text, Random(seed))))
    assert tidy.text() == text
    assert tidy.chart() == chart
    assert chart_digest(tidy.chart()) == chart_digest(chart)


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_on_any_text_only_spaces_move(seed: int) -> None:
    text = scrambled(EXAMPLE.read_text(encoding="utf-8"), Random(seed))
    document = Document.parse(text)
    tidy = format_document(document)
    assert without_spaces(tidy.text()) == without_spaces(document.text())
    assert format_document(tidy).text() == tidy.text()
    assert told(tidy) == told(document)


def told(document: Document) -> list[str]:
    """What the errors say, wherever they stand: a line moves up where blank ones are taken out."""
    return sorted(re.sub(r"line \d+", "line", each.message) for each in document.reading.errors)


def without_spaces(text: str) -> list[str]:
    return ["".join(line.split()) for line in text.split("\n") if line.strip()]


def untidy(text: str, random: Random) -> str:
    """The same chart with other spaces."""
    return "\n".join(untidy_line(line, random) for line in text.split("\n")) + "\n\n"


def untidy_line(line: str, random: Random) -> str:
    gap = " " * random.randrange(3)
    header = re.fullmatch(r"([\w.-]+): *(.*)", line)
    if header:
        return f"{header[1]}{gap}:{gap}{header[2]}{gap}"
    if "|" not in line:
        return line.replace("== ", "==" + gap).replace(" ==", gap + "==") + gap
    label, *cells, _ = line.split("|")
    spread = {"bpm": "   ", "lead": "  "}.get(label.strip())
    for index, cell in enumerate(cells):
        if spread:
            cells[index] = spread.join(cell.split())
        elif re.match(r"P\S+ (?!text)", label):
            cells[index] = "".join(symbol + " " * random.randrange(2) for symbol in cell)
    between = f"{gap}|{gap}"
    return gap + between.join([label.strip(), *(cell.strip() for cell in cells), ""])


def scrambled(text: str, random: Random) -> str:
    """The text after a few slips of the hand."""
    chars = list(text)
    for _ in range(random.randint(1, 10)):
        place = random.randrange(len(chars))
        slip = random.choice(("replace", "insert", "delete", "word"))
        if slip == "replace":
            chars[place] = random.choice("|-xo=&%'g /:=P12*\n\t.#@5é함\r")
        elif slip == "insert":
            chars.insert(place, random.choice("|-xo=&%'g /:=P12*\n\t.#@5é함\r"))
        elif slip == "delete":
            del chars[place : place + random.randint(1, 8)]
        else:
            words = ("//", "%2", "||", "\n\n", "P1 ", "== A ==\n", "meter |3/4|", "123 dotted")
            chars[place:place] = random.choice(words)
    return "".join(chars)
