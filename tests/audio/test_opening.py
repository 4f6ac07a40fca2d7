"""Opening a sound device, and doing without one."""

import os

import pygame
import pytest
from disk_recording import record

from game.audio.mixer import Mixer

HINTS = ("PIPEWIRE_LATENCY", "PULSE_LATENCY_MSEC")


@pytest.fixture
def opens(monkeypatch: pytest.MonkeyPatch):
    """Says which attempts work; everything else fails like a machine without a device."""
    tried = []

    def only(works):
        monkeypatch.delenv("SDL_AUDIODRIVER", raising=False)
        real_init = pygame.mixer.init

        def init(frequency, size, channels, buffer, device=None, changes=0):
            driver = os.environ.get("SDL_AUDIODRIVER")
            tried.append((driver, device, buffer))
            if not works(driver, device, buffer):
                raise pygame.error("no such audio device")
            monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
            real_init(frequency, size, channels, buffer, None, changes)

        monkeypatch.setattr(pygame.mixer, "init", init)
        return tried

    for hint in HINTS:
        monkeypatch.delenv(hint, raising=False)
    yield only
    pygame.mixer.quit()


def heard(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the driver that stands in for a device pass for one."""
    monkeypatch.setattr(pygame.mixer, "get_driver", lambda: "loudspeaker")


def test_the_default_device_opens_at_256_frames(opens, monkeypatch) -> None:
    tried = opens(lambda *_: True)
    heard(monkeypatch)
    mixer = Mixer.open()
    assert tried == [(None, None, 256)]
    assert (mixer.frequency_hz, mixer.buffer_frames, mixer.device) == (48_000, 256, "default")
    assert mixer.message is None
    assert not mixer.is_silent


def test_a_longer_buffer_is_tried_and_told(opens, monkeypatch) -> None:
    tried = opens(lambda _driver, _device, buffer: buffer >= 1024)
    heard(monkeypatch)
    mixer = Mixer.open()
    assert [buffer for *_, buffer in tried] == [256, 512, 1024]
    assert mixer.buffer_frames == 1024
    assert mixer.message is not None
    assert mixer.message.key == "audio.longer_buffer"
    assert mixer.message.values == {"ms": 21}


def test_a_device_that_is_gone_gives_way_to_the_default_one(opens, monkeypatch) -> None:
    opens(lambda _driver, device, _buffer: device is None)
    heard(monkeypatch)
    mixer = Mixer.open(device="Headphones")
    assert mixer.device == "default"
    assert mixer.message is not None
    assert mixer.message.key == "audio.other_device"
    assert mixer.message.values == {"device": "Headphones"}


def test_without_any_device_the_game_is_silent_and_says_so(opens) -> None:
    tried = opens(lambda driver, *_: driver == "dummy")
    mixer = Mixer.open()
    assert tried[-1] == ("dummy", None, 256)
    assert mixer.is_silent
    assert mixer.is_open
    assert mixer.message is not None
    assert mixer.message.key == "audio.silent"


def test_without_even_a_silent_driver_everything_still_answers(opens) -> None:
    opens(lambda *_: False)
    mixer = Mixer.open()
    assert mixer.is_silent
    assert not mixer.is_open
    mixer.click_voices.play("stick", None, 1, 1)
    mixer.stop()
    mixer.close()


def test_a_driver_that_the_user_chose_is_not_overruled(monkeypatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "gramophone")
    mixer = Mixer.open()
    assert mixer.is_silent
    assert os.environ["SDL_AUDIODRIVER"] == "gramophone"
    mixer.close()


def test_the_sound_servers_are_asked_for_a_short_buffer(opens) -> None:
    opens(lambda driver, *_: driver == "dummy")
    Mixer.open()
    assert os.environ["PIPEWIRE_LATENCY"] == "256/48000"
    assert os.environ["PULSE_LATENCY_MSEC"] == "6"  # 5.3 ms, rounded up


def test_what_the_user_asked_of_the_sound_server_stays(opens, monkeypatch) -> None:
    monkeypatch.setenv("PIPEWIRE_LATENCY", "1024/48000")
    opens(lambda driver, *_: driver == "dummy")
    Mixer.open()
    assert os.environ["PIPEWIRE_LATENCY"] == "1024/48000"


def test_the_disk_driver_is_a_device_like_any_other(tmp_path) -> None:
    mixed, said = record(
        "print(mixer.driver, mixer.is_silent, mixer.message); recorder.wait(256)", tmp_path
    )
    assert said.split() == ["disk", "False", "None"]
    assert len(mixed) >= 256
    assert not mixed.any()
