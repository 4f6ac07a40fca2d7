"""Every menu in its states: empty, full, extreme."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from kept_plays import fill, play
from lesson_scenes import LESSON_SCENES
from menu_rig import press, services_in, typed
from pad_events import plugged, struck
from played_results import ALONE, DYNAMIC, FULL, NOTHING, RELATIVE, SOLO, Played, screen_of
from practice_scenes import PRACTICE_SCENES
from recording_scenes import LONG_FILE, RECORDING_SCENES
from song_shelf import JAPANESE, KOREAN, broken_song, long_song, many_songs, song
from stick_scenes import STICK_SCENES
from story_scenes import STORY_SCENES

from game.app.history.history import Best
from game.app.history.recording import Standing
from game.app.library.song import Song
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.jam import JamScreen
from game.app.screens.keys import KeysScreen
from game.app.screens.kits import KitsScreen
from game.app.screens.lobby import LobbyScreen
from game.app.screens.menu import Menu
from game.app.screens.results import ResultsScreen
from game.app.screens.settings import SettingsScreen
from game.app.screens.songs import SongsScreen
from game.app.screens.title import TitleScreen
from game.duet.result import DuetResult, PlayerResult

LONG_NAMES = (KOREAN[:40], JAPANESE[:40])
REPLAY = Path("a/rather/deep/folder/of/somebody/data/drum-duet/replays/2026-11-23 18.31 ash.json")
PLAYERS_OWN = (KOREAN, JAPANESE, LONG_FILE, *LONG_NAMES, "W" * 60, str(REPLAY))
"""Texts that the players bring along; only they may end in an ellipsis."""

Scene = Callable[[Path], Menu]


def _songs(folder: Path, songs: list[Song], *keys: str) -> SongsScreen:
    screen = SongsScreen(services_in(folder, songs))
    screen.enter()
    while not screen.services.library.is_complete:
        screen.tick(0)
    press(screen, *keys)
    return screen


def _search(folder: Path) -> SongsScreen:
    screen = _songs(folder, many_songs(), "TAB")
    screen.handle(typed("W" * 60), 0)
    return screen


def _title(folder: Path, *keys: str) -> TitleScreen:
    screen = TitleScreen(services_in(folder))
    screen.enter()
    press(screen, *keys)
    return screen


def _lobby(folder: Path, shown: Song, *keys: str, names: tuple[str, ...] = ()) -> LobbyScreen:
    seats = tuple(
        SeatSetup(player, name, "keyboard", 5, "kit", "standard")
        for player, name in enumerate(names, start=1)
    )
    screen = LobbyScreen(services_in(folder), shown.path, shown.read(), seats)
    screen.enter()
    press(screen, *keys)
    return screen


def _lobby_kits(folder: Path) -> LobbyScreen:
    screen = _lobby(folder, song("Ash"), "RIGHT", "UP", "UP", "RIGHT", "RIGHT")
    screen.handle(plugged(screen.services, "TD-17 MIDI 1", "Alesis Nitro USB MIDI (2)"), 0)
    screen.handle(struck("TD-17 MIDI 1", 38), 0)
    screen.handle(struck("Alesis Nitro USB MIDI (2)", 38), 0)
    return screen


def _lobby_shared(folder: Path) -> LobbyScreen:
    screen = _lobby(folder, song("Ash"))
    screen.handle(plugged(screen.services, "TD-17 MIDI 1"), 0)
    for channel in (10, 11, 12, 13):
        screen.handle(struck("TD-17 MIDI 1", 38, channel=channel), 0)
    press(screen, "TAB", "RIGHT", *["DOWN"] * 5, "RIGHT")
    return screen


def _by_pads(screen: Menu) -> Menu:
    """As it is after a stroke that steers nothing."""
    screen.handle(struck("TD-17 MIDI 1", 42), 0)
    return screen


def _lobby_names(folder: Path) -> LobbyScreen:
    shown = song("Ash")
    services = services_in(folder)
    fill(services.database, [play(LONG_NAMES)])
    screen = LobbyScreen(services, shown.path, shown.read())
    screen.enter()
    press(screen, "LEFT", "RIGHT", "TAB", "RIGHT")
    return screen


def _kits(folder: Path, *keys: str) -> KitsScreen:
    screen = KitsScreen(services_in(folder))
    screen.enter()
    screen.handle(plugged(screen.services, "TD-17 MIDI 1"), 0)
    press(screen, *keys)
    for note, velocity in ((38, 127), (99, 90), (36, 5), (44, 60), (46, 40), (22, 101), (53, 64)):
        screen.handle(struck("TD-17 MIDI 1", note, velocity), 0)
    return screen


def _jam(folder: Path, *keys: str) -> JamScreen:
    screen = JamScreen(services_in(folder))
    screen.enter()
    press(screen, *keys)
    return screen


def _jam_kits(folder: Path) -> JamScreen:
    services = services_in(folder)
    names = zip(services.settings.players, LONG_NAMES, strict=True)
    players = tuple(replace(player, name=name) for player, name in names)
    services.store.save(replace(services.settings, players=players))
    screen = JamScreen(services)
    screen.enter()
    for kit in ("TD-17 MIDI 1", "Alesis Nitro USB MIDI (2)"):
        screen.handle(struck(kit, 38), 0)
    press(screen, *["DOWN"] * 5, "RETURN")
    return screen


def _settings(folder: Path, downs: int) -> SettingsScreen:
    screen = SettingsScreen(services_in(folder))
    screen.enter()
    press(screen, *["DOWN"] * downs)
    return screen


def _keys(folder: Path, *keys: str) -> KeysScreen:
    screen = KeysScreen(services_in(folder))
    screen.enter()
    press(screen, *keys)
    return screen


def _results(folder: Path, names: tuple[str, str], grades: tuple[int, ...]) -> ResultsScreen:
    shown = long_song()
    seats = tuple(
        SeatSetup(player, name, "keyboard", 5, "kit", "standard")
        for player, name in enumerate(names, start=1)
    )
    perfect, great, good, miss = grades
    score = 1_000_000 * perfect // sum(grades)
    players = tuple(
        PlayerResult(
            player, 5, "kit", score, perfect, great, good, miss, 1_234, 567, perfect, sum(grades),
            -107_400 if miss else 0, 121_300 if miss else 0,
        )
        for player in (1, 2)
    )  # fmt: skip
    result = DuetResult("digest", players, score + 200_000 * (miss == 0))
    setup = PlaySetup(shown.path, shown.read(), seats)
    standing = Standing("", Best(1_199_999, 99, 12))
    return ResultsScreen(services_in(folder), setup, result, REPLAY, standing=standing)


def _result_page(folder: Path, names: tuple[str, str], page: int, played: Played) -> ResultsScreen:
    screen = screen_of(services_in(folder), names, played)
    press(screen, *["TAB"] * page)
    return screen


def _with_notice(folder: Path) -> TitleScreen:
    screen = _title(folder)
    screen.services.notices.append("There is no sound device here: everything goes on in silence.")
    screen.tick(0)
    return screen


SCENES: Mapping[str, Scene] = {
    "title": _title,
    "title, leaving": lambda folder: _title(folder, "ESCAPE"),
    "title with a notice": _with_notice,
    "songs, none": lambda folder: _songs(folder, []),
    "songs, one": lambda folder: _songs(folder, [song("Ash", header="artist: Two people")]),
    "songs, without sound": lambda folder: _songs(folder, [song("Ash", header="audio: ash.ogg")]),
    "songs, many": lambda folder: _songs(folder, many_songs(), "DOWN", "DOWN"),
    "songs, Korean": lambda folder: _songs(folder, [song(KOREAN)]),
    "songs, Japanese": lambda folder: _songs(folder, [song(JAPANESE)]),
    "songs, broken": lambda folder: _songs(folder, [broken_song()]),
    "songs, nothing found": _search,
    "lobby, empty": lambda folder: _lobby(folder, song("Ash")),
    "lobby, one": lambda folder: _lobby(folder, song("Ash"), "A", "LEFT", "UP"),
    "lobby, bots": lambda folder: _lobby(folder, song("Ash"), "TAB", "RIGHT", "TAB", "RIGHT"),
    "lobby, full": lambda folder: _lobby(folder, song(JAPANESE), "UP", names=LONG_NAMES),
    "lobby, kits": _lobby_kits,
    "lobby, earlier names": _lobby_names,
    "lobby, by pads": lambda folder: _by_pads(_lobby_kits(folder)),
    "songs, by pads": lambda folder: _by_pads(_songs(folder, many_songs())),
    "settings, by pads": lambda folder: _by_pads(_settings(folder, 13)),
    "results, by pads": lambda folder: _by_pads(
        _results(folder, ("Mina", "Jun"), (900, 500, 70, 30))
    ),
    "lobby, shared": _lobby_shared,
    "lobby, typing": lambda folder: _lobby(folder, song("Ash"), "LEFT", "RETURN", names=LONG_NAMES),
    "jam": _jam,
    "jam, recording": lambda folder: _jam(folder, "R"),
    "jam, two drums": lambda folder: _jam(folder, *["DOWN"] * 4, "RIGHT"),
    "jam, all keys": lambda folder: _jam(folder, *["DOWN"] * 4, "LEFT"),
    "jam, kits": _jam_kits,
    "settings, sound": lambda folder: _settings(folder, 0),
    "settings, play": lambda folder: _settings(folder, 8),
    "settings, keys": lambda folder: _settings(folder, 7),
    "settings, picture": lambda folder: _settings(folder, 30),
    "keys": _keys,
    "keys, waiting": lambda folder: _keys(folder, "RETURN"),
    "keys, swapped": lambda folder: _keys(folder, "RETURN", "J"),
    "keys, kit": lambda folder: _keys(folder, "TAB", "TAB"),
    "keys, reset": lambda folder: _keys(folder, "DOWN", "RETURN"),
    "kits, none": lambda folder: KitsScreen(services_in(folder)),
    "kits": _kits,
    "kits, counts": lambda folder: _kits(folder, "UP"),
    "kits, learning": lambda folder: _kits(folder, "RETURN"),
    "kits, crosstalk": lambda folder: _kits(folder, *["DOWN"] * 4, "RIGHT"),
    "results, perfect": lambda folder: _results(folder, LONG_NAMES, (1_234, 0, 0, 0)),
    "results, mixed": lambda folder: _results(folder, ("Mina", "Jun"), (900, 500, 70, 30)),
    "results, zero": lambda folder: _results(folder, ("", ""), (0, 0, 0, 1_234)),
    **STORY_SCENES,
    **STICK_SCENES,
    "results, Together": lambda folder: _result_page(folder, LONG_NAMES, 0, FULL),
    "results, relative": lambda folder: _result_page(folder, ("", ""), 0, RELATIVE),
    "results, timing": lambda folder: _result_page(folder, LONG_NAMES, 1, FULL),
    "results, dynamics": lambda folder: _result_page(folder, LONG_NAMES, 1, DYNAMIC),
    "results, timing of one": lambda folder: _result_page(folder, ("Mina", ""), 1, ALONE),
    "results, song": lambda folder: _result_page(folder, LONG_NAMES, 2, FULL),
    "results, song of one": lambda folder: _result_page(folder, ("Mina", ""), 2, ALONE),
    "results, song, relative": lambda folder: _result_page(folder, ("", ""), 2, RELATIVE),
    "results, solo": lambda folder: _result_page(folder, ("Mina", ""), 0, SOLO),
    "results, timing, solo": lambda folder: _result_page(folder, ("Mina", ""), 1, SOLO),
    "results, song, solo": lambda folder: _result_page(folder, ("Mina", ""), 2, SOLO),
    "results, song, nothing": lambda folder: _result_page(folder, ("", ""), 2, NOTHING),
    **LESSON_SCENES,
    **PRACTICE_SCENES,
    **RECORDING_SCENES,
}
