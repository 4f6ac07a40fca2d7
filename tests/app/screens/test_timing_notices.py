"""What is said about timing without being asked."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from timing_rig import SPEAKERS, timing_services

from game.app.calibration import timing_notices
from game.app.play.offsets import setup_of
from game.app.play.setup import SeatSetup
from game.app.settings.store import SettingsStore
from game.app.sound.audio_output import NO_OUTPUT, AudioOutput
from game.timing.offsets import Calibration, Kind

HERE = setup_of(SPEAKERS, "keyboard")
SOUND = Calibration(1, HERE, Kind.SOUND, -18_000, 6_000, 15_000, 32, date(2026, 7, 4))
HEADPHONES = dataclasses.replace(SPEAKERS, device="Bluetooth headphones")
SEATS = (SeatSetup(1, "Ada", "keyboard", 5, "four", "standard"),)

AT_THE_START = [
    # output, calibrations, what is said
    (SPEAKERS, (), ""),
    (SPEAKERS, (SOUND,), ""),
    (NO_OUTPUT, (SOUND,), ""),
    (HEADPHONES, (SOUND,), "goes through Bluetooth headphones now"),
    (dataclasses.replace(SPEAKERS, buffer_frames=512), (SOUND,), "Test the timing again"),
    (HEADPHONES, (), "is wireless"),
]


@pytest.mark.parametrize(("output", "calibrations", "words"), AT_THE_START)
def test_a_sound_that_goes_another_way_is_noticed(
    tmp_path: Path, output: AudioOutput, calibrations: tuple[Calibration, ...], words: str
) -> None:
    services = timing_services(tmp_path, output)
    services.store.save(dataclasses.replace(services.settings, calibrations=calibrations))
    said = list(timing_notices.of_sound(services))
    assert len(said) == (1 if words else 0)
    assert words in "".join(said)


def test_a_song_that_moved_an_offset_says_so_and_it_is_kept(tmp_path: Path) -> None:
    services = timing_services(tmp_path)
    services.store.save(dataclasses.replace(services.settings, calibrations=(SOUND,)))
    (said,) = timing_notices.after_song(services, SEATS, {1: [8_000] * 100})
    assert "Ada by +2 ms" in said
    (stored,) = SettingsStore(services.store.path).settings.calibrations
    assert (stored.refined_us, stored.songs) == (2_000, 1)


def test_a_step_too_small_to_be_felt_is_kept_quietly(tmp_path: Path) -> None:
    services = timing_services(tmp_path)
    services.store.save(dataclasses.replace(services.settings, calibrations=(SOUND,)))
    assert list(timing_notices.after_song(services, SEATS, {1: [3_000] * 100})) == []
    assert services.settings.calibrations[0].refined_us == 750


def test_who_hits_far_beside_the_beat_is_told_of_the_test(tmp_path: Path) -> None:
    services = timing_services(tmp_path)
    (said,) = timing_notices.after_song(services, SEATS, {1: [-30_000] * 100})
    assert "Ada hits –30 ms" in said
