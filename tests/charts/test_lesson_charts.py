"""The charts of the lesson: without a fault, short, and each with a moment for both at its end."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.charts.check import check_path
from game.charts.compile import compile_timeline
from game.charts.document import Document
from game.duet.lesson.course import FIRST_MINUTE, STEPS
from game.timing.units import Beats

FOLDER = Path(__file__).parents[2] / "assets" / "lessons"
NAMES = [step for step in STEPS if step != FIRST_MINUTE]


def test_there_is_a_chart_for_every_step_and_no_other() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wrong_with_it(name: str) -> None:
    assert check_path(FOLDER / f"{name}.duet") == []


@pytest.mark.parametrize("name", NAMES)
def test_eight_bars_at_a_walking_pace_end_in_one_crash_for_both(name: str) -> None:
    chart = Document.read(FOLDER / f"{name}.duet").chart()
    parts = [compile_timeline(chart, player) for player in (1, 2)]
    shared = [{note.at_us for note in part.notes if note.shared} for part in parts]
    assert len(chart.bars) == 8
    assert len(chart.sections) == 2
    assert 60 <= chart.tempo_map.bpm(Beats(0)) <= 90
    assert shared[0] == shared[1]
    assert len(shared[0]) == 1
    assert min(shared[0]) >= parts[0].bars[-1].at_us
