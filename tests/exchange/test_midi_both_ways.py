"""Charts out as MIDI and in again; strangers' files."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import mido
import pytest
from helpers import chart
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.charts.model import Chart
from game.charts.writer import write
from game.errors import GameError
from game.exchange.from_midi import USUAL, Choices, Imported, chart_of
from game.exchange.midi_in import only_tracks, read_midi
from game.exchange.midi_out import midi_file

KEPT = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def data_of(song: Chart) -> bytes:
    stream = io.BytesIO()
    midi_file(song).save(file=stream)
    return stream.getvalue()


def imported(data: bytes, folder: Path, choices: Choices = USUAL) -> Imported:
    path = folder / "song.mid"
    path.write_bytes(data)
    return chart_of(read_midi(path), path, choices)


def played(strokes: Iterable[tuple[int, int, int]], ticks_per_beat: int = 960) -> bytes:
    """A file with one drum track: (tick, note, velocity) of each stroke, in order."""
    track, before = mido.MidiTrack(), 0
    for at, note, velocity in strokes:
        on = mido.Message("note_on", channel=9, note=note, velocity=velocity, time=at - before)
        track.append(on)
        before = at
    file = mido.MidiFile(ticks_per_beat=ticks_per_beat)
    file.tracks.append(track)
    stream = io.BytesIO()
    file.save(file=stream)
    return stream.getvalue()


@st.composite
def plain_charts(draw: st.DrawFn) -> Chart:
    """One to three bars on grids of quarters to sixteenths and triplets, at any usual tempo."""
    meters = draw(st.lists(st.sampled_from(["4/4", "3/4", "7/8", "12/8"]), min_size=1, max_size=3))
    tempi = [draw(st.sampled_from(["60", "114", "97.5", "123 140"])) for _ in meters]
    rows = [f"meter |{'|'.join(meters)}|", f"bpm |{'|'.join(tempi)}|"]
    for label, symbols in (
        ("P1 snare", "-xXg"),
        ("P1 hat", "-xoO"),
        ("P2 kick", "-oO"),
        ("P2 tom3", "-xX"),
    ):
        bars = []
        for meter in meters:
            beats = int(meter.split("/")[0])
            size = beats * draw(st.sampled_from([1, 2] if meter.endswith("8") else [1, 2, 3, 4]))
            bars.append(draw(st.text(symbols, min_size=size, max_size=size)))
        rows.append(f"{label} |{'|'.join(bars)}|")
    return chart("== One ==\n" + "\n".join(rows))


@KEPT
@given(song=plain_charts())
def test_a_plain_chart_comes_back_as_it_was(song: Chart, tmp_path: Path) -> None:
    if not all(part.notes for part in song.parts):
        return
    back = imported(data_of(song), tmp_path).chart
    assert back.parts == song.parts
    assert back.bars == song.bars
    assert back.tempo_map.steps == song.tempo_map.steps
    assert [section.name for section in back.sections] == ["One"]
    assert chart(write(back)).parts == song.parts


def test_flams_and_drags_are_found(tmp_path: Path) -> None:
    song = chart("P1 snare |-fFd|x--D|\nP2 kick |o---|o---|")
    assert imported(data_of(song), tmp_path).chart.parts == song.parts


def test_played_sixteenths_are_drawn_to_the_grid(tmp_path: Path) -> None:
    late = [0, 12, -9, 15, 4, -14, 8, 3]  # ticks of about half a millisecond at 120
    strokes = [(240 * index + 960 + ticks, 38, 90) for index, ticks in enumerate(late)]
    found = imported(played(strokes), tmp_path)
    expected = [4 + index for index in range(8)]
    assert [note.beat * 4 for note in found.chart.parts[0].notes] == expected
    assert found.chart.is_solo
    assert found.errors_ms[-1] == pytest.approx(15 / 960 * 500, abs=0.01)


def test_each_bar_says_how_far_it_lies_from_its_grid(tmp_path: Path) -> None:
    # Bar 1 on the beats, bar 2 with its second quarter 20 ms late, bar 3 without a stroke.
    found = imported(played([(0, 38, 90), (960 * 4, 38, 90), (960 * 5 + 38, 38, 90)]), tmp_path)
    assert [fit.number for fit in found.fits] == [1, 2]
    assert [round(fit.worst_ms, 1) for fit in found.fits] == [0.0, 19.8]


def test_an_author_may_choose_the_grid(tmp_path: Path) -> None:
    strokes = [(0, 38, 90), (320, 38, 90), (640, 38, 90)]  # an eighth triplet
    assert imported(played(strokes), tmp_path).fits[0].lines == 3
    found = imported(played(strokes), tmp_path, Choices(lines=2))
    assert [note.beat * 2 for note in found.chart.parts[0].notes] == [0, 1]
    assert found.doubled == 1


def test_a_long_bar_gets_no_finer_grid_than_a_chart_can_write(tmp_path: Path) -> None:
    # 32/4 and one stroke a 48th of a quarter after the beat: 1,536 lines in the bar.
    file = mido.MidiFile(ticks_per_beat=960)
    meter = mido.MetaMessage("time_signature", numerator=32, denominator=4)
    stroke = mido.Message("note_on", channel=9, note=38, velocity=90, time=20)
    file.tracks.append(mido.MidiTrack([meter, stroke]))
    stream = io.BytesIO()
    file.save(file=stream)
    found = imported(stream.getvalue(), tmp_path)
    assert found.fits[0].lines <= 192 // 32
    assert write(found.chart)


def test_an_author_may_say_what_is_soft_and_what_is_hard(tmp_path: Path) -> None:
    data = played([(0, 38, 30), (960, 38, 60), (1920, 38, 100), (2880, 38, 120)])
    usual, softer = (
        imported(data, tmp_path, choices).chart.parts[0].notes
        for choices in (USUAL, Choices(ghost_velocity=60, accent_velocity=100))
    )
    assert [(note.stroke.value, note.accent) for note in usual] == [
        ("ghost", False),
        ("hit", False),
        ("hit", False),
        ("hit", True),
    ]
    assert [(note.stroke.value, note.accent) for note in softer] == [
        ("ghost", False),
        ("ghost", False),
        ("hit", True),
        ("hit", True),
    ]


def test_one_track_can_be_shared_out(tmp_path: Path) -> None:
    song = chart("P1 snare |x-x-|\nP1 tom3 |-x-x|")
    back = imported(data_of(song), tmp_path, Choices(is_split=True)).chart
    assert not back.is_solo
    assert [{note.piece.value for note in part.notes} for part in back.parts] == [
        {"snare"},
        {"tom3"},
    ]


def test_notes_that_no_kit_has_are_named(tmp_path: Path) -> None:
    found = imported(played([(0, 36, 90), (0, 75, 90), (0, 75, 90)]), tmp_path)
    assert found.unknown == {75: 2}


def three_tracks() -> bytes:
    file = mido.MidiFile()
    for name, note in (("Left", 36), ("", 38), ("Right", 42)):
        track = mido.MidiTrack([mido.Message("note_on", channel=9, note=note, velocity=90)])
        if name:
            track.insert(0, mido.MetaMessage("track_name", name=name))
        file.tracks.append(track)
    stream = io.BytesIO()
    file.save(file=stream)
    return stream.getvalue()


def test_of_many_drum_tracks_some_are_chosen(tmp_path: Path) -> None:
    path = tmp_path / "song.mid"
    path.write_bytes(three_tracks())
    file = read_midi(path)
    with pytest.raises(GameError) as fault:
        chart_of(file, path)
    assert "found drum tracks 1 (Left), 2, 3 (Right), expected one or two" in str(fault.value)
    chosen = chart_of(only_tracks(file, (3, 1), path), path).chart
    assert [[note.piece.value for note in part.notes] for part in chosen.parts] == [
        ["hat"],
        ["kick"],
    ]
    with pytest.raises(GameError) as fault:
        only_tracks(file, (4,), path)
    assert "found no drums in track 4" in str(fault.value)


WHOLE = data_of(chart("bpm |120 90|\nP1 snare |xXgf|\nP2 kick |o-o-|"))


@KEPT
@given(data=st.binary(max_size=200).map(lambda tail: b"MThd" + tail) | st.binary(max_size=200))
def test_random_bytes_are_one_sentence(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(GameError) as fault:
        imported(data, tmp_path)
    assert "song.mid" in str(fault.value)


@KEPT
@given(
    places=st.dictionaries(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), max_size=4),
    end=st.integers(0, len(WHOLE)),
)
def test_damaged_and_truncated_files_never_crash(
    places: dict[int, int], end: int, tmp_path: Path
) -> None:
    damaged = bytearray(WHOLE)
    for place, value in places.items():
        damaged[place] = value
    try:
        write(imported(bytes(damaged[:end]), tmp_path).chart)
    except GameError as fault:
        assert str(fault)
