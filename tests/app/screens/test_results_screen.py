"""The results: honest numbers, and once more."""

from dataclasses import replace
from pathlib import Path

import pytest
from kept_plays import fill, play
from menu_rig import click, hover, press
from song_shelf import song

from game.app.history.history import Best
from game.app.history.recording import Standing
from game.app.play.record import save
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.base import Pop, Replace
from game.app.screens.loading import LoadingScreen
from game.app.screens.lobby import LobbyScreen
from game.app.screens.results import ResultsScreen, swapped
from game.app.screens.story import StoryScreen
from game.charts.compile import compile_timeline
from game.charts.pieces import Stroke
from game.duet.duet import Duet
from game.duet.events import InputEvent
from game.duet.replay import Hands, record
from game.duet.result import DuetResult, PlayerResult, TogetherResult
from game.duet.seat import Seat
from game.judge.rules import RULES
from game.view.screens import results as view
from game.view.widgets.area import Target

SONG = song("Ash")
MINA = SeatSetup(1, "Mina", "keyboard", 3, "four", "standard")
JUN = SeatSetup(2, "Jun", "keyboard", 5, "kit", "relaxed")
SETUP = PlaySetup(SONG.path, SONG.read(), (MINA, JUN), seed=7, replay_path=Path("out.json"))
EARLY = PlayerResult(1, 3, "four", 741_230, 60, 20, 10, 10, 4, 0, 41, 100, -7_400, 21_300)
LATE = PlayerResult(2, 5, "kit", 902_114, 90, 8, 2, 0, 0, 6, 100, 100, 5_100, 13_800)
RESULT = DuetResult("digest", (EARLY, LATE), 821_672)


@pytest.fixture
def results(services) -> ResultsScreen:
    screen = ResultsScreen(services, SETUP, RESULT, Path("replays/ash.json"))
    screen.enter()
    return screen


def lines(screen, player):
    return {line.label: line.value for line in screen.snapshot(0).cards[player - 1].lines}


def test_the_duet_stands_in_the_middle_and_the_players_on_their_sides(results):
    snapshot = results.snapshot(0)
    assert snapshot.score == "821,672"
    assert [card.name for card in snapshot.cards] == ["Mina", "Jun"]
    assert [card.score for card in snapshot.cards] == ["741,230", "902,114"]
    assert snapshot.cards[0].choices == "Normal · Four drums · Standard"
    assert snapshot.together.value == "—"


def test_every_number_of_a_player_is_there(results):
    assert lines(results, 1) == {
        "Perfect": "60",
        "Great": "20",
        "Good": "10",
        "Missed": "10",
        "Extra hits": "4",
        "Hits in rolls": "0",
        "Longest run": "41",
        "Timing": "7 ms early",
        "Spread": "± 21 ms",
    }
    assert lines(results, 2)["Timing"] == "5 ms late"


def test_rolls_are_left_out_where_nobody_rolled(services):
    result = replace(RESULT, players=(EARLY, replace(LATE, roll_hits=0)))
    assert "Hits in rolls" not in lines(ResultsScreen(services, SETUP, result, None), 1)


def test_without_any_hit_nothing_is_made_up(services):
    missed = PlayerResult(1, 1, "four", 0, 0, 0, 0, 100, 0, 0, 0, 100, None, None)
    screen = ResultsScreen(services, SETUP, replace(RESULT, players=(missed, missed)), None)
    shown = lines(screen, 1)
    assert (shown["Timing"], shown["Spread"]) == ("—", "—")
    assert screen.snapshot(0).sentence == screen.strings("results.duet_first")
    assert screen.snapshot(0).replay == ""


def test_a_gentler_level_is_offered_only_where_there_is_one(services):
    missed = replace(EARLY, perfect=0, great=0, good=0, miss=100)
    screen = ResultsScreen(services, SETUP, replace(RESULT, players=(missed, missed)), None)
    assert screen.snapshot(0).sentence == screen.strings("results.duet_gentler")


def test_a_bot_is_not_praised(services):
    setup = replace(SETUP, seats=(MINA, replace(JUN, device="bot")))
    flawless = PlayerResult(2, 5, "kit", 1_000_000, 100, 0, 0, 0, 0, 0, 100, 100, 0, 0)
    half = replace(EARLY, perfect=50, great=0, good=0, miss=50)
    screen = ResultsScreen(services, setup, replace(RESULT, players=(half, flawless)), None)
    assert screen.snapshot(0).sentence == screen.strings("results.duet_half")


def test_enter_plays_again_without_writing_over_the_replay(results):
    change = press(results, "RETURN", at_ns=99)
    assert isinstance(change, Replace)
    assert isinstance(change.screen, LoadingScreen)
    again = change.screen._setup
    assert again.seats == SETUP.seats
    assert again.seed != SETUP.seed
    assert again.replay_path is None


