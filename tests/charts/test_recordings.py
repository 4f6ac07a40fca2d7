"""Charts for recordings that players own: bar by bar where the recording has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.charts.document import Document
from game.charts.model import Chart

CHARTS = Path(__file__).parents[2] / "charts"


def chart_of(song: str) -> Chart:
    return Document.read(CHARTS / song / f"{song}.duet").chart()


DYNAMITE_BARS = {
    "Intro": 1,
    "Verse 1": 5,
    "Pre-chorus 1": 13,
    "Chorus 1": 21,
    "Verse 2": 29,
    "Pre-chorus 2": 37,
    "Chorus 2": 45,
    "Post-chorus": 53,
    "Break": 61,
    "Chorus 3": 69,
    "Chorus 4": 77,
    "Post-chorus 2": 85,
    "Last hit": 93,
}


def test_dynamite_has_93_bars_and_its_sections_where_114_bpm_puts_them() -> None:
    chart = chart_of("dynamite")
    assert len(chart.bars) == 93
    starts_us = {section.name: chart.tempo_map.us(section.beat) for section in chart.sections}
    assert starts_us == pytest.approx(
        {name: (bar - 1) * 240 / 114 * 1e6 for name, bar in DYNAMITE_BARS.items()}, abs=1_000
    )


def test_dynamite_fills_where_its_sections_end() -> None:
    chart = chart_of("dynamite")
    for number in (12, 20, 28, 36, 44, 52, 60, 68, 76, 84, 92):
        bar = chart.bars[number - 1]
        fillers = [
            part.player
            for part in chart.parts
            if sum(
                note.piece in {"snare", "tom1", "tom2", "tom3"}
                for note in part.notes
                if bar.beat <= note.beat < bar.end_beat
            )
            >= 6
        ]
        assert fillers, f"bar {number}"
