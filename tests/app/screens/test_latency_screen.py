"""Keys, sound and picture: figures, what could be done, and hits as they come."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from menu_rig import down, draw
from timing_rig import FRAME_NS, SPEAKERS, timing_services

from game.app.play.live_hits import SHOWN, LiveHits
from game.app.play.offsets import setup_of
from game.app.screens.latency import LatencyScreen
from game.app.screens.latency_facts import LatencyFacts
from game.app.services import Services
from game.app.sound.audio_output import NO_OUTPUT
from game.timing.calibration import BEAT_US
from game.timing.device_fit import DeviceFit
from game.timing.offsets import Calibration, Kind

MS = 1_000_000


@pytest.fixture
def facts(tmp_path: Path) -> LatencyFacts:
    return LatencyFacts(timing_services(tmp_path).strings)


def fit_of(drift_ppm: float, steps: int = 0) -> DeviceFit:
    """What is known after five seconds."""
    fit = DeviceFit()
    for ms in range(0, 5_000, 20):
        fit.add(ms * MS, round(ms * (1_000 + drift_ppm / 1_000)))
    fit.steps = steps
    return fit


def test_stamps_of_the_x_server_are_as_exact_as_can_be(facts: LatencyFacts) -> None:
    fact = facts.keys("x11", 880, [400_000, 2_600_000])
    assert fact.figure == "± 0.9 ms"
    assert "up to 2.6 ms later" in fact.text
    assert fact.is_good


def test_times_of_arrival_come_with_an_advice(facts: LatencyFacts) -> None:
    fact = facts.keys("arrival", 1_100, [])
    assert fact.figure == "± 1.1 ms"
    assert "while a picture is drawn" in fact.text
    assert not fact.is_good
    assert facts.keys("arrival", None, []).figure == "?"


SOUNDS = [
    # output, fit, words of the text, words of the advice, good
    (SPEAKERS, None, "Listening", "nothing to do", True),
    (SPEAKERS, fit_of(32), "+32 millionths", "nothing to do", True),
    (SPEAKERS, fit_of(38_000), "keeps no time", "nothing to do", True),
    (SPEAKERS, fit_of(0, steps=5), "millionths", "stuttered 5 times", False),
    (
        dataclasses.replace(SPEAKERS, device="Bluetooth box"),
        None,
        "Bluetooth box",
        "use a cable",
        False,
    ),
    (NO_OUTPUT, None, "No sound output", "Plug speakers", False),
]


@pytest.mark.parametrize(("output", "fit", "text", "advice", "is_good"), SOUNDS)
def test_the_sound_says_what_it_keeps_and_what_could_be_done(
    facts: LatencyFacts, output, fit, text: str, advice: str, is_good: bool
) -> None:
    fact = facts.sound(output, fit)
    assert text in fact.text
    assert advice in fact.advice
    assert fact.is_good is is_good


def test_pictures_that_come_too_slowly_are_said_to(facts: LatencyFacts) -> None:
    in_time = facts.picture(16.8 * MS, 60, 1.2 * MS, visual_us=0)
    assert (in_time.figure, in_time.is_good) == ("16.8 ms", True)
    assert "Drawn in 1.2 ms. Shown without delay" in in_time.text
    slow = facts.picture(33.0 * MS, 60, 20 * MS, visual_us=13_000)
    assert not slow.is_good
    assert "13 ms after your hand" in slow.text
    assert facts.picture(None, 60, None, 0).figure == "16.7 ms"  # as set, before it is known


def test_a_hit_means_the_nearest_beat() -> None:
    hits = LiveHits()
    for at_us in (-18_000, 5 * BEAT_US + 25_000, 6 * BEAT_US - BEAT_US // 2):
        hits.add(at_us)
    assert list(hits.errors_us) == [-18_000, 25_000, -BEAT_US // 2]
    assert hits.middle_us is hits.scatter_us is None


def test_middle_and_scatter_follow_the_latest_hits() -> None:
    hits = LiveHits()
    for beat in range(100):
        hits.add(beat * BEAT_US + (200_000 if beat < 70 else 10_000 + beat % 3 * 10_000))
    assert len(hits.errors_us) == SHOWN
    assert hits.middle_us == 20_000
    assert hits.scatter_us == 14_826


def through(services: Services, presses_us: list[tuple[str, int]]) -> LatencyScreen:
    """The screen after these presses, each at a time from the first beat."""
    screen = LatencyScreen(services)
    screen.tick(0)
    assert screen._beats is not None
    zero_ns = screen._beats.session.song_zero_ns()
    now_ns = 0
    for key, at_us in presses_us:
        while now_ns < zero_ns + at_us * 1_000:
            now_ns += FRAME_NS
            screen.tick(now_ns)
        screen.handle(down(key), zero_ns + at_us * 1_000)
    screen.tick(now_ns + FRAME_NS)
    return screen


def test_hits_are_shown_with_the_offset_that_play_would_use(tmp_path: Path) -> None:
    services = timing_services(tmp_path, NO_OUTPUT)
    setup = setup_of(NO_OUTPUT, "keyboard")
    tested = Calibration(1, setup, Kind.SOUND, 60_000, 6_000, 15_000, 32, date(2026, 7, 4))
    services.store.save(dataclasses.replace(services.settings, calibrations=(tested,)))
    screen = through(
        services,
        [(key, beat * BEAT_US + 70_000) for beat in range(8) for key in ("S", "L")],
    )
    first, second = screen.snapshot(0).hits
    assert (first.word, second.word) == ("+10 ms, scatter 0", "+70 ms, scatter 0")
    assert first.rug.errors_ms == (10.0,) * 8
    assert first.rug.bands_ms == (25.0, 75.0, 108.0)
    draw(screen)


def test_the_beats_begin_again_when_they_have_ended(tmp_path: Path) -> None:
    screen = through(timing_services(tmp_path, NO_OUTPUT), [("S", 78 * BEAT_US)])
    ended = screen._beats
    assert ended is not None
    later_ns = ended.session.song_zero_ns() + 82 * BEAT_US * 1_000
    screen.tick(later_ns)
    assert screen._beats is not ended
    assert len(screen.snapshot(later_ns).hits[0].rug.errors_ms) == 1  # and nothing is forgotten
