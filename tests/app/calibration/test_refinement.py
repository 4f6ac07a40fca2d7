import dataclasses
from datetime import date

import pytest

from game.app.calibration.refinement import Moved, Untested, refine
from game.app.play.offsets import setup_of
from game.app.play.setup import SeatSetup
from game.app.settings.values import Settings
from game.app.sound.audio_output import AudioOutput
from game.timing.offsets import Calibration, Kind

SPEAKERS = AudioOutput("pulseaudio", "Speakers", 256, 48_000, is_silent=False)
HERE = setup_of(SPEAKERS, "keyboard")
SOUND = Calibration(1, HERE, Kind.SOUND, -18_000, 6_000, 15_000, 32, date(2026, 7, 4))
PICTURE = dataclasses.replace(SOUND, kind=Kind.PICTURE)
TESTED = Settings(calibrations=(SOUND, PICTURE))


def seat(player: int, device: str = "keyboard") -> SeatSetup:
    return SeatSetup(player, "", device, 5, "four", "standard")


def test_a_song_moves_the_players_sound_test_a_quarter_of_the_way() -> None:
    settings, news = refine(TESTED, SPEAKERS, [seat(1)], {1: [8_000] * 120})
    assert news == (Moved(1, 2_000),)
    moved = dataclasses.replace(SOUND, refined_us=2_000, songs=1)
    assert set(settings.calibrations) == {moved, PICTURE}


def test_one_song_after_another_comes_to_rest_where_the_hits_are() -> None:
    settings, true_us = TESTED, -6_000
    for _ in range(12):
        offset_us = next(c.offset_us for c in settings.calibrations if c.kind is Kind.SOUND)
        settings, _ = refine(settings, SPEAKERS, [seat(1)], {1: [true_us - offset_us] * 100})
    offset_us = next(c.offset_us for c in settings.calibrations if c.kind is Kind.SOUND)
    assert abs(offset_us - true_us) < 500


UNMOVED = [
    ("few hits", TESTED, SPEAKERS, seat(1), 99, 8_000),
    ("hits on the beat", TESTED, SPEAKERS, seat(1), 200, 0),
    ("a bot", TESTED, SPEAKERS, seat(1, "bot"), 200, 8_000),
    ("another output", TESTED, dataclasses.replace(SPEAKERS, device="Other"), seat(1), 200, 8_000),
    ("another buffer", TESTED, dataclasses.replace(SPEAKERS, buffer_frames=512), seat(1), 200, 9),
    ("another device", TESTED, SPEAKERS, seat(1, "midi:Pads"), 200, 8_000),
    ("a player without a test", TESTED, SPEAKERS, seat(2), 200, 8_000),
]


@pytest.mark.parametrize(
    ("settings", "output", "who", "hits", "late_us"),
    [case[1:] for case in UNMOVED],
    ids=[case[0] for case in UNMOVED],
)
def test_otherwise_nothing_is_moved_and_nothing_is_said(
    settings: Settings, output: AudioOutput, who: SeatSetup, hits: int, late_us: int
) -> None:
    assert refine(settings, output, [who], {who.player: [late_us] * hits}) == (settings, ())


def test_a_player_without_a_test_who_is_far_off_is_told_of_it() -> None:
    settings, news = refine(Settings(), SPEAKERS, [seat(1), seat(2)], {1: [30_000] * 100, 2: []})
    assert settings == Settings()
    assert news == (Untested(1, 30_000),)
