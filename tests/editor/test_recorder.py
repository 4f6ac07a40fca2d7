"""Recording: hits into notes."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from helpers import beats, document

from game.charts.compile import compile_timeline
from game.charts.document import Document
from game.charts.layouts import LAYOUTS
from game.charts.model import PLAYERS
from game.charts.pieces import Piece, Stroke
from game.duet.bot_spec import BotSpec
from game.duet.seat import Seat
from game.duet.simulate import simulate
from game.editor.recorder import Hit, Take, edit_of, notes_of
from game.editor.snap import SNAPS, Snap
from game.judge.rules import RULES
from game.timing.song_clock import SongClock

TWO_KITS = Path(__file__).parents[2] / "charts" / "two-kits" / "two-kits.duet"
SIXTEENTHS = Snap(16)
LATENCY_NS = 30_000_000
EMPTY = "P1 kick |    |    |\nP2 kick |    |    |\n"


def snare(at_ms: int, velocity: int = 100) -> Hit:
    return Hit(1, Piece.SNARE, at_ms * 1_000, velocity)


def strengths(text: str, hit: Hit, strength_pct: int) -> str:
    notes = notes_of([hit], document(text).chart(), SIXTEENTHS, strength_pct)
    return " ".join(str(note.beat) for note in notes.values())


# 120 BPM: a sixteenth lasts 125 ms, a 48th of a quarter 10.4 ms.
@pytest.mark.parametrize(
    ("at_ms", "strength_pct", "beat"),
    [
        (62, 100, "0"),
        (63, 100, "1/4"),
        (530, 100, "1"),
        (530, 50, "49/48"),
        (530, 0, "17/16"),
        (-20, 100, "0"),
        (-70, 100, ""),
        (3_990, 100, ""),
    ],
)
def test_strength_says_how_far_a_hit_is_drawn_to_the_grid(
    at_ms: int, strength_pct: int, beat: str
) -> None:
    assert strengths(EMPTY, snare(at_ms), strength_pct) == beat


def test_soft_and_loud_and_double_hits_are_ghosts_accents_and_flams() -> None:
    hits = [snare(0, 30), snare(500, 120), snare(985, 60), snare(1_010, 90), snare(1_500)]
    notes = notes_of(hits, document(EMPTY).chart(), SIXTEENTHS, 100)
    assert [note.symbol for note in notes.values()] == ["g", "X", "f", "x"]


@pytest.mark.parametrize(("keeps", "kicks"), [(True, "0 1 2 3"), (False, "1 3")])
def test_a_take_keeps_or_replaces_what_was_there(keeps: bool, kicks: str) -> None:
    first = document("P1 kick |o-o-|\nP2 kick |o-o-|\n")
    hits = (Hit(1, Piece.KICK, 510_000), Hit(1, Piece.KICK, 1_490_000))
    take = Take(hits, (1,), Fraction(0), Fraction(4))
    done = edit_of(take, first, SIXTEENTHS, 100, keeps=keeps).apply(first).chart()
    assert beats(done, 1, "kick") == kicks
    assert beats(done, 2, "kick") == "0 2"


def test_a_calibrated_bot_plays_two_kits_into_the_recorder_as_it_is_written() -> None:
    """12 ms of jitter, 30 ms of latency, full strength: at least 98 % of the notes."""
    shares = [_share_recorded(player, LATENCY_NS) for player in PLAYERS]
    assert min(shares) >= 0.98, shares


def test_without_calibration_latency_would_cost_notes_on_a_fine_grid() -> None:
    # Half a 32nd at 114 BPM is 33 ms: 30 ms of latency and the jitter leave the grid often.
    assert _share_recorded(1, 0, SNAPS[5]) < 0.7 < _share_recorded(1, LATENCY_NS, SNAPS[5])


def _share_recorded(player: int, offset_ns: int, snap: Snap = SIXTEENTHS) -> float:
    """The share of a part's notes (rolls aside) that come out at their beat and drum."""
    chart = Document.read(TWO_KITS).chart()
    timelines = [compile_timeline(chart, each, layout="kit") for each in PLAYERS]
    seats = [Seat(timeline, RULES["standard"]) for timeline in timelines]
    played = simulate(seats, [BotSpec.parse("bot:0,12")] * 2, seed=7)
    clock = SongClock()
    clock.start(0, 0)
    lanes = LAYOUTS["kit"].lanes
    hits = [
        Hit(
            player,
            lanes[event.lane][0],
            clock.song_us(event.at_us * 1_000 + LATENCY_NS - offset_ns),
            event.velocity,
        )
        for event in played.events
        if event.player == player
    ]
    recorded = {
        (spot.beat, LAYOUTS["kit"].lane_of(spot.lane.piece))
        for spot in notes_of(hits, chart, snap, 100)
    }
    notes = [note for note in timelines[player - 1].notes if note.stroke is not Stroke.ROLL]
    written = {(note.beat, note.lane) for note in notes}
    in_rolls = {
        (beat, lane)
        for beat, lane in recorded - written
        for roll in timelines[player - 1].notes
        if roll.lane == lane
        and roll.stroke is Stroke.ROLL
        and roll.at_us <= chart.tempo_map.us(beat) <= roll.end_us
    }
    wrong = len(written - recorded) + len(recorded - written - in_rolls)
    return 1 - wrong / len(written)
