"""The lobby: hit a drum to join, choose, start."""

import pytest
from kept_plays import fill, play
from menu_rig import MS, click, down, draw, hover, press, typed, up
from song_shelf import song

from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.base import Pop, Replace
from game.app.screens.loading import LoadingScreen
from game.app.screens.lobby import LobbyScreen
from game.app.screens.lobby_seat import Line
from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.app.settings.values import Player
from game.charts.pieces import Piece
from game.view.screens import lobby as view
from game.view.widgets.area import Target

SONG = song("Ash")


@pytest.fixture
def lobby(services: Services) -> LobbyScreen:
    screen = LobbyScreen(services, SONG.path, SONG.read())
    screen.enter()
    return screen


def setup_of(change) -> PlaySetup:
    assert isinstance(change, Replace)
    assert isinstance(change.screen, LoadingScreen)
    return change.screen._setup


def taken(lobby):
    return [card.is_taken for card in lobby.snapshot(0).cards]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("A", [True, False]),
        ("F", [True, False]),
        ("J", [False, True]),
        ("SEMICOLON", [False, True]),
        ("G", [False, False]),
    ],
)
def test_a_key_of_a_player_joins_that_player(lobby, key, expected):
    press(lobby, key)
    assert taken(lobby) == expected


def test_joining_sounds_the_drum_and_lights_its_cap(lobby):
    lobby.handle(down("L"), 0)
    assert lobby.sound.strikes == [(2, Piece.SNARE)]
    assert [key.is_lit for key in lobby.snapshot(0).cards[1].keys] == [False, False, True, False]


def test_nobody_cannot_start(lobby):
    assert not lobby.snapshot(0).start.is_enabled
    assert press(lobby, "RETURN") is None


def test_both_join_and_enter_starts(lobby):
    setup = setup_of(press(lobby, "A", "J", "RETURN"))
    assert setup.chart == SONG.read()
    assert [seat.device for seat in setup.seats] == ["keyboard", "keyboard"]
    assert [seat.name for seat in setup.seats] == ["P1", "P2"]


def test_a_song_without_its_sound_file_is_told_once(services):
    mute = song("Ash", header="audio: ash.ogg")
    for _ in range(2):
        lobby = LobbyScreen(services, mute.path, mute.read())
        lobby.enter()
        setup_of(press(lobby, "A", "J", "RETURN"))
    told = services.strings("songs.missing_audio", file="ash.ogg")
    assert list(services.notices) == [told]


def test_one_alone_gets_a_bot(lobby):
    press(lobby, "J")
    assert lobby.snapshot(0).start.text == lobby.strings("lobby.start_alone")
    setup = setup_of(press(lobby, "RETURN"))
    assert [seat.is_bot for seat in setup.seats] == [True, False]


def test_two_bots_can_be_watched(lobby):
    press(lobby, "TAB", "UP", "RIGHT", "RIGHT", "TAB", "RIGHT")
    assert lobby.snapshot(0).start.text == lobby.strings("lobby.watch")
    setup = setup_of(press(lobby, "RETURN"))
    assert [seat.device for seat in setup.seats] == ["bot:0,25", "bot:0,12"]
    assert [seat.name for seat in setup.seats] == ["Easy bot", "Steady bot"]


def test_bots_draw_other_errors_each_time(lobby):
    press(lobby, "A")
    seeds = {setup_of(press(lobby, "RETURN", at_ns=at_ns)).seed for at_ns in (1, 2, 3)}
    assert len(seeds) == 3


def test_each_player_chooses_apart(lobby):
    press(lobby, "A", "J")
    press(lobby, "LEFT", "UP", "UP", "RIGHT")  # up from P1's name: rules, then drums
    press(lobby, "TAB", "UP", "RIGHT")  # over to P2's drums, up to the level
    setup = setup_of(press(lobby, "RETURN"))
    assert [(seat.level, seat.layout) for seat in setup.seats] == [(3, "two"), (4, "four")]


def test_another_layout_brings_its_own_keys(lobby):
    press(lobby, "LEFT", "UP", "UP", "RIGHT")
    assert [key.cap for key in lobby.snapshot(0).cards[0].keys] == ["D", "F"]
    press(lobby, "A")
    assert taken(lobby) == [False, False]
    press(lobby, "D")
    assert taken(lobby) == [True, False]


def test_choices_are_kept_from_evening_to_evening(lobby):
    press(lobby, "RIGHT", "UP", "RIGHT")  # P2's rules: from standard to tight
    lobby.leave()
    kept = SettingsStore(lobby.services.store.path).settings
    assert kept.player(2).rules == "tight"
    again = LobbyScreen(lobby.services, SONG.path, SONG.read())
    assert again.snapshot(0).cards[1].rows[Line.RULES].value == "Tight"


