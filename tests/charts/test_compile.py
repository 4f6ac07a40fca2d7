"""A part in microseconds: each time with its sum."""

from __future__ import annotations

from fractions import Fraction

import pytest

from game.charts.compile import compile_timeline
from game.charts.layouts import LAYOUTS
from game.charts.model import Chart, Cue, Lead, Meta, Note, Part, Section
from game.charts.pieces import Piece, Stroke
from game.timing.meter import COMMON_TIME, Meter
from game.timing.tempo_map import Bar, Pin, TempoMap, TempoStep

TWELVE_EIGHT = Meter((12,), 8)


def bars_of(*meters: Meter) -> tuple[Bar, ...]:
    bars: list[Bar] = []
    for meter in meters:
        bars.append(Bar(bars[-1].end_beat if bars else Fraction(0), meter))
    return tuple(bars)


def tempo(*steps: tuple[str, str], pins: tuple[tuple[str, str], ...] = ()) -> TempoMap:
    """Steps as (beat, bpm), pins as (beat, second of song time)."""
    return TempoMap.build(
        [TempoStep(Fraction(beat), Fraction(bpm)) for beat, bpm in steps],
        [Pin(Fraction(beat), Fraction(second) * 1_000_000) for beat, second in pins],
    )


def chart(
    *notes: Note,
    tempo_map: TempoMap | None = None,
    bars: tuple[Bar, ...] = bars_of(COMMON_TIME, COMMON_TIME),
    sections: tuple[Section, ...] = (),
    leads: tuple[Lead, ...] = (),
    cues: tuple[Cue, ...] = (),
) -> Chart:
    return Chart(
        meta=Meta("Compiled"),
        tempo_map=tempo_map or tempo(("0", "120")),
        bars=bars,
        sections=sections,
        leads=leads,
        cues=cues,
        parts=(Part(1, notes), Part(2, ())),
    )


def kick(beat: str) -> Note:
    return Note(Fraction(beat), Piece.KICK)


@pytest.mark.parametrize(
    ("tempo_map", "beat", "at_us"),
    [
        # bar 21 of 4/4 at 114 bpm: 80 beats * 60/114 s = 42.105263 s
        (tempo(("0", "114")), "80", 42_105_263),
        # the sixteenth after it: 80.25 * 60/114 = 42.236842 s
        (tempo(("0", "114")), "321/4", 42_236_842),
        # the third triplet eighth of beat 1 at 100 bpm: 2/3 * 60/100 = 0.4 s
        (tempo(("0", "100")), "2/3", 400_000),
        # 123 dotted quarters a minute are 184.5 quarters: 6 * 60/184.5 = 1.951220 s
        (tempo(("0", "184.5")), "6", 1_951_220),
        # 2 beats at 120 and half a beat at 60: 2 * 0.5 + 0.5 * 1 = 1.5 s
        (tempo(("0", "120"), ("2", "60")), "5/2", 1_500_000),
        # 8 beats written at 120 last 4 s; pinned to 4.1 s, beat 4 lies at 4.1 / 2 = 2.05 s
        (tempo(("0", "120"), pins=(("8", "4.1"),)), "4", 2_050_000),
        # after the last pin the tempo is as written: 4.1 + 2 * 0.5 = 5.1 s
        (tempo(("0", "120"), pins=(("8", "4.1"),)), "10", 5_100_000),
    ],
)
def test_a_note_lies_at_its_sum(tempo_map: TempoMap, beat: str, at_us: int) -> None:
    (note,) = compile_timeline(chart(kick(beat), tempo_map=tempo_map), 1).notes
    assert (note.at_us, note.end_us, note.beat) == (at_us, at_us, Fraction(beat))


def test_a_roll_ends_at_the_end_of_its_length() -> None:
    roll = Note(Fraction(3), Piece.SNARE, Stroke.ROLL, length=Fraction(3, 2))
    tempo_map = tempo(("0", "120"), ("4", "90"))
    (note,) = compile_timeline(chart(roll, tempo_map=tempo_map), 1).notes
    # 3 * 0.5 = 1.5 s; 4 * 0.5 + 0.5 * 60/90 = 2.333333 s
    assert (note.at_us, note.end_us) == (1_500_000, 2_333_333)


