"""Which voice plays, and which gives way."""

import pygame
import pytest

from game.audio.voices import MAX_ALIKE, Voices


@pytest.fixture
def long_sound(mixer) -> pygame.mixer.Sound:
    return pygame.mixer.Sound(buffer=bytes(4 * 48_000 * 10))


def voices_of(count: int) -> Voices:
    return Voices([pygame.mixer.Channel(index) for index in range(count)])


def test_each_stroke_gets_a_voice_of_its_own(long_sound) -> None:
    voices = voices_of(4)
    for name in ("kick", "snare", "hat"):
        voices.play(name, long_sound, 1, 1)
    assert voices.sounding() == ("kick", "snare", "hat")


def test_when_all_are_busy_the_quietest_of_the_older_half_gives_way(long_sound) -> None:
    voices = voices_of(4)
    for name, gain in (("crash", 0.9), ("ghost", 0.1), ("ride", 0.05), ("kick", 0.5)):
        voices.play(name, long_sound, gain, gain)
    voices.play("snare", long_sound, 0.7, 0.2)
    assert voices.sounding() == ("crash", "ride", "kick", "snare")


def test_one_drum_never_takes_more_than_its_share(long_sound) -> None:
    voices = voices_of(20)
    for _ in range(MAX_ALIKE + 3):
        voices.play("ride", long_sound, 0.5, 0.5)
    assert voices.sounding().count("ride") == MAX_ALIKE


def test_a_thousand_strokes_at_once_are_no_error(long_sound) -> None:
    voices = voices_of(8)
    for stroke in range(1000):
        voices.play(f"drum{stroke % 12}", long_sound, 0.5, 0.5)
    assert len(voices.sounding()) == 8


def test_choking_ends_only_the_named_voices(long_sound) -> None:
    voices = voices_of(4)
    voices.play("hat_open", long_sound, 1, 1)
    voices.play("snare", long_sound, 1, 1)
    voices.choke("hat_open")
    assert voices.sounding() == ("", "snare")


def test_without_channels_nothing_happens(mixer) -> None:
    voices = Voices([])
    voices.play("kick", pygame.mixer.Sound(buffer=bytes(400)), 1, 1)
    voices.choke("kick")
    assert voices.sounding() == ()
