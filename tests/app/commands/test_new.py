"""`new`, as it is typed, and what it hears in a recording."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sound_files import impulses, write_wav

from game.app.cli import main
from game.app.files.folders import shipped
from game.audio.decode import decode
from game.audio.pcm import to_frames
from game.exchange.tempo_guess import guess_tempo


def test_a_new_chart_is_clean_and_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["new", str(tmp_path / "song"), "--title", "Our Song", "--bpm", "97", "--meter", "12/8"]
    assert main(words) == 0
    text = (tmp_path / "song" / "song.duet").read_text(encoding="utf-8")
    assert "Our Song" in text
    assert main(["check", str(tmp_path / "song")]) == 0
    assert main(words) == 1
    assert "found a chart, expected a new place" in capsys.readouterr().err


def test_a_tempo_that_no_chart_has_is_one_sentence(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "song"), "--bpm", "9000"]) == 1
    assert not (tmp_path / "song").exists()


@pytest.mark.parametrize("bpm", [84, 114, 137.5])
def test_the_tempo_and_first_beat_of_clicks_are_heard(bpm: float) -> None:
    beats = [0.4 + beat * 60 / bpm for beat in range(int(19 * bpm / 60))]
    guess = guess_tempo(impulses(20, beats).astype(np.float32))
    assert guess is not None
    assert guess.is_sure
    assert abs(guess.bpm - bpm) <= 0.1
    assert abs(guess.offset_s - 0.4) < 0.02


@pytest.mark.parametrize(("song", "bpm"), [("dynamite", 114), ("first-minute", 104)])
def test_the_tempo_of_a_song_is_heard_through_its_off_beats(song: str, bpm: float) -> None:
    audio = shipped() / "charts" / song / f"{song}.ogg"
    guess = guess_tempo(to_frames(decode(audio)).mean(axis=1))
    assert guess is not None
    assert abs(guess.bpm - bpm) <= 0.02
    assert abs(guess.offset_s - 0.5) <= 0.02


def test_the_audio_lies_beside_its_chart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    audio = write_wav(tmp_path / "beat.wav", impulses(12, [0.5 * beat for beat in range(1, 23)]))
    assert main(["new", str(tmp_path / "song"), "--audio", str(audio)]) == 0
    assert (tmp_path / "song" / "beat.wav").is_file()
    assert "heard 120 beats a minute" in capsys.readouterr().out
    assert main(["check", str(tmp_path / "song")]) == 0


def test_silence_has_no_tempo() -> None:
    assert guess_tempo(np.zeros(480_000, np.float32)) is None