def test_a_note_keeps_what_the_author_wrote() -> None:
    written = Note(Fraction(1), Piece.HAT, accent=True, open=True, shared=True)
    (note,) = compile_timeline(chart(written), 1).notes
    assert (note.piece, note.stroke, note.lane) == (Piece.HAT, Stroke.HIT, "cymbal")
    assert (note.accent, note.open, note.shared) == (True, True, True)


def test_notes_are_sorted_by_time_then_lane() -> None:
    notes = compile_timeline(
        chart(
            Note(Fraction(0), Piece.CRASH),
            Note(Fraction(0), Piece.KICK),
            Note(Fraction(0), Piece.TOM2),
            Note(Fraction(1, 2), Piece.HAT),
            Note(Fraction(1, 2), Piece.KICK),
        ),
        1,
    ).notes
    assert [(note.at_us, note.lane) for note in notes] == [
        (0, "cymbal"),
        (0, "kick"),
        (0, "tom"),
        (250_000, "cymbal"),
        (250_000, "kick"),
    ]


@pytest.mark.parametrize(
    ("layout", "lanes"),
    [
        ("two", "high low low"),
        ("four", "cymbal kick tom"),
        ("kit", "hat kick tom3"),
    ],
)
def test_each_layout_has_lanes_of_its_own(layout: str, lanes: str) -> None:
    song = chart(Note(Fraction(0), Piece.HAT), kick("1"), Note(Fraction(2), Piece.TOM3))
    timeline = compile_timeline(song, 1, layout=layout)
    assert " ".join(note.lane for note in timeline.notes) == lanes
    assert timeline.layout == layout


def test_an_unknown_layout_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        compile_timeline(chart(), 1, layout="five")
    assert "five" not in LAYOUTS


def test_each_player_gets_the_own_notes_and_level() -> None:
    timeline = compile_timeline(chart(kick("0")), 2, level=3)
    assert (timeline.player, timeline.level, timeline.notes) == (2, 3, ())


def test_bars_and_pulses_follow_the_meters() -> None:
    pick_up = Meter((1,), 4)
    bars = bars_of(pick_up, COMMON_TIME, TWELVE_EIGHT, Meter((3, 2, 3, 2), 8))
    timeline = compile_timeline(chart(bars=bars), 1)
    # at 120 bpm: 1, 4 and 6 quarters of 0.5 s before bars 2, 3 and 4; 5 quarters to the end
    assert [(bar.number, bar.at_us) for bar in timeline.bars] == [
        (1, 0),
        (2, 500_000),
        (3, 2_500_000),
        (4, 5_500_000),
    ]
    assert timeline.end_us == 8_000_000
    assert [pulse.at_us for pulse in timeline.pulses] == [
        0,
        *(500_000, 1_000_000, 1_500_000, 2_000_000),
        # dotted quarters of 0.75 s
        *(2_500_000, 3_250_000, 4_000_000, 4_750_000),
        # eighths of 0.25 s in 3 + 2 + 3 + 2
        *(5_500_000, 6_250_000, 6_750_000, 7_500_000),
    ]
    assert [pulse.beat for pulse in timeline.pulses[:3]] == [0, 1, 2]


def test_sections_leads_and_cues_stand_at_their_times() -> None:
    song = chart(
        sections=(Section("Call", 0, Fraction(0)), Section("Answer", 1, Fraction(4))),
        leads=(Lead(Fraction(0), (1,)), Lead(Fraction(2), (2,))),
        cues=(
            Cue(Fraction(0), (1, 2), "ready?"),
            Cue(Fraction(4), (1,), "now!"),
            Cue(Fraction(4), (2,), "listen", "ko"),
        ),
    )
    timeline = compile_timeline(song, 1)
    assert [(each.at_us, each.name) for each in timeline.sections] == [
        (0, "Call"),
        (2_000_000, "Answer"),
    ]
    assert [(lead.at_us, lead.players) for lead in timeline.leads] == [
        (0, (1,)),
        (1_000_000, (2,)),
    ]
    # a cue is shown until its bar ends
    assert [(cue.at_us, cue.end_us, cue.text) for cue in timeline.cues] == [
        (0, 2_000_000, "ready?"),
        (2_000_000, 4_000_000, "now!"),
    ]
    (cue,) = compile_timeline(song, 2).cues[1:]
    assert (cue.text, cue.language) == ("listen", "ko")


def test_a_chart_without_bars_ends_at_once() -> None:
    timeline = compile_timeline(chart(bars=()), 1)
    assert (timeline.end_us, timeline.bars, timeline.pulses) == (0, (), ())
