"""The alignment: bars are moved against the recording, pinned, tapped, heard, and saved."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from menu_rig import click, down, draw, press
from recording_scenes import Player, alignment, song_chart

from game.alignment.result import Confidence
from game.app.screens import alignment as module
from game.app.screens.alignment import AlignmentScreen
from game.app.screens.base import Pop
from game.app.sound.audio_output import NO_OUTPUT
from game.view.screens import alignment as view
from game.view.widgets.area import Target

S = 1_000_000_000
CHART = song_chart("Ash", recording="Somebody's")


def sound_of(screen: AlignmentScreen) -> Player:
    sound = screen.services.sound
    assert isinstance(sound, Player)
    return sound


def saved_pins(screen: AlignmentScreen) -> list[tuple[int, int]]:
    assert isinstance(press(screen, "RETURN"), Pop)
    recording = screen.services.recordings.in_use(CHART)
    assert recording is not None
    return [(pin.song_us, pin.sound_us) for pin in recording.sound_map.pins]


def test_what_was_found_is_saved_as_it_is(tmp_path: Path) -> None:
    screen = alignment(tmp_path)
    assert saved_pins(screen) == [(0, 3_000_000), (8_000_000, 11_024_000)]
    recording = screen.services.recordings.in_use(CHART)
    assert recording is not None
    assert (recording.confidence, recording.file.path.name) == ("sure", "mine.mp3")


@pytest.mark.parametrize(
    ("name", "mod", "by_us"),
    [("LEFT", 0, -10_000), ("RIGHT", 0, 10_000), ("RIGHT", pygame.KMOD_LSHIFT, 1_000)],
)
def test_arrows_move_the_whole_song(name: str, mod: int, by_us: int, tmp_path: Path) -> None:
    screen = alignment(tmp_path)
    screen.handle(down(name, mod=mod), 0)
    assert saved_pins(screen) == [(0, 3_000_000 + by_us), (8_000_000, 11_024_000 + by_us)]
    recording = screen.services.recordings.in_use(CHART)
    assert recording is not None
    assert recording.confidence == "by_hand"


def test_a_pin_in_hand_is_moved_alone(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "TAB", "TAB", "RIGHT")
    assert saved_pins(screen) == [(0, 3_000_000), (8_000_000, 11_034_000)]


def test_a_bar_is_pinned_and_unpinned(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "PAGEDOWN", "P", "LEFT")
    # The second section begins with bar 2, at 2 s of song: 5.006 s of the recording.
    pinned = [(0, 3_000_000), (2_000_000, 4_996_000), (8_000_000, 11_024_000)]
    assert saved_pins(screen) == pinned
    press(screen, "P")
    assert saved_pins(screen) == [pinned[0], pinned[2]]


def test_all_that_was_done_is_taken_back(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "LEFT", "PAGEDOWN", "P", "RIGHT", "U", "U", "U", "U")
    assert saved_pins(screen) == [(0, 3_000_000), (8_000_000, 11_024_000)]


def test_leaving_with_changes_asks_once(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "LEFT")
    assert press(screen, "ESCAPE") is None
    assert screen.snapshot(0).buttons[5].text == "Discard · Esc"
    assert isinstance(press(screen, "ESCAPE"), Pop)
    assert screen.services.recordings.in_use(CHART) is None


def test_leaving_without_changes_asks_nothing(tmp_path: Path) -> None:
    assert isinstance(press(alignment(tmp_path), "ESCAPE"), Pop)


def test_clicks_lie_on_the_songs_pulses(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "SPACE")
    ((from_us, clicks_us),) = sound_of(screen).played
    assert from_us == 3_000_000
    assert clicks_us[:3] == (3_000_000, 3_501_500, 4_003_000)


def test_a_shift_is_heard_as_soon_as_the_hand_rests(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "SPACE")
    sound_of(screen).position = 3_200_000
    screen.handle(down("RIGHT"), S)
    screen.tick(S + S // 10)
    assert len(sound_of(screen).played) == 1
    screen.tick(S + S // 5)
    from_us, clicks_us = sound_of(screen).played[-1]
    assert (from_us, clicks_us[0]) == (3_200_000, 3_511_500)


def test_the_end_of_the_recording_ends_the_playing(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "SPACE")
    sound_of(screen).position = None
    screen.tick(S)
    assert screen.snapshot(S).buttons[0].text == "Play · Space"
    assert not screen.moves(S)


def test_eight_taps_place_the_song(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = alignment(tmp_path, "T")
    assert sound_of(screen).played[0][0] == 0
    for beat in range(8):
        # Half a second late, a little unsteadily.
        sound_of(screen).position = 3_500_000 + beat * 501_500 + (-1) ** beat * 8_000
        monkeypatch.setattr(module, "perf_counter_ns", lambda: S)
        screen.handle(down("T"), S)
    first, last = saved_pins(screen)
    assert first[1] == pytest.approx(3_500_000, abs=8_001)
    assert last[1] - first[1] == 8_024_000


def test_escape_ends_the_tapping_first(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "T")
    assert press(screen, "ESCAPE") is None
    assert "T on the first" not in screen.snapshot(0).task
    assert isinstance(press(screen, "ESCAPE"), Pop)


def test_the_mouse_puts_the_cursor_and_presses_buttons(tmp_path: Path) -> None:
    screen = alignment(tmp_path)
    draw(screen)
    click(screen, Target(view.WAVES), 0.75)
    click(screen, Target(view.BUTTON, 0))
    # Eight seconds are in sight around bar 1 at 3 s.
    assert sound_of(screen).played[0][0] == pytest.approx(5_000_000, abs=20_000)
    assert isinstance(click(screen, Target(view.BUTTON, 6)), Pop)


@pytest.mark.parametrize(
    ("keys", "share"), [(("HOME",), 0.5), (("END",), 0.5), (("M",), 0.5), (("PAGEDOWN",), 0.5)]
)
def test_a_jump_shows_its_place_in_the_middle(
    keys: tuple[str, ...], share: float, tmp_path: Path
) -> None:
    assert alignment(tmp_path, *keys).snapshot(0).waves.cursor == pytest.approx(share)


@pytest.mark.parametrize("confidence", Confidence)
def test_how_sure_it_is_stands_on_the_screen(confidence: Confidence, tmp_path: Path) -> None:
    screen = alignment(tmp_path, confidence=confidence)
    assert screen.snapshot(0).sentence == screen.strings(f"alignment.{confidence}")


def test_speed_bar_one_and_an_odd_length_are_told(tmp_path: Path) -> None:
    snapshot = alignment(tmp_path).snapshot(0)
    facts = snapshot.facts
    assert "Bar 1 at 0:03.000" in facts
    assert "0.30 % slower than written" in facts
    assert snapshot.warning.startswith("This file is 30 s longer than the release.")


@pytest.mark.parametrize(
    ("length_s", "is_told"), [(36, True), (37, False), (43, False), (44, True)]
)
def test_a_length_is_told_of_beyond_three_seconds(
    length_s: int, is_told: bool, tmp_path: Path
) -> None:
    # The release lasts 40 s.
    assert bool(alignment(tmp_path, length_s=length_s).snapshot(0).warning) is is_told


def test_a_file_that_was_moved_by_a_hair_has_no_second_place_there(tmp_path: Path) -> None:
    first = alignment(tmp_path, "RIGHT", "RETURN", others_us=(3_501_500,))
    again = AlignmentScreen(first.services, CHART, first._file, first._survey)
    again.enter()
    press(again, "O", "O")
    assert again.snapshot(0).task.startswith("Place 1 of 2: bar 1 at 0:03.010.")


def test_a_file_that_is_known_opens_as_it_was_left(tmp_path: Path) -> None:
    first = alignment(tmp_path, "RIGHT", "RETURN")
    kept = first.services.recordings
    again = AlignmentScreen(first.services, CHART, first._file, first._survey)
    again.enter()
    assert kept.in_use(CHART) is not None
    assert again.snapshot(0).facts[1] == "Bar 1 at 0:03.010"


@pytest.mark.parametrize(("name", "by_us"), [("COMMA", -501_500), ("PERIOD", 501_500)])
def test_a_song_found_a_beat_beside_is_put_right_by_one_key(
    name: str, by_us: int, tmp_path: Path
) -> None:
    # A beat is half a second as written, and this recording is 0.3 % slower.
    screen = alignment(tmp_path, "TAB", name)
    assert saved_pins(screen) == [(0, 3_000_000 + by_us), (8_000_000, 11_024_000 + by_us)]


def test_the_next_likely_place_is_tried_by_one_key_and_the_first_comes_again(
    tmp_path: Path,
) -> None:
    screen = alignment(tmp_path, others_us=(19_000_000, 3_501_500))
    told = []
    for _ in range(3):
        press(screen, "O")
        told.append(screen.snapshot(0).task)
    assert [text.split(".")[0] for text in told] == [
        "Place 2 of 3: bar 1 at 0:19",
        "Place 3 of 3: bar 1 at 0:03",
        "Place 1 of 3: bar 1 at 0:03",
    ]
    press(screen, "U", "U")
    assert saved_pins(screen) == [(0, 19_000_000), (8_000_000, 27_024_000)]


def test_a_place_far_away_is_shown(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "O", others_us=(19_000_000,))
    waves = screen.snapshot(0).waves
    assert (waves.from_us + waves.to_us) / 2 == 19_000_000


def test_a_place_that_is_near_is_seen_to_move(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "O", others_us=(3_501_500,))
    assert screen.snapshot(0).waves.from_us == -1_000_000


def test_where_there_is_no_other_place_none_is_offered(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "O")
    assert not screen.snapshot(0).buttons[2].is_enabled
    assert isinstance(press(screen, "ESCAPE"), Pop)


def test_after_an_arrow_the_place_is_no_longer_told(tmp_path: Path) -> None:
    screen = alignment(tmp_path, "O", "RIGHT", others_us=(3_501_500,))
    assert screen.snapshot(0).task == screen.strings("alignment.whole_in_hand")


def test_without_a_sound_device_nothing_is_played_and_that_is_said(tmp_path: Path) -> None:
    screen = alignment(tmp_path)
    sound_of(screen).output = NO_OUTPUT
    press(screen, "SPACE")
    assert sound_of(screen).played == []
    assert list(screen.services.notices) == [screen.strings("play.silent")]


def test_what_is_not_sure_looks_like_a_warning(tmp_path: Path) -> None:
    screen = alignment(tmp_path, confidence=Confidence.UNSURE)
    assert screen.snapshot(0).is_unsure
    assert not alignment(tmp_path / "other", confidence=Confidence.LIKELY).snapshot(0).is_unsure
    press(screen, "LEFT")
    assert not screen.snapshot(0).is_unsure
