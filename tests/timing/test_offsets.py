import dataclasses
from datetime import date

import pytest

from game.timing.offsets import (
    Calibration,
    Kind,
    Offsets,
    Setup,
    as_tested,
    common_visual_us,
    find,
    is_bluetooth,
    is_outdated,
    offsets_of,
    refined,
    with_test,
    without_test,
)

HERE = Setup("keyboard", "speakers", 256)
LONGER_BUFFER = dataclasses.replace(HERE, buffer_frames=512)
HEADPHONES = dataclasses.replace(HERE, audio_device="headphones")
PADS = dataclasses.replace(HERE, device="pads")


def calibrated(
    median_ms: int,
    kind: Kind = Kind.SOUND,
    player: int = 1,
    setup: Setup = HERE,
    day: int = 1,
) -> Calibration:
    return Calibration(
        player, setup, kind, median_ms * 1_000, 6_000, 15_000, 32, date(2026, 7, day)
    )


SOUND = calibrated(60)
PICTURE = calibrated(-15, Kind.PICTURE)

LOOKUPS = [
    # calibrations, (input, visual) in ms with an audio offset of 40 ms
    ([], (40, 40)),  # the audio offset stands in for both
    ([SOUND], (60, 40)),
    ([PICTURE], (40, 40)),
    ([SOUND, PICTURE], (60, 75)),  # drawn at now - (60 - -15)
    ([calibrated(60, player=2), PICTURE], (40, 40)),
    ([calibrated(60, setup=PADS), PICTURE], (40, 40)),
    ([calibrated(200, setup=HEADPHONES), PICTURE], (40, 40)),
    ([calibrated(60, setup=LONGER_BUFFER)], (60, 40)),  # some milliseconds off: better than nothing
    ([calibrated(60, setup=LONGER_BUFFER, day=9), calibrated(50)], (50, 40)),
    ([calibrated(70, day=2), calibrated(50, day=1)], (70, 40)),
    ([SOUND, calibrated(-15, Kind.PICTURE, setup=HEADPHONES)], (60, 75)),
]


@pytest.mark.parametrize(("calibrations", "expected_ms"), LOOKUPS)
def test_a_player_gets_the_offsets_that_hold_here(
    calibrations: list[Calibration], expected_ms: tuple[int, int]
) -> None:
    input_ms, visual_ms = expected_ms
    found = offsets_of(calibrations, 1, HERE, audio_offset_us=40_000)
    assert (found.input_us, found.visual_us) == (input_ms * 1_000, visual_ms * 1_000)
    assert found.is_measured is (input_ms != 40)


def test_songs_move_the_hits_and_leave_the_picture_alone() -> None:
    moved = dataclasses.replace(SOUND, refined_us=-8_000)
    assert offsets_of([moved, PICTURE], 1, HERE, 0) == Offsets(52_000, 75_000, is_measured=True)


def test_the_players_share_one_picture() -> None:
    assert common_visual_us([Offsets(0, 30_000), Offsets(0, 40_000)], 0) == 35_000
    assert common_visual_us([], audio_offset_us=20_000) == 20_000


OUTDATED = [
    ([], False),  # nobody has tapped yet: nothing to ask for again
    ([SOUND], False),
    ([calibrated(0, setup=HEADPHONES)], True),
    ([calibrated(0, setup=LONGER_BUFFER)], True),
    ([calibrated(0, setup=HEADPHONES), SOUND], False),
    ([calibrated(0, Kind.PICTURE, setup=HEADPHONES)], False),  # the picture knows no sound
    ([calibrated(0, player=2, setup=HEADPHONES)], False),
    ([calibrated(0, setup=dataclasses.replace(HEADPHONES, device="pads"))], False),
]


@pytest.mark.parametrize(("calibrations", "expected"), OUTDATED)
def test_a_test_is_asked_for_again_when_the_sound_goes_another_way(
    calibrations: list[Calibration], expected: bool
) -> None:
    assert is_outdated(calibrations, 1, HERE) is expected


def test_a_new_test_takes_the_place_of_the_one_that_it_repeats() -> None:
    others = (PICTURE, calibrated(50, player=2), calibrated(200, setup=HEADPHONES))
    again = calibrated(58, day=20)
    assert with_test((SOUND, *others), again) == (*others, again)
    assert find(with_test((SOUND,), again), 1, HERE, Kind.SOUND) == again


def test_a_players_tests_on_one_device_can_be_forgotten() -> None:
    kept = (calibrated(50, player=2), calibrated(60, setup=PADS))
    assert without_test((SOUND, PICTURE, *kept), 1, "keyboard") == kept


def test_a_song_moves_a_calibration_gently_and_it_can_be_taken_back() -> None:
    once = refined(SOUND, [8_000] * 100)
    assert once is not None
    assert (once.offset_us, once.median_us, once.songs) == (62_000, 60_000, 1)
    twice = refined(once, [6_000] * 100)
    assert twice is not None
    assert (twice.offset_us, twice.songs) == (63_500, 2)
    assert as_tested(twice) == SOUND


def test_a_song_with_few_hits_or_with_hits_that_agree_moves_nothing() -> None:
    assert refined(SOUND, [8_000] * 99) is None
    assert refined(SOUND, [0] * 200) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Built-in Audio Analog Stereo", False),
        ("default", False),
        ("bluez_output.00_11_22_33_44_55.a2dp-sink", True),
        ("Headset (Hands-Free AG Audio)", True),
        ("Living room Bluetooth speaker", True),
        ("Blue USB microphone", False),
    ],
)
def test_bluetooth_shows_in_a_name(name: str, expected: bool) -> None:
    assert is_bluetooth("pulseaudio", name) is expected
