"""Every chart in the repository: without a warning, in canonical layout, playable everywhere."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, product
from pathlib import Path

import pytest

from game.charts.compile import compile_timeline
from game.charts.document import Document
from game.charts.fmt import format_document
from game.charts.folding import MERGE_US
from game.charts.layouts import LAYOUTS
from game.charts.model import LEVELS, PLAYERS, Chart
from game.charts.writer import write

CHARTS = Path(__file__).parents[2] / "charts"
PATHS = sorted(CHARTS.rglob("*.duet"))
each_chart = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
each_seat = pytest.mark.parametrize(
    ("player", "level", "layout"), list(product(PLAYERS, LEVELS, LAYOUTS))
)


@cache
def chart_of(path: Path) -> Chart:
    return Document.read(path).chart()


def test_charts_are_shipped() -> None:
    assert PATHS, f"no chart below {CHARTS}"


@each_chart
def test_it_has_no_fault_and_no_warning(path: Path) -> None:
    assert [issue.text(path) for issue in Document.read(path).issues()] == []


@each_chart
def test_it_is_in_canonical_layout(path: Path) -> None:
    document = Document.read(path)
    assert format_document(document).to_bytes() == document.to_bytes()


@each_chart
def test_it_lies_in_a_folder_of_its_own_with_its_audio(path: Path) -> None:
    audio = chart_of(path).meta.audio
    assert [other.name for other in path.parent.glob("*.duet")] == [path.name]
    assert audio is None or (path.parent / audio).is_file()


@each_chart
def test_it_can_be_written_anew(path: Path) -> None:
    chart = chart_of(path)
    assert Document.parse(write(chart)).chart() == chart


@each_chart
@each_seat
def test_it_can_be_played(path: Path, player: int, level: int, layout: str) -> None:
    timeline = compile_timeline(chart_of(path), player, level, layout)
    assert timeline.notes
    for note in timeline.notes:
        assert 0 <= note.at_us <= note.end_us <= timeline.end_us
    for lane in LAYOUTS[layout].lanes:
        times_us = [note.at_us for note in timeline.notes if note.lane == lane]
        assert all(later - earlier > MERGE_US for earlier, later in pairwise(times_us))


@each_chart
@each_seat
def test_every_level_keeps_the_moments_together(
    path: Path, player: int, level: int, layout: str
) -> None:
    chart = chart_of(path)
    shared_us = {
        chart.tempo_map.us(note.beat) for part in chart.parts for note in part.notes if note.shared
    }
    timeline = compile_timeline(chart, player, level, layout)
    assert shared_us <= {note.at_us for note in timeline.notes if note.shared}
