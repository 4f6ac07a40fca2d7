"""What `drum-duet events` prints."""

from __future__ import annotations

import json
from fractions import Fraction

from game.charts.digest import chart_digest
from game.charts.events import events_json
from game.charts.model import Chart, Meta, Note, Part, Section
from game.charts.pieces import Piece, Stroke
from game.timing.meter import COMMON_TIME
from game.timing.tempo_map import Bar, TempoMap, TempoStep

SONG = Chart(
    meta=Meta("Two bars"),
    tempo_map=TempoMap.build([TempoStep(Fraction(0), Fraction(120))]),
    bars=(Bar(Fraction(0), COMMON_TIME), Bar(Fraction(4), COMMON_TIME)),
    sections=(Section("Both", 1, Fraction(4)),),
    leads=(),
    cues=(),
    parts=(
        Part(
            1,
            (
                Note(Fraction(0), Piece.SNARE, Stroke.ROLL, accent=True, length=Fraction(2)),
                Note(Fraction(7, 2), Piece.HAT, open=True),
            ),
        ),
        Part(2, (Note(Fraction(0), Piece.KICK),), {(1, 0): ()}),
    ),
)


def test_the_whole_shape() -> None:
    assert events_json(SONG) == {
        "format": "drum-duet-events/1",
        "title": "Two bars",
        "digest": chart_digest(SONG),
        "end_us": 4_000_000,
        "bar_lines_us": [0, 2_000_000],
        "sections": [{"at_us": 2_000_000, "name": "Both"}],
        "notes": [
            {
                "at_us": 0,
                "player": 1,
                "piece": "snare",
                "lane": "snare",
                "stroke": "roll",
                "accent": True,
                "open": False,
                "shared": False,
                "beat": "0",
                # 2 beats of 0.5 s
                "end_us": 1_000_000,
            },
            {
                "at_us": 0,
                "player": 2,
                "piece": "kick",
                "lane": "kick",
                "stroke": "hit",
                "accent": False,
                "open": False,
                "shared": False,
                "beat": "0",
            },
            {
                "at_us": 1_750_000,
                "player": 1,
                "piece": "hat",
                "lane": "cymbal",
                "stroke": "hit",
                "accent": False,
                "open": True,
                "shared": False,
                "beat": "7/2",
            },
        ],
    }


def test_it_is_plain_json() -> None:
    shape = events_json(SONG)
    assert json.loads(json.dumps(shape)) == shape


def test_one_player_level_and_layout_alone() -> None:
    shape = events_json(SONG, players=[2], level=1, layout="two")
    assert shape["notes"] == []
    shape = events_json(SONG, players=[1], layout="two")
    assert [note["lane"] for note in shape["notes"]] == ["high", "high"]
