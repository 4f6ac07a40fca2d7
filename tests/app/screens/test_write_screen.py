"""Write a chart: a new one, or a song that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from editor_rig import StudioSound, _be_ready
from menu_rig import click, draw, press, services_in, typed

from game.app.library.reading import read_song
from game.app.screens.base import Pop, Push
from game.app.screens.editor.playback import Playback
from game.app.screens.editor.screen import EditorScreen
from game.app.screens.write import WriteScreen
from game.charts.document import Document
from game.view.screens import write as view
from game.view.widgets.area import Target

TEXT = "#duet 1\ntitle: {title}\nbpm: 120\nP1 kick |o---|\nP2 kick |o---|\n"


@pytest.fixture
def screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WriteScreen:
    """Twelve songs of the player's own."""
    monkeypatch.setattr(Playback, "prepare", _be_ready)
    songs = []
    for number in range(12):
        path = tmp_path / "mine" / f"{number:02}" / "song.duet"
        path.parent.mkdir(parents=True)
        path.write_text(TEXT.format(title=f"Song {number:02}"), encoding="utf-8")
        songs.append(read_song(path, path.parent.name))
    services = services_in(tmp_path, songs)
    services.sound = StudioSound()  # type: ignore[assignment]  # stands in for it
    screen = WriteScreen(services)
    screen.enter()
    for _ in range(13):
        screen.tick(0)
    return screen


def test_a_new_chart_is_named_and_opened(screen: WriteScreen) -> None:
    press(screen, "RETURN")
    assert screen.text_input
    screen.handle(typed("Our tune"), 0)
    change = press(screen, "RETURN")
    assert isinstance(change, Push)
    assert isinstance(change.screen, EditorScreen)
    path = screen.services.folders.songs / "our-tune" / "our-tune.duet"
    assert Document.read(path).chart().meta.title == "Our tune"


def test_without_a_name_nothing_is_made(screen: WriteScreen) -> None:
    press(screen, "RETURN")
    assert press(screen, "RETURN") is None
    assert press(screen, "ESCAPE") is None
    assert press(screen, "ESCAPE") == Pop()
    assert not screen.services.folders.songs.exists()


def test_a_song_is_opened_where_it_lies(screen: WriteScreen) -> None:
    change = press(screen, "END", "RETURN")
    assert isinstance(change, Push)
    assert screen.snapshot(0).rows[-1].title == "Song 11"
    assert not screen.services.folders.songs.exists()


def test_the_list_goes_along_with_keys_wheel_and_mouse(screen: WriteScreen) -> None:
    press(screen, *["DOWN"] * view.ROWS)
    assert screen.snapshot(0).first == 1
    screen.wheel(-1, 0)
    assert screen.snapshot(0).first == 2
    draw(screen)
    assert isinstance(click(screen, Target(view.ROW, 0)), Push)
