"""Every menu by pads alone, and what pads must not do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from menu_rig import press, services_in
from menu_scenes import SCENES
from pad_events import struck
from song_shelf import song

from game.app.screens.base import Change, Pop, Push, Replace
from game.app.screens.kits import KitsScreen
from game.app.screens.loading import LoadingScreen
from game.app.screens.lobby import LobbyScreen
from game.app.screens.menu import Menu
from game.app.screens.menu_keys import MenuKey
from game.app.screens.settings import SettingsScreen
from game.app.screens.songs import SongsScreen
from game.app.screens.title import TitleScreen
from game.app.services import Services

MS = 1_000_000
S = 1_000 * MS
KICK, SNARE, TOM1, TOM2, FLOOR, CRASH, HAT = 36, 38, 48, 45, 43, 49, 42
SAFE = ("title", "songs, many", "settings, play", "results, mixed", "keys")


class Drummer:
    """Strikes pads one by one, each alone, long after a screen has appeared."""

    def __init__(self) -> None:
        self.now_ns = 10**18

    def strikes(self, screen: Menu, *notes: int) -> Change | None:
        change = None
        for note in notes:
            self.now_ns += S
            change = screen.handle(struck("TD-17", note, at_ns=self.now_ns), self.now_ns)
            change = change or screen.tick(self.now_ns + S // 2)
        return change


@pytest.fixture
def drummer() -> Drummer:
    return Drummer()


def lobby_of(services: Services) -> LobbyScreen:
    shown = song("Ash")
    screen = LobbyScreen(services, shown.path, shown.read())
    screen.services.midi.devices = ("TD-17",)
    screen.enter()
    return screen


def test_from_the_title_to_a_song_with_pads_alone(tmp_path: Path, drummer: Drummer) -> None:
    services = services_in(tmp_path, [song("Ash"), song("Bay")])
    title = TitleScreen(services)
    title.enter()
    into_songs = drummer.strikes(title, TOM2, TOM1, KICK)
    assert isinstance(into_songs, Push)
    songs = into_songs.screen
    assert isinstance(songs, SongsScreen)
    songs.enter()
    while not services.library.is_complete:
        songs.tick(0)
    into_lobby = drummer.strikes(songs, TOM2, KICK)
    assert isinstance(into_lobby, Push)
    lobby = into_lobby.screen
    assert isinstance(lobby, LobbyScreen)
    lobby.enter()
    services.midi.devices = ("TD-17",)
    assert drummer.strikes(lobby, KICK) is None
    assert lobby.snapshot(0).cards[0].is_taken
    into_play = drummer.strikes(lobby, KICK)
    assert isinstance(into_play, Replace)
    assert isinstance(into_play.screen, LoadingScreen)


def test_the_stroke_that_joins_starts_nothing_and_neither_does_trying_out(
    services: Services, drummer: Drummer
) -> None:
    lobby = lobby_of(services)
    assert drummer.strikes(lobby, KICK) is None
    before = lobby.snapshot(0)
    now_ns = drummer.now_ns + S
    for _ in range(100):
        for note in (KICK, HAT, SNARE, CRASH, TOM1):
            now_ns += 125 * MS
            assert lobby.handle(struck("TD-17", note, at_ns=now_ns), now_ns) is None
            assert lobby.tick(now_ns) is None
    after = lobby.snapshot(0)
    assert [card.rows for card in after.cards] == [card.rows for card in before.cards]
    assert after.start == before.start


def test_lone_strokes_change_a_seat(services: Services, drummer: Drummer) -> None:
    lobby = lobby_of(services)
    drummer.strikes(lobby, SNARE)
    drummer.strikes(lobby, SNARE, TOM1, TOM1, TOM1, FLOOR)
    assert services.settings.player(1).level == 4


def test_a_cymbal_leaves_the_lobby_but_never_the_program(
    services: Services, drummer: Drummer
) -> None:
    lobby = lobby_of(services)
    drummer.strikes(lobby, SNARE)
    assert drummer.strikes(lobby, CRASH) == Pop()
    title = TitleScreen(services)
    title.enter()
    for _ in range(5):
        assert drummer.strikes(title, CRASH) is None


def test_settings_are_turned_and_opened(services: Services, drummer: Drummer) -> None:
    screen = SettingsScreen(services)
    screen.enter()
    drummer.strikes(screen, SNARE, SNARE, FLOOR)
    assert services.settings.volumes.master_pct == 95
    assert drummer.strikes(screen, CRASH) == Pop()


def test_pads_that_are_taught_steer_nothing(services: Services, drummer: Drummer) -> None:
    screen = KitsScreen(services)
    screen.enter()
    services.midi.devices = ("TD-17",)
    for note in (KICK, CRASH, TOM2, SNARE):
        assert drummer.strikes(screen, note) is None
    assert services.settings.kits == {}


@pytest.mark.parametrize("name", SAFE)
def test_hits_that_go_on_into_a_screen_press_nothing(name: str, tmp_path: Path) -> None:
    screen = SCENES[name](tmp_path)
    screen.enter()
    before = screen.snapshot(0)
    screen.services.pad_keys.settle(0, screen.pads_rest_ns)
    for n in range(40):
        now_ns = n * 300 * MS
        for note in (KICK, CRASH, FLOOR):
            assert screen.handle(struck("TD-17", note, at_ns=now_ns), now_ns) is None
    screen.services.pad_keys.is_in_use = False
    assert replace(screen.snapshot(0), frame=before.frame) == before


def test_the_switch_in_the_settings_keeps_pads_out_of_menus(
    services: Services, drummer: Drummer
) -> None:
    playing = replace(services.settings.playing, menus_by_pads=False)
    services.store.settings = replace(services.settings, playing=playing)
    title = TitleScreen(services)
    title.enter()
    assert drummer.strikes(title, KICK) is None
    assert not services.pad_keys.is_in_use


def test_hints_tell_of_pads_after_a_stroke_and_of_keys_after_a_key(
    services: Services, drummer: Drummer
) -> None:
    screen = SettingsScreen(services)
    screen.enter()
    drummer.strikes(screen, HAT)
    assert [hint.caps for hint in screen.snapshot(0).frame.hints] == [
        ("tom 1", "tom 2"), ("snare", "floor"), ("cymbal",),
    ]  # fmt: skip
    press(screen, "DOWN")
    assert screen.snapshot(0).frame.hints[0].caps == ("↑", "↓")


def test_every_hint_that_pads_can_follow_names_the_pad_of_its_key(services: Services) -> None:
    from game.app.screens.pad_hints import by_pads
    from game.app.screens.pad_keys import KEYS_OF_DRUMS
    from game.view.widgets.frame import Hint

    strings = services.strings
    caps = {MenuKey.LEFT: "←", MenuKey.RIGHT: "→", MenuKey.UP: "↑", MenuKey.DOWN: "↓",
            MenuKey.CHOOSE: strings("common.enter")}  # fmt: skip
    for key, cap in caps.items():
        (hint,) = by_pads([Hint((cap,), "")], strings)
        named = {strings(f"drums.{drum}") for drum, each in KEYS_OF_DRUMS.items() if each is key}
        assert {*hint.caps} <= named
