"""Charts that went wrong in any way: `check` always says so, and never crashes or hangs."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.charts.document import Document
from game.errors import ChartError

HEADER = """#duet 1
title: Everything
title.ko: 전부
audio: song.ogg
offset: -0.25
length: 30
preview: 3
x-mood: bright
meter: 4/4
bpm: 114 dotted
"""
TWELVE_BARS = (Path(__file__).parent / "twelve_bars.duet").read_text(encoding="utf-8")
CHART = HEADER + TWELVE_BARS[TWELVE_BARS.index("\n== Call") :].replace(
    "== Lift ==", "== Lift @17.0 =="
)
CHARS = [
    *"|-x=%&'rRoXgfdFD '/*PpB1258#@.:+",
    "\t",
    "\r",
    "\n",
    "\x00",
    "é",
    "\u3000",
    "\ufeff",
    "\u202e",
]
RUNS = 50
CHARTS_A_RUN = 100


def with_wrong_characters(text: str, random: Random) -> str:
    place = random.randrange(len(text) + 1)
    kept = text[place + random.choice((0, 1, 1, 3)) :]
    return text[:place] + random.choice(CHARS) * random.choice((0, 1, 1, 2, 300)) + kept


def with_wrong_lines(text: str, random: Random) -> str:
    lines = text.split("\n")
    one, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            del lines[one]
        case 1:
            lines.insert(one, lines[other])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case 3:
            lines[one] = lines[one][: random.randrange(len(lines[one]) + 1)]
    return "\n".join(lines)


def with_a_wrong_byte(data: bytes, random: Random) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + bytes([random.randrange(256)]) + data[place + random.randrange(2) :]


def mutated(random: Random) -> bytes:
    text = CHART
    for _ in range(random.randint(1, 4)):
        mutate = random.choice((with_wrong_characters, with_wrong_lines))
        text = mutate(text, random)
    data = text.encode()
    return with_a_wrong_byte(data, random) if random.random() < 0.2 else data


def check(data: bytes) -> None:
    document = Document.parse(data)
    issues = document.issues()
    assert document.to_bytes() == data
    assert issues == sorted(issues)
    for issue in issues:
        assert issue.text("a.duet").isprintable()
        if issue.line:
            text = document.lines[issue.line - 1].text if document.lines else ""
            assert 1 <= issue.column <= len(text) + 1
    errors = [issue for issue in issues if issue.severity == "error"]
    if errors:
        with pytest.raises(ChartError) as caught:
            document.chart()
        first = errors[0].line, errors[0].column, errors[0].message
        assert (caught.value.line, caught.value.column, caught.value.message) == first
    else:
        assert document.chart().bars


@pytest.mark.parametrize("seed", range(RUNS))
def test_a_chart_with_mistakes_is_read_to_its_end(seed: int) -> None:
    random = Random(seed)
    for _ in range(CHARTS_A_RUN):
        data = mutated(random)
        try:
            check(data)
        except Exception as error:
            error.add_note(f"the chart was {data!r}")
            raise


def test_the_chart_that_is_mutated_has_no_errors() -> None:
    issues = Document.parse(CHART).issues()
    assert [issue for issue in issues if issue.severity == "error"] == []


MANY = 60_000
EXTREMES = {
    "lines of nothing": "x\n" * MANY,
    "bars of nothing": f"P1 kick {'|' * MANY}",
    "one long word": "x" * MANY,
    "one long label": f"P1 {'k' * MANY} |o|",
    "one long bar": f"P1 kick |{'x' * MANY}|",
    "one long bar of cuts": f"P1 kick |{chr(39) * MANY}|",
    "one long number": f"bpm: {'1' * MANY}\nmeter: {'1' * MANY}/4\noffset: {'9' * MANY}",
    "one long meter": f"meter: {'1+' * MANY}1/4",
    "one long repeat": f"P1 kick |o|%{'2' * MANY}|",
    "one long section": f"== a{' ' * MANY}b",
    "one long pin": f"== a {'@' * MANY} ==",
    "pins": "".join(f"== {n} @{n}.01 ==\nP1 kick |o|\n" for n in range(1_000)),
    "tempi": f"P1 kick |{'o|' * 200}\nbpm |{('120 121 ' * 90 + '|') * 200}",
    "tempi and pins": "".join(
        f"== {n} @{2 * n} ==\nP1 kick |o|\nbpm |{'119 121 ' * 90}|\n" for n in range(200)
    ),
    "rolls": f"P1 snare |r|{'=|' * 4_000}",
    "repeats": f"P1 snare |x|{'%|' * 4_000}",
    "rows": "P1 kick |o|\n" * 5_000,
    "wrong lanes": "".join(f"P1 l{n} |o|\n" for n in range(5_000)),
    "comments": "// a // b\n" * MANY,
    "slashes": "/" * MANY,
}


@pytest.mark.parametrize("body", EXTREMES.values(), ids=EXTREMES)
def test_an_extreme_chart_is_read_to_its_end(body: str) -> None:
    check(f"#duet 1\ntitle: A\nbpm: 120\n{body}".encode())
