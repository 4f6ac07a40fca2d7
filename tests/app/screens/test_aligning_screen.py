"""Waiting for an alignment: a file that holds no music is explained in a sentence of its own."""

from __future__ import annotations

from pathlib import Path
from time import sleep

import pygame
import pytest
from menu_rig import down, services_in
from recording_scenes import song_chart

from game.app.screens.aligning import AligningScreen
from game.app.screens.base import Pop, Replace

EMPTY_WAV = (
    b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data\0\0\0\0"
)


def waited_for(screen: AligningScreen) -> str:
    """What is said when the worker is done, which takes it a second or so."""
    screen.enter()
    for now_ns in range(1, 1_200):
        assert screen.tick(now_ns) is None
        fault = screen.snapshot(now_ns).fault
        if fault:
            return fault
        sleep(0.05)
    raise AssertionError("nobody said anything")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bytes(4_000), "No music can be read from 내 노래.wav"),
        (b"RIFF", "No music can be read from 내 노래.wav"),
        (EMPTY_WAV, "There is no sound in 내 노래.wav"),
    ],
)
def test_what_holds_no_music_is_named_with_what_to_do(
    content: bytes, said: str, tmp_path: Path
) -> None:
    file = tmp_path / "내 노래.wav"
    file.write_bytes(content)
    screen = AligningScreen(services_in(tmp_path), Path("ash/song.duet"), song_chart(), file)
    fault = waited_for(screen)
    assert fault.startswith(said)
    assert "download it once more" in fault
    assert str(tmp_path) not in fault
    assert isinstance(screen.handle(down("RETURN"), 0), Pop)


def test_another_file_is_dropped_where_one_could_not_be_used(tmp_path: Path) -> None:
    broken, words, other = (tmp_path / name for name in ("a.wav", "b.mp3", "c.mp3"))
    broken.write_bytes(b"RIFF")
    words.write_text("no music")
    other.write_bytes(b"ID3 and so on")
    screen = AligningScreen(services_in(tmp_path), Path("ash/song.duet"), song_chart(), broken)
    waited_for(screen)
    assert screen.handle(pygame.Event(pygame.DROPFILE, file=str(words)), 0) is None
    assert screen.snapshot(0).fault.startswith("b.mp3 holds words")
    change = screen.handle(pygame.Event(pygame.DROPFILE, file=str(other)), 0)
    assert isinstance(change, Replace)
    assert isinstance(change.screen, AligningScreen)
