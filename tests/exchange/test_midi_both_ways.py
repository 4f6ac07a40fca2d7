"""Charts out as MIDI and in again; strangers' files."""

from __future__ import annotations

import io
from pathlib import Path

import mido
import pytest
from helpers import chart
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.charts.model import Chart
from game.charts.writer import write
from game.errors import GameError
from game.exchange.from_midi import Imported, chart_of
from game.exchange.midi_in import read_midi
from game.exchange.midi_out import midi_file

KEPT = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def data_of(song: Chart) -> bytes:
    stream = io.BytesIO()
    midi_file(song).save(file=stream)
    return stream.getvalue()


def imported(data: bytes, folder: Path, *, is_split: bool = False) -> Imported:
    path = folder / "song.mid"
    path.write_bytes(data)
    return chart_of(read_midi(path), path, is_split=is_split)


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
    track = mido.MidiTrack()
    late = [0, 12, -9, 15, 4, -14, 8, 3]  # ticks of about half a millisecond at 120
    at = 0
    for index, ticks in enumerate(late):
        now = 240 * index + 960 + ticks
        track.append(mido.Message("note_on", channel=9, note=38, velocity=90, time=now - at))
        at = now
    file = mido.MidiFile(ticks_per_beat=960)
    file.tracks.append(track)
    stream = io.BytesIO()
    file.save(file=stream)
    found = imported(stream.getvalue(), tmp_path)
    expected = [4 + index for index in range(8)]
    assert [note.beat * 4 for note in found.chart.parts[0].notes] == expected
    assert found.chart.is_solo
    assert found.errors_ms[-1] == pytest.approx(15 / 960 * 500, abs=0.01)


def test_one_track_can_be_shared_out(tmp_path: Path) -> None:
    song = chart("P1 snare |x-x-|\nP1 tom3 |-x-x|")
    back = imported(data_of(song), tmp_path, is_split=True).chart
    assert not back.is_solo
    assert [{note.piece.value for note in part.notes} for part in back.parts] == [
        {"snare"},
        {"tom3"},
    ]


def test_notes_that_no_kit_has_are_named(tmp_path: Path) -> None:
    track = mido.MidiTrack(
        [mido.Message("note_on", channel=9, note=note, velocity=90) for note in (36, 75, 75)]
    )
    file = mido.MidiFile()
    file.tracks.append(track)
    stream = io.BytesIO()
    file.save(file=stream)
    assert imported(stream.getvalue(), tmp_path).unknown == {75: 2}


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
