"""Free jam: everybody sounds at once, and nothing that was recorded gets lost."""

from __future__ import annotations

from pathlib import Path

import mido
import pytest
from jam_takes import strikes
from menu_rig import MS, click, down, draw, press
from pad_events import plugged, struck

from game.app.screens.base import Pop
from game.app.screens.jam import JamScreen
from game.app.screens.jam_texts import Line
from game.app.services import Services
from game.app.sound.audio_output import NO_OUTPUT
from game.charts.pieces import Piece
from game.view.screens import jam as view
from game.view.widgets.area import Target

KIT, PAD = "TD-17", "SPD-SX"
TEMPO = list(Line).index(Line.TEMPO) - 1
KEYS = list(Line).index(Line.KEYS) - 1


@pytest.fixture
def jam(services: Services) -> JamScreen:
    services.sound.output = NO_OUTPUT  # type: ignore[misc]  # the silent one has none
    screen = JamScreen(services)
    screen.enter()
    return screen


def files(jam: JamScreen) -> list[Path]:
    return sorted(jam.services.folders.jams.glob("*.mid"))


def played_ms(path: Path, track: int) -> list[float]:
    return [round(at_ms, 1) for at_ms, _, _ in strikes(mido.MidiFile(path), track)]


def key(jam: JamScreen, name: str, at_ms: float) -> None:
    """One key at a time that is not a frame's."""
    jam.handle(down(name), round(at_ms * MS))


def recorded(jam: JamScreen) -> None:
    """R, both players' snares, R."""
    for name, at_ms in (("R", 1_000), ("S", 1_250), ("L", 1_750.5), ("S", 2_000), ("R", 2_500)):
        key(jam, name, at_ms)


def test_every_key_sounds_its_drum_at_once(jam):
    for name in "SK":
        key(jam, name, 0)
    assert jam.sound.strikes == [(1, Piece.SNARE), (2, Piece.HAT)]


def test_a_struck_drum_shines_and_fades(jam):
    key(jam, "S", 0)
    at_once, later = jam.snapshot(10 * MS), jam.snapshot(300 * MS)
    assert [head.glow for head in at_once.sides[0].heads] == [0, 1, 0, 0]
    assert not any(head.glow for side in later.sides for head in side.heads)
    assert jam.is_animated
    jam.tick(300 * MS)
    assert not jam.is_animated


def test_a_kit_joins_by_being_hit_and_brings_all_its_drums(jam):
    jam.handle(plugged(jam.services, KIT, PAD), 0)
    assert len(jam.snapshot(0).sides[0].heads) == 4
    jam.handle(struck(KIT, 43), 0)
    jam.handle(struck(PAD, 51), 0)
    first, second = jam.snapshot(0).sides
    assert (len(first.heads), len(second.heads)) == (8, 8)
    assert KIT in first.devices
    assert PAD in second.devices
    assert jam.sound.strikes == [(1, Piece.TOM3), (2, Piece.RIDE)]
    assert [head.label for head in first.heads if head.glow] == ["floor"]
    assert [head.label for head in second.heads if head.glow] == ["ride"]


def test_kit_and_keyboard_play_side_by_side(jam):
    jam.handle(struck(KIT, 38), 0)
    key(jam, "S", 0)
    key(jam, "L", 0)
    assert jam.sound.strikes == [(1, Piece.SNARE), (1, Piece.SNARE), (2, Piece.SNARE)]


def test_the_last_kit_can_be_handed_on(jam):
    jam.handle(struck(KIT, 38), 0)
    press(jam, *["DOWN"] * 5, "RIGHT")
    jam.handle(struck(KIT, 38), 0)
    assert [player for player, _ in jam.sound.strikes] == [1, 2]


def test_a_recording_has_the_presses_own_times(jam):
    recorded(jam)
    jam.tick(2_600 * MS)
    (path,) = files(jam)
    assert played_ms(path, 1) == [250, 1_000]
    assert played_ms(path, 2) == pytest.approx([750.5], abs=0.15)
    assert [track.name for track in mido.MidiFile(path).tracks] == ["Free jam", "P1", "P2"]


def test_it_is_said_how_much_was_recorded_and_where(jam):
    recorded(jam)
    jam.tick(2_600 * MS)
    jam.tick(2_601 * MS)
    notice = jam.snapshot(2_601 * MS).frame.notice
    assert "Hits: 3 (P1: 2, P2: 1)" in notice
    assert str(files(jam)[0]) in notice


def test_a_soft_hit_that_a_filter_held_is_in_the_file_at_its_own_time(jam):
    key(jam, "R", 0)
    key(jam, "R", 1_000)
    jam.handle(struck(KIT, 38, 20, 995 * MS), 1_004 * MS)
    jam.tick(1_005 * MS)
    assert files(jam) == []
    jam.tick(1_013 * MS)
    (path,) = files(jam)
    assert played_ms(path, 1) == pytest.approx([995], abs=0.15)


