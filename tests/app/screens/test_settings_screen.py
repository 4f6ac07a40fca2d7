"""The settings screen: in use at once, kept, and seen or heard."""

import pygame
import pytest
from menu_rig import MS, canvas_of, click, down, draw, point_px, press, up

from game.app.screens.base import Pop, Push
from game.app.screens.keys import KeysScreen
from game.app.screens.setting_items import ITEMS, Setting
from game.app.screens.settings import SettingsScreen
from game.app.services import Services
from game.app.settings.store import SettingsStore
from game.charts.pieces import Piece
from game.view.screens import settings as view
from game.view.widgets.area import Target
from game.view.widgets.rows import Row


@pytest.fixture
def settings(services: Services) -> SettingsScreen:
    screen = SettingsScreen(services)
    screen.enter()
    return screen


def go_to(screen, key):
    """Move down to a setting, by the last part of its place."""
    wanted = screen.strings(f"settings.{key}")
    press(screen, "HOME")
    for _ in ITEMS:
        if screen.snapshot(0).title == wanted:
            return
        press(screen, "DOWN")
    pytest.fail(f"there is no {key}")


def kept(screen):
    return SettingsStore(screen.services.store.path).settings


def test_a_step_is_in_use_at_once_and_written_when_the_hand_rests(settings):
    press(settings, "LEFT")
    assert settings.services.settings.volumes.master_pct == 95
    assert settings.sound.volumes.master_pct == 95
    assert kept(settings).volumes.master_pct == 100
    assert settings.wake_ns(0) == 400 * MS
    settings.tick(400 * MS)
    assert kept(settings).volumes.master_pct == 95
    assert settings.wake_ns(400 * MS) is None


def test_going_back_loses_nothing(settings):
    press(settings, "LEFT")
    assert press(settings, "ESCAPE") == Pop()
    settings.leave()
    assert kept(settings).volumes.master_pct == 95


def test_a_file_that_cannot_be_written_is_told_once(settings, monkeypatch):
    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("game.app.files.atomic.write_text", refuse)
    press(settings, "LEFT")
    settings.leave()
    (notice,) = settings.services.notices
    assert "found a full disk" in notice


@pytest.mark.parametrize(
    ("key", "heard"),
    [("p1_pct", (1, Piece.SNARE)), ("p2_pct", (2, Piece.SNARE)), ("master_pct", (1, Piece.KICK))],
)
def test_a_volume_is_heard_as_it_changes(settings, key, heard):
    go_to(settings, key)
    press(settings, "LEFT")
    assert settings.sound.strikes == [heard]


def test_the_clicks_volume_is_heard_as_a_click(settings):
    go_to(settings, "click_pct")
    settings.sound.interface.clear()
    press(settings, "LEFT")
    assert settings.sound.interface == ["click"]


def test_the_speed_of_notes_is_seen_moving(settings):
    go_to(settings, "approach_ms")
    now_ns = settings._preview._since_ns
    assert settings.is_animated
    assert settings.snapshot(now_ns + 50 * MS).preview.now_ms == 50
    before_ms = settings.snapshot(now_ns).preview.approach_ms
    press(settings, "LEFT")
    assert settings.snapshot(now_ns).preview.approach_ms == before_ms - 100


def test_the_audio_offset_delays_the_picture_and_a_drum_beats_to_it(settings):
    go_to(settings, "audio_offset_ms")
    began_ns = settings._preview._since_ns
    press(settings, "RIGHT", "RIGHT")
    assert settings.snapshot(began_ns + 600 * MS).preview.now_ms == 590
    settings.sound.strikes.clear()
    settings.tick(began_ns + 599 * MS)
    assert settings.sound.strikes == []
    assert settings.wake_ns(began_ns) <= began_ns + 600 * MS
    settings.tick(began_ns + 600 * MS)
    settings.tick(began_ns + 610 * MS)
    assert settings.sound.strikes == [(2, Piece.SNARE)]


def test_other_settings_are_still(settings):
    go_to(settings, "palette")
    settings.tick(0)
    assert not settings.is_animated
    assert settings.wake_ns(0) is None
    assert settings.snapshot(0) == settings.snapshot(9_000 * MS)
    assert settings.snapshot(0).preview is not None


def test_enter_switches_over_and_back(settings):
    go_to(settings, "metronome")
    press(settings, "RETURN")
    assert settings.services.settings.playing.metronome
    press(settings, "RETURN")
    assert not settings.services.settings.playing.metronome


def test_enter_on_the_keys_opens_them(settings):
    go_to(settings, "keys")
    change = press(settings, "RETURN")
    assert isinstance(change, Push)
    assert isinstance(change.screen, KeysScreen)


def test_every_setting_can_be_reached_and_is_explained(settings):
    press(settings, "HOME")
    seen = []
    for _ in ITEMS:
        snapshot = settings.snapshot(0)
        assert any(isinstance(item, Row) and item.is_focused for item in snapshot.items)
        assert snapshot.meaning
        seen.append(snapshot.title)
        press(settings, "DOWN")
    names = {settings.strings(f"settings.{i.key}") for i in ITEMS if isinstance(i, Setting)}
    assert names <= set(seen)


def test_a_held_arrow_slides_on(settings):
    settings.handle(down("LEFT"), 0)
    settings.tick(400 * MS)
    settings.tick(460 * MS)
    settings.handle(up("LEFT"), 470 * MS)
    assert settings.services.settings.volumes.master_pct == 85


def test_the_mouse_drags_a_slider(settings):
    canvas = canvas_of((1920, 1080))
    draw(settings, canvas)
    target = Target(view.ITEM, 1)
    y = point_px(settings, canvas, target)[1]
    track = view.track_area(view.row_area(1))
    for kind, share in (
        (pygame.MOUSEBUTTONDOWN, 0.2),
        (pygame.MOUSEMOTION, 0.5),
        (pygame.MOUSEBUTTONUP, 0.5),
        (pygame.MOUSEMOTION, 0.9),
    ):
        pos = (canvas.x_px(track.x + share * track.width), y)
        settings.handle(pygame.Event(kind, pos=pos, button=1, buttons=(1, 0, 0)), 0)
    assert settings.services.settings.volumes.master_pct == 50


def test_a_click_switches_over(settings):
    index = next(i for i, item in enumerate(ITEMS) if getattr(item, "key", "") == "metronome")
    click(settings, Target(view.ITEM, index))
    assert settings.services.settings.playing.metronome


def test_the_wheel_scrolls(settings):
    settings.handle(pygame.Event(pygame.MOUSEWHEEL, y=-2), 0)
    assert settings.snapshot(0).first == 2
