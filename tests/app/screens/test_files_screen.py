"""The file list: folders and sound files, and what speaks against the rest."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from menu_rig import click, down, press, services_in
from recording_scenes import files, recording, song_chart
from song_shelf import song

from game.app.screens.aligning import AligningScreen
from game.app.screens.base import Pop, Push
from game.app.screens.files import FilesScreen
from game.app.screens.lobby import LobbyScreen
from game.app.screens.songs import SongsScreen
from game.view.screens import files as view
from game.view.widgets.area import Target


def names(screen: FilesScreen) -> list[str]:
    return [row.name for row in screen.snapshot(0).rows]


def chosen(screen: FilesScreen) -> str:
    return next(row.name for row in screen.snapshot(0).rows if row.is_chosen)


def test_folders_come_first_and_only_sound_files_are_shown(tmp_path: Path) -> None:
    (tmp_path / "music" / "Zebra").mkdir(parents=True)
    (tmp_path / "music" / ".hidden").mkdir()
    screen = files(tmp_path, "b.OGG", "a.flac", "notes.txt", "c.m4a")
    assert names(screen) == ["↑ One folder up", "Zebra", "a.flac", "b.OGG", "c.m4a", "first.mp3"]
    lit = {row.name: row.is_lit for row in screen.snapshot(0).rows}
    assert lit["a.flac"]
    assert not lit["c.m4a"]


def test_a_sound_file_is_chosen(tmp_path: Path) -> None:
    screen = files(tmp_path, "a.ogg")
    change = press(screen, "RETURN")
    assert isinstance(change, Push)
    assert isinstance(change.screen, AligningScreen)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.m4a", "convert it first"),
        ("a.wma", "convert it first"),
        ("a empty.mp3", "is empty"),
    ],
)
def test_what_cannot_be_played_says_why_and_is_not_chosen(
    name: str, said: str, tmp_path: Path
) -> None:
    screen = files(tmp_path, name)
    assert chosen(screen) == name
    assert said in screen.snapshot(0).note
    assert name in screen.snapshot(0).note
    assert press(screen, "RETURN") is None


def test_a_file_that_is_something_else_inside_is_named(tmp_path: Path) -> None:
    screen = files(tmp_path)
    (tmp_path / "music" / "a.mp3").write_bytes(b"\0\0\0\x20ftypM4A ")
    press(screen, "LEFT", "RETURN", "HOME", "DOWN")
    assert chosen(screen) == "a.mp3"
    assert "M4A or MP4" in screen.snapshot(0).note


def test_a_folder_is_entered_and_left_where_it_was(tmp_path: Path) -> None:
    (tmp_path / "music" / "inner").mkdir(parents=True)
    screen = files(tmp_path)
    press(screen, "RETURN")
    assert screen.snapshot(0).folder == str(tmp_path / "music" / "inner")
    assert "drop a file" in screen.snapshot(0).note
    press(screen, "LEFT")
    assert screen.snapshot(0).folder == str(tmp_path / "music")
    assert chosen(screen) == "inner"


def test_a_folder_that_has_gone_is_told_and_not_entered(tmp_path: Path) -> None:
    (tmp_path / "music" / "inner").mkdir(parents=True)
    screen = files(tmp_path)
    (tmp_path / "music" / "inner").rmdir()
    press(screen, "RETURN")
    assert "cannot be opened" in screen.snapshot(0).note
    assert screen.snapshot(0).folder == str(tmp_path / "music")


def test_the_way_back_to_the_games_own_music(tmp_path: Path) -> None:
    screen = files(tmp_path, used=True)
    assert names(screen)[:2] == ["In use: first.mp3", "Back to drums and a click"]
    assert isinstance(press(screen, "HOME", "DOWN", "RETURN"), Pop)
    assert screen.services.recordings.in_use(song_chart()) is None


def test_with_a_recording_saved_the_list_closes(tmp_path: Path) -> None:
    screen = files(tmp_path, "a.ogg")
    assert screen.tick(0) is None
    screen.services.recordings.use(recording(tmp_path / "music" / "a.ogg", song_chart()))
    screen.enter()
    assert isinstance(screen.tick(0), Pop)


def test_a_second_click_on_a_file_chooses_it(tmp_path: Path) -> None:
    screen = files(tmp_path, "a.ogg", "b.ogg")
    assert click(screen, Target(view.ROW, 2)) is None
    assert isinstance(click(screen, Target(view.ROW, 2)), Push)


def drop(path: Path) -> pygame.Event:
    return pygame.Event(pygame.DROPFILE, file=str(path))


@pytest.mark.parametrize("where", ["songs", "lobby", "files"])
def test_a_file_is_dropped_on_the_window(where: str, tmp_path: Path) -> None:
    shown = song("Ash")
    path, chart = shown.path, shown.read()
    services = services_in(tmp_path, [shown])
    screen = {
        "songs": lambda: SongsScreen(services),
        "lobby": lambda: LobbyScreen(services, path, chart),
        "files": lambda: FilesScreen(services, path, chart),
    }[where]()
    screen.enter()
    screen.tick(0)
    (tmp_path / "mine.mp3").write_bytes(b"ID3 and so on")
    change = screen.handle(drop(tmp_path / "mine.mp3"), 0)
    assert isinstance(change, Push)
    assert isinstance(change.screen, AligningScreen)
    assert screen.handle(drop(tmp_path / "picture.png"), 0) is None
    assert ["picture.png" in notice for notice in services.notices] == [True]


def test_the_list_and_the_lobby_say_what_is_played_to(tmp_path: Path) -> None:
    shown = song("Ash")
    path, chart = shown.path, shown.read()
    services = services_in(tmp_path, [shown])
    songs, lobby = SongsScreen(services), LobbyScreen(services, path, chart)
    songs.enter()
    songs.tick(0)
    card = songs.snapshot(0).card
    assert card is not None
    assert card.music == "Music: none, drums and a click"
    services.recordings.use(recording(tmp_path / "mine.mp3", chart))
    card = songs.snapshot(0).card
    assert card is not None
    assert card.music == "Music: your recording, mine.mp3"
    assert "your recording, mine.mp3" in lobby.snapshot(0).facts
    assert isinstance(songs.handle(down("F2"), 0), Push)
    assert isinstance(lobby.handle(down("F2"), 0), Push)


def test_the_recording_is_what_is_heard_in_the_list(tmp_path: Path) -> None:
    shown = song("Ash")
    chart = shown.read()
    services = services_in(tmp_path, [shown])
    services.recordings.use(recording(tmp_path / "mine.mp3", chart))
    screen = SongsScreen(services)
    screen.enter()
    screen.tick(0)
    screen.tick(10**18)
    # The second section begins at 2 s of song: 5.01 s of the recording.
    assert services.sound.previews == [(tmp_path / "mine.mp3", 5.01)]  # type: ignore[attr-defined]
