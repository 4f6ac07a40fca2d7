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


GOLDEN_STARTS_S = {
    "Intro": 0.0,
    "Verse A": 15.61,
    "Verse B": 31.22,
    "Pre-chorus A": 46.83,
    "Chorus A": 62.44,
    "Chorus B": 78.05,
}
"""As published, to the nearest 10 ms."""

GOLDEN_LATER_STARTS_S = {
    "Middle": 95.6,
    "Pre-chorus B": 111.2,
    "Chorus A again": 127.8,
    "Chorus B again": 143.4,
    "Chorus C": 159.0,
    "Outro": 174.6,
}
"""As published, to a second; the chart pins them, and a player moves the pins."""


def test_golden_has_its_sections_where_they_are_known_to_be() -> None:
    chart = chart_of("golden")
    starts_s = {each.name: chart.tempo_map.us(each.beat) / 1e6 for each in chart.sections}
    known_s = {name: starts_s[name] for name in GOLDEN_STARTS_S}
    assert known_s == pytest.approx(GOLDEN_STARTS_S, abs=0.02)
    later_s = {name: starts_s[name] for name in GOLDEN_LATER_STARTS_S}
    assert later_s == pytest.approx(GOLDEN_LATER_STARTS_S, abs=0.3)


def test_the_sections_of_golden_whose_place_is_uncertain_are_pinned() -> None:
    pinned = {each.name for each in chart_of("golden").sections if each.pin_s is not None}
    assert pinned == set(GOLDEN_LATER_STARTS_S)


def test_the_pins_of_golden_leave_the_tempo_of_its_accompaniment() -> None:
    chart = chart_of("golden")
    for bar in chart.bars:
        pulses_a_minute = float(chart.tempo_map.bpm(bar.beat)) * 2 / 3
        assert pulses_a_minute == pytest.approx(123, rel=1e-4)
