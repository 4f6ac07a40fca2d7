"""The game beside a text editor: what is saved is played, what is wrong is shown."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from menu_rig import down
from watch_rig import Watching

from game.app.screens.base import Pop

# Half a second a quarter: each bar lasts two seconds.
TEXT = """\
== A ==
P1 kick |o---|o---|
P2 kick |o---|o---|
== B ==
P1 kick |o---|o---|
P2 kick |o---|o---|
"""
IN_A = TEXT.replace("|o---|o---|", "|o---|o-o-|", 1)
IN_B = TEXT[:50] + TEXT[50:].replace("|o---|o---|", "|o---|oooo|", 1)
WITH_FAULT = TEXT.replace("o", "q", 1)


@pytest.fixture
def watching(tmp_path: Path) -> Watching:
    watching = Watching(tmp_path, TEXT)
    watching.pass_time(0.1)
    return watching


def test_the_first_section_goes_round(watching: Watching) -> None:
    bars = []
    for _ in range(5):
        watching.pass_time(1)
        bars.append(watching.bar)
        watching.pass_time(1)
    assert bars == [1, 2, 1, 2, 1]


def test_bots_play_what_is_written(watching: Watching) -> None:
    watching.pass_time(1)
    assert watching.sound.heard.count("P1 kick") == 1
    assert watching.sound.heard.count("P2 kick") == 1


def test_a_change_in_the_section_that_sounds_goes_on_at_the_same_bar(watching: Watching) -> None:
    watching.pass_time(3)
    watching.save(IN_A)
    watching.pass_time(0.1)
    assert watching.bar == 2
    assert len(watching.played.seats[0].timeline.notes) == 2
    watching.pass_time(2.2)
    assert watching.bar == 1, "then the whole section goes round"


def test_a_change_elsewhere_leads_to_its_section(watching: Watching) -> None:
    watching.save(IN_B)
    watching.pass_time(0.1)
    assert watching.bar == 3
    assert watching.shown.note == "Bar 4 is new"


def test_a_comment_disturbs_nothing(watching: Watching) -> None:
    watching.pass_time(3)
    play = watching.screen.play
    watching.save(TEXT + "// what a groove\n")
    watching.pass_time(0.2)
    assert watching.screen.play is play


def test_a_fault_is_shown_and_the_last_good_chart_plays_on(watching: Watching) -> None:
    watching.pass_time(1)
    play = watching.screen.play
    watching.save(WITH_FAULT)
    watching.pass_time(0.1)
    (fault,) = watching.shown.faults
    assert fault.place == "Line 6, column 10"
    assert (fault.before, fault.marked, fault.after) == ("P1 kick |", "q", "---|o---|")
    assert watching.shown.heading == "1 fault to mend; the last good chart plays on"
    watching.pass_time(1.5)
    assert watching.screen.play is play
    assert watching.bar == 2
    watching.save(TEXT)
    watching.pass_time(0.1)
    assert not watching.shown.heading
    assert watching.screen.play is play, "nothing has changed since the last good chart"


def test_of_many_faults_the_first_are_shown_and_the_others_counted(watching: Watching) -> None:
    watching.save(TEXT.replace("o", "q"))
    watching.pass_time(0.1)
    shown = watching.shown
    assert shown.heading == "8 faults to mend; the last good chart plays on"
    assert (len(shown.faults), shown.more) == (3, "and 5 more")


def test_a_warning_is_said_in_a_line(watching: Watching) -> None:
    watching.save(TEXT.replace("P1 kick |o---|o---|", "P1 kick |o---|o--|", 1))
    watching.pass_time(0.1)
    assert not watching.shown.heading
    assert watching.shown.note.startswith("1 warning · Line 6")


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (WITH_FAULT, "Faults to mend before it can be played: 1"),
        ("// nothing yet", "Faults to mend before it can be played: 1"),
        ("", "“one.duet” is gone. It begins as soon as the file is back."),
    ],
    ids=["a fault", "no bars", "no file"],
)
def test_what_cannot_be_played_from_the_start_is_waited_for(
    tmp_path: Path, text: str, heading: str
) -> None:
    watching = Watching(tmp_path, text)
    watching.pass_time(1.5)
    assert watching.shown.heading == heading
    assert watching.shown.below is None
    watching.save(TEXT)
    watching.pass_time(0.2)
    assert watching.bar == 1
    assert not watching.shown.heading


def test_a_file_that_is_taken_away_is_told_and_played_on(watching: Watching) -> None:
    watching.path.unlink()
    watching.pass_time(1.5)
    shown = watching.shown
    assert shown.heading == "“one.duet” is gone. The chart plays on until the file is back."
    assert shown.below is not None


def test_the_picture_of_a_new_text_comes_before_its_sound(watching: Watching) -> None:
    watching.pass_time(1)
    watching.save(IN_B)
    watching.pass_time(0.03)
    play = watching.screen.play
    assert play is not None
    assert watching.bar == 3
    assert play.rounds is None
    assert len(watching.played.seats[0].timeline.notes) == 5


def test_arrows_lead_from_section_to_section_and_home_to_its_start(watching: Watching) -> None:
    watching.press("RIGHT")
    assert watching.bar == 3
    watching.pass_time(2.5)
    assert watching.bar == 4
    watching.press("HOME")
    assert watching.bar == 3
    watching.press("LEFT")
    assert watching.bar == 1
    watching.press("RIGHT", "RIGHT", "RIGHT")
    assert watching.bar == 3


def test_enter_holds_and_goes_on_at_the_same_bar(watching: Watching) -> None:
    watching.pass_time(3)
    watching.press("RETURN")
    heard = len(watching.sound.heard)
    watching.pass_time(3)
    assert watching.bar == 2
    assert watching.sound.heard[heard:] == []
    assert watching.shown.note == "Held. Enter goes on."
    watching.press("RETURN")
    watching.pass_time(0.5)
    assert "P1 kick" in watching.sound.heard[heard:]
    assert watching.bar == 2


def test_a_text_that_is_saved_while_it_is_held_is_seen_in_silence(watching: Watching) -> None:
    watching.press("RETURN")
    heard = len(watching.sound.heard)
    watching.save(IN_B)
    watching.pass_time(1)
    assert watching.bar == 3
    assert [sound for sound in watching.sound.heard[heard:] if "kick" in sound] == []


def test_the_author_plays_along_with_the_keys(watching: Watching) -> None:
    watching.press("F2")
    watching.pass_time(1)
    heard = len(watching.sound.heard)
    watching.press("S")
    assert "P1 snare" in watching.sound.heard[heard:]


def test_writing_in_another_window_ends_nothing(watching: Watching) -> None:
    lost = pygame.event.Event(pygame.WINDOWFOCUSLOST)
    assert watching.screen.handle(lost, watching.now_ns) is None
    watching.pass_time(1)
    assert watching.shown.below is not None


def test_escape_leaves_and_backspace_does_not(watching: Watching) -> None:
    assert watching.screen.handle(down("BACKSPACE"), watching.now_ns) is None
    assert isinstance(watching.screen.handle(down("ESCAPE"), watching.now_ns), Pop)


def test_a_shorter_chart_goes_on_within_what_is_left(watching: Watching) -> None:
    watching.press("RIGHT")
    watching.pass_time(2.5)
    watching.save(TEXT[: TEXT.index("== B")])
    watching.pass_time(0.2)
    assert watching.bar in (1, 2)
