"""A chart as two players' fingers would press it."""

from __future__ import annotations

from pathlib import Path

from x11 import KeyPress

from game.charts.compile import compile_timeline
from game.charts.document import Document
from game.charts.pieces import Stroke
from game.input.bindings import DEFAULT_KEYS
from game.input.key_names import cap_of


def presses_of(
    chart_path: Path, song_zero_ns: int, *, level: int = 5, layout: str = "four"
) -> list[KeyPress]:
    """Both players' keys at the chart's times, in order; rolls are left alone."""
    chart = Document.read(chart_path).chart()
    presses = [
        KeyPress(
            song_zero_ns + note.at_us * 1_000,
            cap_of(DEFAULT_KEYS[layout][player][note.lane]).lower(),
        )
        for player in (1, 2)
        for note in compile_timeline(chart, player, level, layout).notes
        if note.stroke is not Stroke.ROLL
    ]
    return sorted(presses, key=lambda press: press.at_ns)
