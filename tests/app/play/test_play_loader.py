"""Getting a play's sound ready."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from helpers import chart

from game.app.play import loader as play_loader
from game.app.play.loader import PlayLoader, play_span_us, song_request
from game.app.play.setup import OwnRecording, PlaySetup, SeatSetup
from game.audio.request import PreparedSong, SongRequest
from game.audio.ticks import TickKind
from game.errors import AudioError
from game.timing.sound_map import SoundMap


@pytest.fixture(autouse=True)
def events(monkeypatch: pytest.MonkeyPatch) -> list[pygame.Event]:
    posted: list[pygame.Event] = []
    monkeypatch.setattr(play_loader.pygame.event, "post", posted.append)
    return posted


def setup(text: str, path: Path = Path("song.duet")) -> PlaySetup:
    seats = tuple(SeatSetup(n, f"P{n}", "keyboard", 5, "four", "standard") for n in (1, 2))
    return PlaySetup(path, chart(text), seats)


def request_of(play: PlaySetup, *, metronome: bool = False) -> SongRequest:
    return song_request(play, song_gain=1.0, click_gain=1.0, metronome=metronome)


def ticks(request: SongRequest, kind: TickKind) -> list[float]:
    return [tick.at_us / 1e6 for tick in request.ticks if tick.kind is kind]


def test_a_bar_is_counted_before_the_song_and_a_second_before_that_is_quiet() -> None:
    request = request_of(setup("P1 kick |o---|"))
    assert ticks(request, TickKind.STICKS) == [-2.0, -1.5, -1.0, -0.5]
    assert request.lead_in_us == 3_000_000


def test_a_chart_without_its_audio_is_played_to_the_metronome() -> None:
    request = request_of(setup("P1 kick |o---|o---|"))
    assert request.audio is None
    assert ticks(request, TickKind.ACCENT) == [0.0, 2.0]
    assert ticks(request, TickKind.BEAT) == [0.5, 1.0, 1.5, 2.5, 3.0, 3.5]


@pytest.mark.parametrize(("metronome", "beats"), [(False, 0), (True, 4)])
def test_a_song_with_audio_has_a_metronome_if_wanted(
    metronome: bool, beats: int, tmp_path: Path
) -> None:
    (tmp_path / "song.ogg").write_bytes(b"")
    text = "#duet 1\ntitle: T\nbpm: 120\naudio: song.ogg\noffset: 0.25\n\nP1 kick |o---|\n"
    request = request_of(setup(text, tmp_path / "song.duet"), metronome=metronome)
    assert request.audio == tmp_path / "song.ogg"
    assert request.offset_us == 250_000
    assert len(request.ticks) == 4 + beats


# Bar 1 at 2.5 s of the recording, which lasts 2 % longer than written.
SLOWER = SoundMap.of([(0, 2_500_000), (10_000_000, 12_700_000)])


def test_a_recording_is_heard_with_ticks_where_its_own_beats_are(tmp_path: Path) -> None:
    recording = OwnRecording(tmp_path / "mine.mp3", SLOWER)
    play = replace(setup("P1 kick |o---|o---|"), recording=recording)
    request = request_of(play, metronome=True)
    assert (request.audio, request.offset_us) == (tmp_path / "mine.mp3", 0)
    assert ticks(request, TickKind.ACCENT) == [2.5, 4.54]
    assert ticks(request, TickKind.STICKS) == [0.46, 0.97, 1.48, 1.99]
    # The lead-in of three seconds of song reaches 0.56 s before the recording.
    assert request.lead_in_us == 560_000
    assert request.end_us == 6_580_000


def test_what_lies_before_the_lead_in_and_long_after_the_end_is_skipped(tmp_path: Path) -> None:
    late = OwnRecording(tmp_path / "video.mp3", SoundMap.of([(0, 24_000_000)]))
    play = replace(setup("P1 kick |o---|o---|"), recording=late)
    song = PreparedSong(tmp_path / "video.wav", start_us=0, frames=60 * 48_000, rate_pct=100)
    # Two bars are four seconds; eight more are waited for.
    assert play_span_us(play, song) == (-3_000_000, 12_000_000)


def test_a_fault_of_the_song_is_kept_for_the_screen(
    tmp_path: Path, events: list[pygame.Event]
) -> None:
    broken = tmp_path / "song.ogg"
    broken.write_bytes(b"no sound at all")
    loader = PlayLoader(SongRequest(audio=broken, end_us=1), tmp_path / "cache", tmp_path)
    loader._thread.join()
    assert loader.is_done
    assert loader.song is None
    assert str(broken) in str(loader.fault)
    assert len(events) == 1


def test_whatever_goes_wrong_the_wait_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, events: list[pygame.Event]
) -> None:
    def out_of_memory(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(play_loader, "prepare", out_of_memory)
    loader = PlayLoader(SongRequest(audio=None, end_us=1), tmp_path / "cache", tmp_path)
    loader._thread.join()
    assert loader.is_done
    assert isinstance(loader.fault, AudioError)
    assert "MemoryError" in str(loader.fault)
    assert len(events) == 1
