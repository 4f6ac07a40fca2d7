"""Ghosts played soft and accents played loud."""

import pytest
from helpers import chart
from hypothesis import given, settings
from hypothesis import strategies as st

from game.charts.compile import compile_timeline
from game.charts.timeline import TimedNote
from game.judge.verdict import Grade, Verdict
from game.score.dynamics import TYPICAL_VELOCITY, Dynamics, DynamicsStats, dynamics_of


def notes_of(text: str) -> tuple[TimedNote, ...]:
    return compile_timeline(chart(text), 1).notes


def hits(notes: tuple[TimedNote, ...], *velocities: int) -> list[Verdict]:
    """Every note hit on time, this hard; 0 is a miss."""
    return [
        Verdict(note.at_us, Grade.PERFECT, note.lane, index, 0, velocity, True)
        if velocity
        else Verdict(note.at_us, Grade.MISS, note.lane, index, None, 0, False)
        for index, (note, velocity) in enumerate(zip(notes, velocities, strict=True))
    ]


def told(text: str, *velocities: int) -> DynamicsStats | None:
    notes = notes_of(text)
    return dynamics_of(notes, hits(notes, *velocities))


@pytest.mark.parametrize(
    ("ghost", "soft"),
    [(1, 1), (70, 1), (71, 0), (100, 0)],  # up to 70 % of the usual 100
)
def test_a_ghost_is_soft_by_the_players_own_measure(ghost, soft):
    stats = told("P1 snare |xgxxx|", 100, ghost, 99, 100, 101)
    assert stats == DynamicsStats(ghosts=1, soft=soft, accents=0, loud=0)


@pytest.mark.parametrize(
    ("usual", "accent", "loud"),
    [
        (80, 92, 1),  # 115 % of 80
        (80, 91, 0),
        (110, 120, 1),  # 126 would be asked for: 120 is enough
        (110, 119, 0),
        (124, 125, 1),  # hard hitters need only be louder than usual
        (124, 124, 0),
    ],
)
def test_an_accent_is_loud_by_the_players_own_measure(usual, accent, loud):
    stats = told("P1 snare |xXxxxx|", usual, accent, usual, usual, usual, usual - 1)
    assert stats is not None
    assert (stats.accents, stats.loud) == (1, loud)


def test_each_drum_has_a_measure_of_its_own():
    text = """
        P1 snare |xxxxg---|
        P1 kick  |----xxxxg---|
    """
    notes = notes_of(text)
    loud_kick = {"snare": 60, "kick": 120}
    velocities = [
        50 if note.stroke == "ghost" else loud_kick[note.piece] - note.lane.count("k") * (i % 2)
        for i, note in enumerate(notes)
    ]
    stats = dynamics_of(notes, hits(notes, *velocities))
    assert stats == DynamicsStats(ghosts=2, soft=1, accents=0, loud=0)  # 50 is soft on the kick


def test_where_all_notes_are_ghosts_or_accents_the_middle_between_them_is_the_measure():
    stats = told("P1 snare |ggXgggXg|", 40, 38, 110, 42, 41, 90, 112, 44)
    assert stats == DynamicsStats(ghosts=6, soft=5, accents=2, loud=2)


def test_flat_playing_is_neither_soft_nor_loud():
    stats = told("P1 snare |gXgXgXgX|", 90, 91, 90, 91, 90, 91, 90, 91)
    assert stats == DynamicsStats(ghosts=4, soft=0, accents=4, loud=0)


def test_keys_tell_nothing():
    assert told("P1 snare |xgX-|", 100, 100, 100) is None


def test_a_part_without_ghosts_and_accents_tells_nothing():
    assert told("P1 snare |xxxx|", 80, 90, 100, 110) is None


def test_missed_notes_are_not_counted():
    stats = told("P1 snare |ggxxxx|", 0, 30, 90, 91, 90, 90)
    assert stats == DynamicsStats(ghosts=1, soft=1, accents=0, loud=0)


def test_one_wild_stroke_changes_no_measure():
    dynamics = Dynamics(notes_of("P1 snare |xxxxxx|"))
    for verdict in hits(tuple(dynamics.notes), 80, 81, 79, 80, 127, 80):
        dynamics.add(verdict)
    assert dynamics.usual_velocity(dynamics.notes[0].piece) == 80


def test_before_a_player_has_shown_anything_a_typical_stroke_is_the_measure():
    notes = notes_of("P1 snare |xgg-|")
    dynamics = Dynamics(notes)
    assert dynamics.usual_velocity(notes[0].piece) == TYPICAL_VELOCITY
    plain, soft, loud = hits(notes, 100, 63, 64)
    dynamics.add(plain)
    dynamics.add(soft)
    assert dynamics.is_as_written(soft)  # 70 % of 90
    assert not dynamics.is_as_written(loud)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("xgX"), st.integers(0, 127)), min_size=1, max_size=16))
def test_what_is_counted_does_not_depend_on_how_hard_it_was_hit(strokes):
    notes = notes_of(f"P1 snare |{''.join(symbol for symbol, _ in strokes)}|")
    plain = [(symbol, velocity) for symbol, velocity in strokes]
    clear = [{"g": 1, "X": 127, "x": 90}[symbol] if velocity else 0 for symbol, velocity in plain]
    stats = dynamics_of(notes, hits(notes, *(velocity for _, velocity in plain)))
    clearest = dynamics_of(notes, hits(notes, *clear))
    if stats is not None and clearest is not None:
        assert (stats.ghosts, stats.accents) == (clearest.ghosts, clearest.accents)
        assert 0 <= stats.soft <= stats.ghosts
        assert 0 <= stats.loud <= stats.accents