def test_a_name_is_typed_only_after_enter_on_its_line(lobby):
    press(lobby, "LEFT")
    assert not lobby.text_input
    press(lobby, "RETURN")
    assert lobby.text_input
    lobby.handle(typed("민아"), 0)
    press(lobby, "RETURN")
    assert not lobby.text_input
    assert lobby.snapshot(0).cards[0].name == "민아"
    assert lobby.services.settings.player(1).name == "민아"


def test_drums_are_silent_while_a_name_is_typed(lobby):
    press(lobby, "LEFT", "RETURN", "A", "J")
    assert lobby.sound.strikes == []
    assert taken(lobby) == [False, False]


def test_escape_leaves_the_name_as_it_was(lobby):
    press(lobby, "LEFT", "RETURN")
    lobby.handle(typed("wrong"), 0)
    assert press(lobby, "ESCAPE") is None
    assert lobby.snapshot(0).cards[0].name == "P1"
    assert not lobby.text_input


def test_a_name_is_kept_when_the_screen_is_left_while_typing(lobby):
    press(lobby, "LEFT", "RETURN")
    lobby.handle(typed("Mina"), 0)
    lobby.leave()
    assert lobby.services.settings.player(1).name == "Mina"


def test_after_swapping_seats_everyone_sits_already(services):
    seats = (
        SeatSetup(1, "Mina", "keyboard", 5, "kit", "tight"),
        SeatSetup(2, "Steady bot", "bot:0,12", 2, "two", "relaxed"),
    )
    lobby = LobbyScreen(services, SONG.path, SONG.read(), seats)
    assert setup_of(press(lobby, "RETURN")).seats == seats
    lobby.leave()
    assert services.settings.player(1) == Player("Mina", 5, "kit", "tight")


def test_a_key_that_is_let_go_while_a_name_is_typed_is_not_lit_for_ever(lobby):
    lobby.handle(down("A"), 0)
    press(lobby, "LEFT", "RETURN")
    lobby.handle(up("A"), 0)
    assert not any(key.is_lit for key in lobby.snapshot(1_000 * MS).cards[0].keys)


def test_a_click_on_a_cap_joins_and_on_a_value_steps(lobby):
    click(lobby, Target(view.KEYS[0], 1))
    assert taken(lobby) == [True, False]
    assert lobby.sound.strikes == [(1, Piece.SNARE)]
    click(lobby, Target(view.ROWS[0], Line.LEVEL), share=0.95)
    assert lobby.snapshot(0).cards[0].rows[Line.LEVEL].dots == 4
    click(lobby, Target(view.ROWS[1], Line.LEVEL), share=0.05)
    assert lobby.snapshot(0).cards[1].rows[Line.LEVEL].dots == 2


def test_the_mouse_starts(lobby):
    press(lobby, "A")
    hover(lobby, Target(view.ROWS[1], Line.RULES))
    assert lobby.snapshot(0).cards[1].rows[Line.RULES].is_focused
    assert setup_of(click(lobby, Target(view.START)))


def test_escape_goes_back(lobby):
    assert press(lobby, "ESCAPE") == Pop()


def test_the_lobby_rests_when_nobody_plays(lobby):
    lobby.leave()
    draw(lobby)
    assert lobby.wake_ns(0) is None
    assert lobby.snapshot(0) == lobby.snapshot(5_000 * MS)


@pytest.fixture
def evening(services: Services) -> LobbyScreen:
    """The lobby of people who have played before."""
    fill(services.database, [play(("Mina", "Jun")), play(("Ada", "Mina"))])
    screen = LobbyScreen(services, SONG.path, SONG.read())
    screen.enter()
    return screen


def names(lobby):
    return [card.rows[Line.NAME].value for card in lobby.snapshot(0).cards]


def test_earlier_names_are_chosen_by_stepping_and_kept(evening):
    press(evening, "LEFT", "RIGHT", "RIGHT")
    assert names(evening)[0] == "Mina"
    assert evening.services.settings.player(1).name == "Mina"


def test_nobody_takes_the_partners_name(evening):
    press(evening, "LEFT", "RIGHT", "TAB", "RIGHT")
    assert names(evening) == ["Ada", "Mina"]
    assert evening.snapshot(0).cards[1].rows[Line.NAME].has_more


def test_a_click_at_an_arrow_steps_and_one_on_the_name_types(evening):
    target = Target(view.ROWS[0], Line.NAME)
    click(evening, target, share=0.99)
    assert names(evening)[0] == "Ada"
    assert not evening.text_input
    click(evening, target, share=0.7)
    assert evening.text_input


def test_without_earlier_names_there_is_nothing_to_step_through(lobby):
    assert not lobby.snapshot(0).cards[0].rows[Line.NAME].is_stepped
    click(lobby, Target(view.ROWS[0], Line.NAME), share=0.99)
    assert lobby.text_input


def test_those_without_a_name_still_have_none_after_they_have_swapped_seats(services):
    seats = [SeatSetup(2, "P1", "keyboard", 3, "four", "standard")]
    screen = LobbyScreen(services, SONG.path, SONG.read(), seats)
    assert [card.name for card in screen.snapshot(0).cards] == ["P1", "P2"]