def test_left_and_enter_swaps_seats(results):
    change = press(results, "LEFT", "RETURN")
    assert isinstance(change.screen, LobbyScreen)
    assert [card.name for card in change.screen.snapshot(0).cards] == ["Jun", "Mina"]


def test_swapping_takes_all_choices_along():
    assert swapped((MINA, JUN)) == (replace(JUN, player=1), replace(MINA, player=2))


@pytest.mark.parametrize("keys", [("ESCAPE",), ("RIGHT", "RETURN")])
def test_back_to_the_songs(results, keys):
    assert press(results, *keys) == Pop()


def test_the_mouse_chooses(results):
    hover(results, Target(view.BUTTON, 0))
    assert results.snapshot(0).buttons[0].is_focused
    assert click(results, Target(view.BUTTON, 2)) == Pop()


def test_the_replay_is_named(results):
    assert str(Path("replays/ash.json")) in results.snapshot(0).replay


def test_the_play_is_saved_as_midi_beside_its_replay(services, tmp_path):
    import mido

    seats = (MINA, replace(JUN, device="midi:TD-17", layout="four"))
    duet = Duet([Seat(compile_timeline(SONG.read(), s.player, 5, "four"), RULES["standard"])
                 for s in seats])  # fmt: skip
    duet.feed(InputEvent(500_000, 2, "kick", 77))
    path = tmp_path / "ash.json"
    save(record(duet, [Hands(), Hands("midi:TD-17")], "digest", "Ash"), path)
    screen = ResultsScreen(services, replace(SETUP, seats=seats), RESULT, path)
    assert press(screen, "RIGHT", "RIGHT", "RETURN") is None
    screen.tick(0)
    assert str(path.with_suffix(".mid")) in screen.snapshot(0).frame.notice
    tracks = mido.MidiFile(path.with_suffix(".mid")).tracks
    assert [track.name for track in tracks] == ["Ash", "Mina", "Jun"]
    assert [m.velocity for m in tracks[2] if m.type == "note_on"] == [77]


def test_a_play_without_a_replay_cannot_be_saved_as_midi(services):
    screen = ResultsScreen(services, SETUP, RESULT, None)
    impossible = [each.text for each in screen.snapshot(0).buttons if not each.is_enabled]
    assert impossible == ["Save as MIDI"]
    assert press(screen, "RIGHT", "RIGHT", "RETURN") is None
    assert screen.sound.interface[-1] == "back"


def test_a_replay_that_has_gone_is_said(results):
    press(results, "RIGHT", "RIGHT", "RETURN")
    results.tick(0)
    assert "ash.json" in results.snapshot(0).frame.notice


@pytest.mark.parametrize(
    ("before", "duet", "together"),
    [
        (None, "Duet", "Together"),
        (Best(900_000, 71, 4), "Duet · best 900,000", "Together · best 71"),
        (Best(800_000, None, 4), "Duet · best yet!", "Together"),
        (Best(RESULT.duet_score, 50, 1), "Duet · best 821,672", "Together"),
    ],
)
def test_the_best_of_the_two_stands_over_their_result(services, before, duet, together):
    result = replace(RESULT, together=TogetherResult(60, 54, 66, 80, 15_000))
    standing = Standing("jun\nmina", before)
    screen = ResultsScreen(services, SETUP, result, None, standing=standing)
    assert screen.snapshot(0).duet == duet
    assert screen.snapshot(0).together.label == together


def test_their_story_is_one_button_away(services):
    fill(services.database, [play(("Mina", "Jun")), play(("Ada", "Mina"))])
    screen = ResultsScreen(services, SETUP, RESULT, None, standing=Standing("jun\nmina", None))
    index = [button.text for button in screen.snapshot(0).buttons].index("Our story")
    change = click(screen, Target(view.BUTTON, index))
    assert isinstance(change.screen, StoryScreen)
    assert change.screen.snapshot(0).pages.choices[0].value == "Mina & Jun"


def test_of_who_was_away_the_card_says_how_much_they_played(services):
    whole = sum(
        note.stroke is not Stroke.ROLL
        for note in compile_timeline(SONG.read(), 1, MINA.level, MINA.layout).notes
    )
    partly = replace(EARLY, perfect=whole - 2, great=0, good=0, miss=0, notes=whole - 2)
    screen = ResultsScreen(services, SETUP, replace(RESULT, players=(partly, LATE)), None)
    assert screen.snapshot(0).cards[0].word == f"Played {whole - 2} of {whole} notes"


def test_two_people_are_offered_to_sign_their_sticks(results):
    (sign,) = (button for button in results.snapshot(0).buttons if button.is_offered)
    assert sign.text == results.strings("results.sign")


def test_beside_a_bot_there_are_no_sticks_to_sign(services):
    setup = replace(SETUP, seats=(MINA, replace(JUN, device="bot")))
    screen = ResultsScreen(services, setup, RESULT, None)
    assert not any(button.is_offered for button in screen.snapshot(0).buttons)
