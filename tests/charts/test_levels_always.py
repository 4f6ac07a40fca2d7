"""What holds for the levels of any chart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from charts_strategies import charts
from hypothesis import given, settings

from game.charts.document import Document
from game.charts.layouts import LAYOUTS
from game.charts.levels import notes_at_level
from game.charts.levels.limits import LIMITS
from game.charts.model import LEVELS, PLAYERS, Chart, Note
from game.charts.pieces import Stroke
from game.timing.units import Beats

PATHS = sorted((Path(__file__).parents[2] / "charts").rglob("*.duet"))
LANE_OF = LAYOUTS["four"].lane_of
each_shipped = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def unwritten(chart: Chart) -> Chart:
    """The chart without what its author wrote for easier levels."""
    return replace(chart, parts=tuple(replace(part, overrides={}) for part in chart.parts))


@cache
def shipped(path: Path) -> Chart:
    return unwritten(Document.read(path).chart())


def struck(notes: tuple[Note, ...]) -> dict[Beats, list[Note]]:
    found: dict[Beats, list[Note]] = defaultdict(list)
    for note in notes:
        found[note.beat].append(note)
    return found


def kept_beats(chart: Chart, player: int) -> set[Beats]:
    """What no level may drop: `&`, and a section's first moment if it is played."""
    full = chart.parts[player - 1].notes
    starts = {section.beat for section in chart.sections}
    return {note.beat for note in full if note.shared or note.beat in starts}


def check_levels(chart: Chart) -> None:
    for player in PLAYERS:
        levels = [struck(notes_at_level(chart, player, level)) for level in LEVELS]
        for easier, harder in pairwise(levels):
            for beat, notes in easier.items():
                above = {note.piece for note in harder.get(beat, ())}
                assert {note.piece for note in notes} <= above
        for level, moments in zip(LEVELS, levels, strict=True):
            assert kept_beats(chart, player) <= set(moments)
            if level in LIMITS:
                check_limits(chart, player, level, moments)


def check_limits(chart: Chart, player: int, level: int, moments: dict[Beats, list[Note]]) -> None:
    limit = LIMITS[level]
    kept = kept_beats(chart, player)
    for beat, notes in moments.items():
        if beat not in kept:
            assert not {note.stroke for note in notes} & {Stroke.GHOST, Stroke.FLAM, Stroke.DRAG}
        assert level > 3 or len(notes) <= limit.drums_at_once
    for bar in chart.bars:
        inside = {b: n for b, n in moments.items() if bar.beat <= b < bar.end_beat}
        own = {beat: notes for beat, notes in inside.items() if beat not in kept}
        length_us = chart.tempo_map.exact_us(bar.end_beat) - chart.tempo_map.exact_us(bar.beat)
        presses = sum(len({LANE_OF(note.piece) for note in notes}) for notes in inside.values())
        assert not own or presses <= limit.presses_a_second * float(length_us) / 1e6
        if level <= 2 and own and not kept & inside.keys():
            assert len({LANE_OF(n.piece) for notes in inside.values() for n in notes}) <= 2
        for start, length in zip(bar.pulse_beats(), bar.meter.pulse_lengths_beats, strict=True):
            onsets = [beat for beat in inside if start <= beat < start + length]
            is_own = any(beat in own for beat in onsets)
            assert level == 4 or not is_own or len(onsets) <= limit.onsets_a_pulse


@settings(max_examples=150, deadline=None)
@given(chart=charts())
def test_a_level_leaves_out_and_keeps_what_it_should(chart: Chart) -> None:
    check_levels(unwritten(chart))


@settings(max_examples=60, deadline=None)
@given(chart=charts())
def test_what_an_author_wrote_wins_in_its_bar(chart: Chart) -> None:
    for part in chart.parts:
        for (level, index), written in part.overrides.items():
            bar = chart.bars[index]
            played = notes_at_level(chart, part.player, level)
            beats = {(n.beat, n.piece) for n in played if bar.beat <= n.beat < bar.end_beat}
            shared = {n.beat for n in part.notes if n.shared}
            assert {(n.beat, n.piece) for n in written} <= beats
            assert all(b in shared for b, p in beats - {(n.beat, n.piece) for n in written})


@settings(max_examples=40, deadline=None)
@given(chart=charts())
def test_at_level_1_the_halves_of_both_differ(chart: Chart) -> None:
    plain = unwritten(chart)
    halves = [
        {
            (note.beat, LANE_OF(note.piece))
            for note in notes_at_level(plain, player, 1)
            if note.beat not in kept_beats(plain, player)
        }
        for player in PLAYERS
    ]
    assert halves[0].isdisjoint(halves[1])


@each_shipped
def test_shipped_charts_keep_the_rules_without_a_written_level(path: Path) -> None:
    check_levels(shipped(path))


@each_shipped
@pytest.mark.parametrize("player", PLAYERS)
@pytest.mark.parametrize("level", [2, 3, 4])
def test_shipped_charts_keep_their_back_beat(path: Path, player: int, level: int) -> None:
    chart = shipped(path)
    played = struck(notes_at_level(chart, player, level))
    for bar in chart.bars:
        pulses = bar.pulse_beats()
        for beat in pulses[1::2] if len(pulses) % 2 == 0 else ():
            full = [note for note in chart.parts[player - 1].notes if note.beat == beat]
            has_it = any(LANE_OF(n.piece) == "snare" and n.stroke is Stroke.HIT for n in full)
            if has_it and not any(note.shared for note in full):
                assert any(LANE_OF(note.piece) == "snare" for note in played[beat])
