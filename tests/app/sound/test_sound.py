"""All that sounds, on a machine without sound."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.app.files import folders
from game.app.settings.values import Volumes
from game.app.sound.sound import Sound

ASSETS = folders.shipped() / "assets"


@pytest.fixture
def sound(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sound]:
    monkeypatch.setitem(os.environ, "SDL_AUDIODRIVER", "dummy")
    opened = Sound(ASSETS, Volumes())
    opened.open()
    yield opened
    opened.close()


def test_a_song_that_can_be_heard_has_no_fault(sound: Sound) -> None:
    assert sound.preview(next(ASSETS.parent.glob("charts/**/*.ogg")), 0.0) is None


def test_a_song_that_cannot_be_heard_is_told(sound: Sound, tmp_path: Path) -> None:
    noise = tmp_path / "song.ogg"
    noise.write_bytes(b"OggS, and then nothing of the kind" * 9)
    fault = sound.preview(noise, 0.0)
    assert fault is not None
    assert "song.ogg" in str(fault)


def test_every_sample_that_cannot_be_loaded_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(os.environ, "SDL_AUDIODRIVER", "dummy")
    drums = shutil.copytree(ASSETS / "drums", tmp_path / "drums")
    (drums / "snare_hard.flac").unlink()
    (drums / "kick_hard.flac").write_bytes(b"no drum")
    told: list[str] = []
    sound = Sound(tmp_path, Volumes())
    sound.open(lambda path: told.append(path.name))
    sound.wait_until_loaded()
    sound.close()
    assert told == ["kick_hard.flac", "snare_hard.flac"]


class HeardMixer:
    is_silent = False

    def __init__(self, buffer_ms: float) -> None:
        self.buffer_ms = buffer_ms


@pytest.mark.parametrize(
    ("buffer_ms", "lead_ns"),
    [(256 / 48, 2_166_667), (512 / 48, 4_833_333), (1024 / 48, 10_166_667), (0.5, 0)],
)
def test_a_drum_lies_half_a_buffer_before_the_position_told_in_whole_milliseconds(
    buffer_ms: float, lead_ns: int
) -> None:
    sound = Sound(ASSETS, Volumes())
    sound._mixer = HeardMixer(buffer_ms)  # type: ignore[assignment]  # stands in for a device
    assert sound.drum_lead_ns == lead_ns


def test_what_cannot_be_heard_has_no_lead(sound: Sound) -> None:
    assert sound.is_silent
    assert sound.drum_lead_ns == 0
