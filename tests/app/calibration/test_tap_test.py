"""A timing test from the first tap to the result, told the host time."""

from random import Random

import pytest

from game.app.calibration.tap_song import BEATS, tap_setup
from game.app.calibration.tap_test import NoSound, TapTest
from game.app.calibration.taps import Tap, devices_of
from game.app.settings.values import Settings
from game.input.bindings import Binding
from game.timing.calibration import BEAT_US, Estimate, Reason, Refusal

MS = 1_000_000
BEAT_NS = BEAT_US * 1_000
FRAME_NS = 16 * MS
LANES = {1: "snare", 2: "kick"}


class Evening:
    """One test, frame by frame."""

    def __init__(self) -> None:
        self.test = TapTest(tap_setup(Settings(), ("Ada", "Bo")), NoSound(), NoSound())
        self.test.session.start(0)
        self.zero_ns = self.test.session.song_zero_ns()
        self.now_ns = 0

    def until(self, at_ns: int) -> None:
        while self.now_ns < at_ns:
            self.now_ns += FRAME_NS
            self.test.session.step(self.now_ns)

    def tap(self, player: int, at_ns: int, device: str = "keyboard") -> None:
        self.until(at_ns)
        self.test.tap(Tap(at_ns, Binding(player, LANES[player]), 100, device))

    def play(self, latencies_ms: dict[int, float], sd_ms: float, beats: range) -> int:
        """Tap until the test is over; returns the beat at which it was."""
        random = Random(5)
        for beat in beats:
            for player, latency_ms in latencies_ms.items():
                late_ns = round(random.gauss(latency_ms, sd_ms) * MS)
                self.tap(player, self.zero_ns + beat * BEAT_NS + late_ns)
            if self.test.is_over(self.now_ns):
                return beat
        return beats.stop


@pytest.fixture
def evening() -> Evening:
    return Evening()


def test_the_song_has_a_beat_for_every_tap_that_may_be_wanted(evening: Evening) -> None:
    for timeline in evening.test.session.timelines:
        assert [note.at_us for note in timeline.notes] == [b * BEAT_US for b in range(BEATS)]
    assert evening.zero_ns > 2_000 * MS  # time to find the keys


def test_a_tap_takes_the_way_of_a_press_in_play(evening: Evening) -> None:
    evening.tap(1, evening.zero_ns + 3 * BEAT_NS - 18 * MS)
    assert evening.test.taps_us(1) == [3 * BEAT_US - 18_000]
    assert evening.test.taps_us(2) == []
    assert evening.test.players == (1,)


def test_two_steady_players_are_done_after_32_beats(evening: Evening) -> None:
    assert evening.play({1: -18, 2: 25}, 8, range(BEATS)) == 31
    for player, latency_us in ((1, -18_000), (2, 25_000)):
        result = evening.test.result(player)
        assert isinstance(result, Estimate)
        assert abs(result.median_us - latency_us) <= result.uncertainty_us


def test_who_taps_alone_is_not_kept_waiting(evening: Evening) -> None:
    assert evening.play({2: 60}, 8, range(BEATS)) == 31
    assert evening.test.players == (2,)


def test_who_joins_late_is_waited_for(evening: Evening) -> None:
    evening.play({1: 0}, 5, range(20))
    assert evening.play({1: 0, 2: 30}, 5, range(20, BEATS)) == 51


def test_who_stops_tapping_has_left(evening: Evening) -> None:
    evening.play({1: 0, 2: 0}, 5, range(10))
    assert evening.play({1: 0}, 5, range(10, BEATS)) == 31
    assert evening.test.result(2) == Refusal(Reason.TOO_FEW, 10)


def test_a_loose_player_goes_on_to_the_end_and_is_refused(evening: Evening) -> None:
    assert evening.play({1: 0}, 60, range(BEATS)) == 63
    result = evening.test.result(1)
    assert isinstance(result, Refusal)
    assert result.reason == Reason.TOO_LOOSE


def test_without_a_tap_the_test_ends_with_its_beats(evening: Evening) -> None:
    evening.until(evening.zero_ns + (BEATS - 1) * BEAT_NS)
    assert not evening.test.is_over(evening.now_ns)
    evening.until(evening.zero_ns + BEATS * BEAT_NS + 100 * MS)
    assert evening.test.is_over(evening.now_ns)
    assert evening.test.players == ()


def test_a_player_is_measured_on_the_device_that_was_tapped_first(evening: Evening) -> None:
    evening.tap(1, evening.zero_ns, "midi:Pads")
    evening.tap(1, evening.zero_ns + BEAT_NS, "keyboard")
    evening.tap(2, evening.zero_ns + BEAT_NS, "keyboard")
    evening.until(evening.zero_ns + 2 * BEAT_NS)
    assert evening.test.devices == {1: "midi:Pads", 2: "keyboard"}
    assert evening.test.taps_us(1) == [0]
    assert evening.test.taps_us(2) == [BEAT_US]


@pytest.mark.parametrize(
    ("kits", "expected"),
    [
        ([], {1: "keyboard", 2: "keyboard"}),
        (["Pads"], {1: "midi:Pads", 2: "midi:Pads"}),
        (["Pads", "Kit"], {1: "midi:Pads", 2: "midi:Kit"}),
        (["Pads", "Kit", "Spare"], {1: "midi:Pads", 2: "midi:Kit"}),
    ],
)
def test_kits_that_are_plugged_in_are_tapped_on(kits: list[str], expected: dict[int, str]) -> None:
    assert devices_of(kits) == expected
