import dataclasses
from datetime import date

from game.app.play.offsets import PlayOffsets, play_offsets, setup_of
from game.app.play.setup import SeatSetup
from game.app.settings.values import Playing, Settings
from game.app.sound.audio_output import AudioOutput
from game.timing.offsets import Calibration, Kind

SPEAKERS = AudioOutput("pulseaudio", "Speakers", 256, 48_000, is_silent=False)
HEADPHONES = dataclasses.replace(SPEAKERS, device="Headphones")
MS = 1_000_000


def seat(player: int, device: str = "keyboard") -> SeatSetup:
    return SeatSetup(player, f"P{player}", device, 5, "four", "standard")


def calibration(player: int, kind: Kind, median_ms: int) -> Calibration:
    setup = setup_of(SPEAKERS, "keyboard")
    return Calibration(player, setup, kind, median_ms * 1_000, 6_000, 15_000, 32, date(2026, 7, 4))


CALIBRATED = Settings(
    playing=Playing(audio_offset_ms=30),
    calibrations=(
        calibration(1, Kind.SOUND, -40),
        calibration(2, Kind.SOUND, 40),
        calibration(1, Kind.PICTURE, -60),
        calibration(2, Kind.PICTURE, 0),
    ),
)


def test_each_player_has_their_own_offset_and_both_have_one_picture() -> None:
    offsets = play_offsets(CALIBRATED, SPEAKERS, [seat(1), seat(2)])
    # Pictures of their own: -40 - -60 = 20 and 40 - 0 = 40.
    assert offsets == PlayOffsets({1: -40 * MS, 2: 40 * MS}, 30 * MS, frozenset({1, 2}))


def test_a_bot_has_no_offset_and_no_say_in_the_picture() -> None:
    offsets = play_offsets(CALIBRATED, SPEAKERS, [seat(1), seat(2, "bot:0,14")])
    assert offsets == PlayOffsets({1: -40 * MS}, 20 * MS, frozenset({1}))
    assert play_offsets(CALIBRATED, SPEAKERS, [seat(1, "bot")]).visual_ns == 30 * MS


def test_on_an_output_that_nobody_has_tapped_to_the_audio_offset_stands_in() -> None:
    offsets = play_offsets(CALIBRATED, HEADPHONES, [seat(1), seat(2)])
    assert offsets == PlayOffsets({1: 30 * MS, 2: 30 * MS}, 30 * MS)
