"""Timing: what is known, the tests, and taking changes back."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from menu_rig import canvas_of, draw, press
from timing_rig import SPEAKERS, tap_through, timing_services

from game.app.play.offsets import setup_of
from game.app.screens.base import Pop, Push, Replace
from game.app.screens.latency import LatencyScreen
from game.app.screens.picture_test import PictureTestScreen
from game.app.screens.sound_test import SoundTestScreen
from game.app.screens.tap_result import TapResultScreen
from game.app.screens.timing import TimingScreen
from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.app.sound.audio_output import NO_OUTPUT
from game.timing.calibration import Estimate, Reason, Refusal
from game.timing.offsets import Calibration, Kind
from game.view.theme import Theme

HERE = setup_of(SPEAKERS, "keyboard")
SOUND = Calibration(1, HERE, Kind.SOUND, -18_000, 6_000, 15_000, 32, date(2026, 7, 4))
PICTURE = dataclasses.replace(SOUND, kind=Kind.PICTURE, median_us=4_000)
BOTH = {1: "keyboard", 2: "keyboard"}


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return timing_services(tmp_path)


def kept(services: Services) -> tuple[Calibration, ...]:
    """What the settings file holds."""
    return SettingsStore(services.store.path).settings.calibrations


def calibrated(services: Services, *calibrations: Calibration) -> TimingScreen:
    services.store.save(dataclasses.replace(services.settings, calibrations=calibrations))
    screen = TimingScreen(services)
    screen.enter()
    return screen


def result_of(
    services: Services, results: dict[int, Estimate | Refusal], kind: Kind = Kind.SOUND
) -> TapResultScreen:
    errors_us = dict.fromkeys(results, (1_000, 2_000))
    return TapResultScreen(services, kind, PictureTestScreen, results, errors_us, BOTH)


def found(median_ms: int) -> Estimate:
    return Estimate(median_ms * 1_000, 6_200, 15_000, 32)


def button_texts(screen: TimingScreen | TapResultScreen) -> list[str]:
    return [button.text for button in screen.snapshot(0).buttons]


def test_before_any_test_each_player_is_untested(services: Services) -> None:
    snapshot = calibrated(services).snapshot(0)
    lines = [line for player in snapshot.players for line in player.tests]
    assert len(lines) == 4
    assert {line.value for line in lines} == {"not tested here"}
    assert "Speakers" in snapshot.sentence


def test_what_was_found_is_shown_with_its_uncertainty(services: Services) -> None:
    player = calibrated(services, SOUND, PICTURE).snapshot(0).players[0]
    assert [line.value for line in player.tests] == ["–18 ms ± 6", "+4 ms ± 6"]
    assert player.tests[0].detail == "32 taps on 2026-07-04"


def test_what_holds_for_another_output_is_not_shown_for_this_one(services: Services) -> None:
    elsewhere = dataclasses.replace(
        SOUND, setup=dataclasses.replace(HERE, audio_device="Headphones")
    )
    player = calibrated(services, elsewhere).snapshot(0).players[0]
    assert player.tests[0].value == "not tested here"


def test_the_buttons_lead_to_both_tests_and_to_the_figures(services: Services) -> None:
    screen = calibrated(services)
    for screens in (SoundTestScreen, PictureTestScreen, LatencyScreen):
        change = press(screen, "RETURN")
        assert isinstance(change, Push)
        assert isinstance(change.screen, screens)
        press(screen, "DOWN")


def test_without_sound_there_is_only_the_picture_to_test(tmp_path: Path) -> None:
    screen = calibrated(timing_services(tmp_path, NO_OUTPUT))
    change = press(screen, "RETURN")
    assert isinstance(change, Push)
    assert isinstance(change.screen, PictureTestScreen)
    press(screen, "UP")  # onto the sound test: cannot be chosen
    assert screen.snapshot(0).buttons[1].is_focused


def test_a_result_that_is_kept_is_in_use_and_in_the_file(services: Services) -> None:
    screen = result_of(services, {1: found(-18), 2: found(-12)})
    assert button_texts(screen)[0] == "Keep"
    assert isinstance(press(screen, "RETURN"), Pop)
    stored = kept(services)
    assert stored == services.settings.calibrations
    assert [(each.player, each.median_us, each.setup) for each in stored] == [
        (1, -18_000, HERE),
        (2, -12_000, HERE),
    ]


def test_a_result_that_is_left_changes_nothing(services: Services) -> None:
    assert isinstance(press(result_of(services, {1: found(-18)}), "ESCAPE"), Pop)
    screen = result_of(services, {1: found(-18)})
    assert isinstance(press(screen, "RIGHT", "RIGHT", "RETURN"), Pop)
    assert kept(services) == ()


def test_two_players_far_apart_may_meet_in_the_middle(services: Services) -> None:
    screen = result_of(services, {1: found(60), 2: found(30)})
    assert "30 ms apart" in screen.snapshot(0).sentence
    assert button_texts(screen) == ["Keep", "Meet in the middle", "Try again", "Leave as it was"]
    press(screen, "RIGHT", "RETURN")
    assert [each.median_us for each in kept(services)] == [45_000, 45_000]


@pytest.mark.parametrize(
    ("results", "kind", "devices"),
    [
        ({1: found(60), 2: found(51)}, Kind.SOUND, BOTH),  # 9 ms
        ({1: found(60), 2: found(30)}, Kind.PICTURE, BOTH),  # the picture is the mean anyway
        ({1: found(60), 2: found(30)}, Kind.SOUND, {1: "keyboard", 2: "midi:Pads"}),
        ({1: found(60)}, Kind.SOUND, BOTH),
        ({1: found(60), 2: Refusal(Reason.TOO_LOOSE, 64, 45_000)}, Kind.SOUND, BOTH),
    ],
    ids=["near", "picture", "two devices", "one player", "one refused"],
)
def test_otherwise_nobody_is_asked_to_meet(
    services: Services,
    results: dict[int, Estimate | Refusal],
    kind: Kind,
    devices: dict[int, str],
) -> None:
    screen = TapResultScreen(services, kind, PictureTestScreen, results, {}, devices)
    assert button_texts(screen) == ["Keep", "Try again", "Leave as it was"]


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Refusal(Reason.TOO_FEW, 9), "9 taps came; at least 16"),
        (Refusal(Reason.DOUBLED, 70), "more than one tap"),
        (Refusal(Reason.TOO_LOOSE, 64, 45_400), "45 ms apart from each other; up to 35 ms"),
        (Refusal(Reason.OUT_OF_REACH, 40, 9_000), "between the clicks"),
    ],
)
def test_a_refusal_says_why_and_keeps_nothing(
    services: Services, refusal: Refusal, words: str
) -> None:
    screen = result_of(services, {1: refusal})
    snapshot = screen.snapshot(0)
    assert words in snapshot.cards[0].meaning
    assert not snapshot.cards[0].is_found
    assert button_texts(screen) == ["Try again", "Leave as it was"]
    change = press(screen, "RETURN")
    assert isinstance(change, Replace)
    assert isinstance(change.screen, PictureTestScreen)
    assert kept(services) == ()


def test_a_refused_player_leaves_the_other_ones_result_alone(services: Services) -> None:
    screen = result_of(services, {1: Refusal(Reason.TOO_FEW, 9), 2: found(20)})
    press(screen, "RETURN")
    assert [each.player for each in kept(services)] == [2]


def test_a_test_can_be_taken_back_on_the_screen_that_led_to_it(services: Services) -> None:
    screen = calibrated(services, SOUND)
    screen.leave()
    press(result_of(services, {1: found(70)}), "RETURN")
    screen.enter()
    assert kept(services)[0].median_us == 70_000
    press(screen, "DOWN", "DOWN", "DOWN", "RETURN")
    assert kept(services) == (SOUND,)
    assert not screen.snapshot(0).buttons[3].is_enabled


def test_what_songs_have_moved_is_shown_and_can_be_taken_back(services: Services) -> None:
    moved = dataclasses.replace(SOUND, refined_us=2_000, songs=3)
    screen = calibrated(services, moved)
    assert screen.snapshot(0).players[0].songs == "3 songs have moved it by +2 ms"
    assert screen.snapshot(0).players[0].tests[0].value == "–16 ms ± 6"
    assert button_texts(screen)[3] == "Take back what songs moved"
    press(screen, "DOWN", "DOWN", "DOWN", "RETURN")
    assert kept(services) == (SOUND,)
    press(screen, "RETURN")  # and that, too, can be taken back
    assert kept(services) == (moved,)


def test_forgetting_needs_a_second_press(services: Services) -> None:
    screen = calibrated(services, SOUND, PICTURE)
    press(screen, *["DOWN"] * 4, "RETURN")
    assert len(kept(services)) == 2
    assert button_texts(screen)[4] == "Press again to forget"
    press(screen, "RETURN")
    assert kept(services) == ()


def test_the_picture_test_leads_from_taps_to_their_offset(services: Services) -> None:
    screen = PictureTestScreen(services)
    screen.enter()
    draw(screen)
    change = tap_through(screen, {1: 25_000, 2: -10_000})
    assert isinstance(change, Replace)
    result = change.screen
    assert isinstance(result, TapResultScreen)
    assert [card.value for card in result.snapshot(0).cards] == ["+25 ms ± 1", "–10 ms ± 1"]


def test_the_picture_test_begins_when_its_first_picture_is_seen(services: Services) -> None:
    screen = PictureTestScreen(services)
    screen.enter()
    screen.tick(1)
    assert screen.test is not None
    assert not screen.test.session.is_running
    draw(screen)
    screen.tick(2)
    assert screen.test.session.is_running


def test_a_test_says_how_to_join_and_how_far_one_is(services: Services) -> None:
    screen = PictureTestScreen(services)
    screen.enter()
    draw(screen)
    assert [each.word for each in screen.snapshot(0).progress] == ["Hit a drum to join"] * 2
    tap_through(screen, {2: 0}, beats=10)
    assert [each.word for each in screen.snapshot(0).progress] == [
        "Hit a drum to join",
        "10 taps",
    ]


def test_escape_leaves_a_test_without_a_trace(services: Services) -> None:
    screen = PictureTestScreen(services)
    screen.enter()
    draw(screen)
    tap_through(screen, {1: 0}, beats=20)
    assert isinstance(press(screen, "ESCAPE"), Pop)
    screen.leave()
    assert kept(services) == ()


@pytest.mark.parametrize("size_px", [(960, 540), (1280, 720), (800, 600)])
@pytest.mark.parametrize("text_scale_pct", [75, 150])
def test_every_timing_screen_can_be_drawn(
    services: Services, size_px: tuple[int, int], text_scale_pct: int
) -> None:
    canvas = canvas_of(size_px, Theme(text_scale_pct=text_scale_pct))
    results = {1: found(-18), 2: Refusal(Reason.TOO_LOOSE, 64, 45_000)}
    screens = [
        calibrated(services, SOUND, dataclasses.replace(PICTURE, refined_us=1_000, songs=1)),
        result_of(services, results),
        result_of(services, {}),
        PictureTestScreen(services),
        SoundTestScreen(services),
        LatencyScreen(services),
    ]
    pictures = set()
    for screen in screens:
        draw(screen, canvas)
        pictures.add(canvas.surface.get_buffer().raw)
    assert len(pictures) == len(screens)