@pytest.mark.parametrize("way", ["escape", "window closed"])
def test_leaving_keeps_what_was_recorded(jam, way):
    key(jam, "R", 1_000)
    key(jam, "S", 1_999)
    if way == "escape":
        assert jam.handle(down("ESCAPE"), 2_000 * MS) is None
        assert jam.tick(2_013 * MS) == Pop()
    jam.leave()
    (path,) = files(jam)
    assert played_ms(path, 1) == [999]


def test_after_a_crash_the_recording_is_rescued(jam):
    key(jam, "R", 1_000)
    key(jam, "S", 1_500)
    path = jam.services.rescue()
    assert played_ms(path, 1) == [500]
    jam.leave()
    assert files(jam) == [path]


def test_nothing_is_written_when_nothing_was_hit(jam):
    press(jam, "R", "R")
    jam.tick(100 * MS)
    assert files(jam) == []
    assert next(iter(jam.services.notices)) == jam.strings("jam.nothing")
    assert jam.services.rescue is None


def test_a_folder_that_cannot_be_written_loses_nothing(jam, tmp_path, monkeypatch):
    jams = jam.services.folders.jams
    jams.parent.mkdir(parents=True, exist_ok=True)
    jams.write_text("a file where the folder should be")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(elsewhere))
    recorded(jam)
    jam.tick(2_600 * MS)
    (path,) = elsewhere.iterdir()
    assert played_ms(path, 1) == [250, 1_000]
    assert str(path) in next(iter(jam.services.notices))


def test_a_file_that_can_be_written_nowhere_is_said(jam, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.app.files.midi_file.save", refuse)
    recorded(jam)
    jam.tick(2_600 * MS)
    assert "No space left on device" in next(iter(jam.services.notices))


def test_the_clock_runs_while_recording(jam):
    key(jam, "R", 1_000)
    assert [jam.snapshot(at_ms * MS).clock for at_ms in (1_000, 1_999, 2_000, 62_000)] == [
        "0:00",
        "0:00",
        "0:01",
        "1:01",
    ]
    assert jam.wake_ns(1_300 * MS) == 2_000 * MS


def test_the_metronome_ticks_and_shows_its_pulse(jam):
    press(jam, "DOWN", "RIGHT")
    ticks = [0, 500, 1_000, 1_500, 2_000]
    shown = []
    for at_ms in ticks:
        jam.tick(at_ms * MS)
        shown.append(jam.snapshot(at_ms * MS).pulse)
    assert jam.sound.ticks == [True, False, False, False, True]
    assert shown == [0, 1, 2, 3, 0]
    assert jam.wake_ns(2_000 * MS) == 2_500 * MS


def test_what_was_recorded_along_with_the_metronome_stands_on_its_bars(jam):
    press(jam, "DOWN", "RIGHT")
    key(jam, "R", 3_000)  # the third beat of the second bar
    key(jam, "S", 4_000)
    key(jam, "R", 4_100)
    jam.tick(4_200 * MS)
    assert played_ms(files(jam)[0], 1) == [2_000]


def test_the_tempo_follows_arrows_and_taps(jam):
    press(jam, "DOWN", "DOWN", "RIGHT")
    assert jam.snapshot(0).rows[TEMPO].value == "121"
    for at_ms in (0, 400, 800):
        key(jam, "T", at_ms)
    assert jam.snapshot(0).rows[TEMPO].value == "150"


def test_a_key_that_is_a_drum_is_nothing_else(jam):
    press(jam, *["DOWN"] * 4, "RIGHT", "RIGHT")
    while jam.snapshot(0).rows[KEYS].value != "Full kit":
        press(jam, "RIGHT")
    key(jam, "R", 0)
    assert jam.sound.strikes == [(1, Piece.RIDE)]
    assert not jam.snapshot(0).is_recording
    assert ("Space",) in [hint.caps for hint in jam.snapshot(0).frame.hints]
    key(jam, "SPACE", 0)
    assert jam.snapshot(0).is_recording


def test_enter_records_and_the_mouse_too(jam):
    press(jam, "RETURN")
    assert jam.snapshot(0).is_recording
    click(jam, Target(view.RECORD))
    assert not jam.snapshot(0).is_recording


def test_a_click_on_a_drum_sounds_it(jam):
    click(jam, Target(view.HEADS[1], 0))
    assert jam.sound.strikes == [(2, Piece.KICK)]


def test_escape_leads_back(jam):
    assert press(jam, "ESCAPE") == Pop()


def test_a_struck_drum_lights_the_picture(jam):
    canvas = draw(jam)
    still = canvas.surface.copy()
    key(jam, "A", 0)
    draw(jam, canvas)
    assert canvas.surface.get_buffer().raw != still.get_buffer().raw
