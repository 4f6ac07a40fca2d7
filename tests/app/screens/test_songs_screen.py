"""The song screen: typing searches, resting listens, Enter plays."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from kept_plays import play
from menu_rig import MS, click, down, draw, press, services_in, typed
from song_shelf import broken_song, many_songs, song

from game.app.history.story import local_time
from game.app.library.song import Song
from game.app.screens.base import Pop, Push
from game.app.screens.lobby import LobbyScreen
from game.app.screens.songs import SongsScreen
from game.view.screens import songs as view
from game.view.widgets.area import Target

SONGS = (song("Ash"), song("Birch"), song("Cedar"))


def opened(folder: Path, songs=SONGS) -> SongsScreen:
    screen = SongsScreen(services_in(folder, songs))
    screen.enter()
    for _ in range(100):
        screen.tick(0)
    assert screen.services.library.is_complete
    return screen


def titles(screen):
    return [row.title for row in screen.snapshot(0).rows]


def test_typing_searches_and_only_then_is_text_input_on(tmp_path):
    screen = opened(tmp_path)
    assert not screen.text_input
    screen.handle(down("B", unicode="b"), 0)
    assert screen.text_input
    screen.handle(typed("i"), 0)
    assert screen.snapshot(0).field.text == "bi"
    assert titles(screen) == ["Birch"]
    press(screen, "ESCAPE")
    assert not screen.text_input
    assert titles(screen) == ["Ash", "Birch", "Cedar"]


def test_what_an_input_method_composes_is_searched_and_shown_apart(tmp_path):
    screen = opened(tmp_path, (*SONGS, song("북소리")))
    press(screen, "TAB")
    screen.handle(pygame.Event(pygame.TEXTEDITING, text="부", start=0, length=1), 0)
    assert titles(screen) == ["북소리"]
    assert screen.snapshot(0).field.composition == "부"
    assert screen.snapshot(0).field.text == ""


def test_keys_belong_to_the_input_method_while_it_composes(tmp_path):
    screen = opened(tmp_path)
    press(screen, "TAB")
    screen.handle(pygame.Event(pygame.TEXTEDITING, text="ㅂ", start=0, length=1), 0)
    assert press(screen, "RETURN") is None
    assert press(screen, "ESCAPE") is None
    assert screen.text_input


def test_backspace_takes_back_what_was_typed(tmp_path):
    screen = opened(tmp_path)
    screen.handle(down("B", unicode="b"), 0)
    press(screen, "BACKSPACE")
    assert titles(screen) == ["Ash", "Birch", "Cedar"]


def test_arrows_choose_and_enter_leads_to_the_lobby(tmp_path):
    screen = opened(tmp_path)
    change = press(screen, "DOWN", "RETURN")
    assert isinstance(change, Push)
    assert isinstance(change.screen, LobbyScreen)
    assert change.screen.snapshot(0).title == "Birch"


def test_a_held_arrow_goes_on(tmp_path):
    screen = opened(tmp_path)
    screen.handle(down("DOWN"), 0)
    screen.tick(400 * MS)
    assert screen.snapshot(0).card.title == "Cedar"


def test_the_song_stays_chosen_when_one_comes_back(tmp_path):
    screen = opened(tmp_path)
    press(screen, "DOWN", "RETURN")
    screen.leave()
    screen.enter()
    assert screen.snapshot(0).card.title == "Birch"


def test_a_broken_chart_is_listed_with_its_reason_and_cannot_be_played(tmp_path):
    screen = opened(tmp_path, (broken_song(),))
    snapshot = screen.snapshot(0)
    assert snapshot.rows[0].is_broken
    assert "unknown symbol" in snapshot.card.fault.text
    assert press(screen, "RETURN") is None
    assert screen.sound.interface == ["back"]


def test_without_songs_the_folder_for_them_is_named(tmp_path):
    screen = opened(tmp_path, ())
    snapshot = screen.snapshot(0)
    assert snapshot.message.path == str(screen.services.folders.songs)
    assert snapshot.field is None


def test_f5_looks_again(tmp_path):
    screen = opened(tmp_path)
    press(screen, "F5")
    assert screen.services.library.rescans == 1


def test_nothing_found_says_what_was_searched(tmp_path):
    screen = opened(tmp_path)
    screen.handle(down("Z", unicode="z"), 0)
    assert "z" in screen.snapshot(0).message.title
    assert press(screen, "RETURN") is None


def test_the_list_takes_what_has_been_read_and_says_so_when_it_takes_a_moment(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("game.app.screens.songs.perf_counter_ns", lambda: 0)
    screen = SongsScreen(services_in(tmp_path, many_songs()))
    screen.enter()
    assert screen.snapshot(0).count == screen.strings("songs.count_one", count=1)
    assert screen.wake_ns(0) == 300 * MS
    assert not screen.is_animated
    screen.tick(300 * MS)
    assert screen.snapshot(0).count == screen.strings("songs.reading", count=2, total=44)
    for _ in many_songs():
        screen.tick(400 * MS)
    assert screen.snapshot(0).count == screen.strings("songs.count", count=len(many_songs()))


def test_a_search_without_a_match_is_not_over_while_charts_are_read(tmp_path):
    screen = SongsScreen(services_in(tmp_path, SONGS))
    screen.enter()
    screen.handle(down("C", unicode="c"), 0)
    screen.handle(typed("edar"), 0)
    assert screen.snapshot(0).message.title == screen.strings("songs.still_looking")
    for _ in SONGS:
        screen.tick(0)
    assert titles(screen) == ["Cedar"]
    assert screen.snapshot(0).message is None


def test_no_chart_is_read_under_a_play(tmp_path):
    screen = opened(tmp_path)
    screen.leave()
    assert screen.services.library.rests == 1


def with_audio(folder: Path, name: str, header: str = "") -> Song:
    audio = folder / "song.ogg"
    audio.write_bytes(b"")
    heard = song(name, header="audio: song.ogg\n" + header)
    return replace(heard, path=folder / f"{name}.duet")


@pytest.mark.parametrize(
    ("header", "from_s"),
    [
        # The second section begins after one bar of 120 BPM: 2 s, and the audio half a second in.
        ("offset: 0.5", 2.5),
        ("preview: 7.25", 7.25),
    ],
)
def test_a_song_is_heard_after_a_short_rest_on_it(tmp_path, header, from_s):
    screen = opened(tmp_path, (with_audio(tmp_path, "Ash", header),))
    rests_ns = screen.wake_ns(0)
    screen.tick(rests_ns - 1)
    assert screen.sound.previews == []
    screen.tick(rests_ns)
    assert screen.sound.previews == [(tmp_path / "song.ogg", from_s)]
    assert screen.snapshot(0).card.is_heard
    assert screen.wake_ns(rests_ns) is None


def test_a_sound_file_that_is_not_there_is_named_on_the_card(tmp_path):
    screen = opened(tmp_path, (song("Ash", header="audio: ash.ogg"),))
    note = screen.snapshot(0).card.note
    assert note == screen.strings("songs.missing_audio", file="ash.ogg")
    assert isinstance(press(screen, "RETURN"), Push)


def test_a_sound_file_that_cannot_be_played_is_named_until_it_is_looked_for_again(tmp_path):
    screen = opened(tmp_path, (with_audio(tmp_path, "Ash"),))
    screen.sound.unplayable.add("song.ogg")
    assert screen.snapshot(0).card.note == ""
    screen.tick(screen.wake_ns(0))
    card = screen.snapshot(0).card
    assert card.note == screen.strings("songs.broken_audio", file="song.ogg")
    assert not card.is_heard
    press(screen, "F5")
    screen.tick(0)
    assert screen.snapshot(0).card.note == ""


def test_the_preview_ends_with_the_next_choice_and_on_leaving(tmp_path):
    screen = opened(tmp_path, (with_audio(tmp_path, "Ash"), with_audio(tmp_path, "Birch")))
    screen.tick(screen.wake_ns(0))
    press(screen, "DOWN")
    assert not screen.sound.is_previewing
    screen.tick(screen.wake_ns(0))
    assert screen.sound.is_previewing
    screen.leave()
    assert not screen.sound.is_previewing


def test_a_click_chooses_and_a_second_one_plays(tmp_path):
    screen = opened(tmp_path)
    assert click(screen, Target(view.ROW, 1)) is None
    assert screen.snapshot(0).card.title == "Birch"
    assert isinstance(click(screen, Target(view.ROW, 1)), Push)
    assert isinstance(click(screen, Target(view.PLAY)), Push)


def test_a_click_into_the_field_focuses_it(tmp_path):
    screen = opened(tmp_path)
    click(screen, Target(view.SEARCH))
    assert screen.text_input
    draw(screen)


def test_the_wheel_scrolls_and_the_choice_stays(tmp_path):
    screen = opened(tmp_path, many_songs())
    before = screen.snapshot(0)
    screen.handle(pygame.Event(pygame.MOUSEWHEEL, y=-3), 0)
    after = screen.snapshot(0)
    assert (before.first, after.first) == (0, 3)
    assert after.card == before.card


def test_end_shows_the_last_song_and_home_the_first(tmp_path):
    screen = opened(tmp_path, many_songs())
    press(screen, "END")
    assert screen.snapshot(0).rows[-1].is_chosen
    assert screen.snapshot(0).first == len(many_songs()) - view.ROWS
    press(screen, "HOME")
    assert screen.snapshot(0).first == 0


def test_right_sorts_by_the_next_order(tmp_path):
    screen = opened(tmp_path, (song("Ash", "140"), song("Birch", "80")))
    press(screen, "RIGHT")
    assert titles(screen) == ["Birch", "Ash"]
    assert [chip.is_focused for chip in screen.snapshot(0).orders].index(True) == 1


def test_escape_goes_back(tmp_path):
    assert press(opened(tmp_path), "ESCAPE") == Pop()


def test_a_chart_that_was_broken_since_it_was_listed_is_told_and_looked_at_again(tmp_path):
    ash = song("Ash before it broke")
    screen = opened(tmp_path, (ash,))
    ash.path.write_text("no chart", encoding="utf-8")
    assert press(screen, "RETURN") is None
    (notice,) = screen.services.notices
    assert "song.duet" in notice
    assert screen.services.library.rescans == 1


def test_the_best_of_two_people_stands_on_the_card_and_in_its_order(tmp_path):
    screen = opened(tmp_path, (song("Ash"),))
    kept = replace(play(), digest=song("Ash").summary.digest, duet_score=912_345)
    screen.services.history.add(kept)
    screen.leave()
    screen.enter()
    assert screen.snapshot(0).card.facts[2].value == "912,345"
    press(screen, "LEFT")
    assert screen.snapshot(0).rows[0].tempo == "912,345"
    press(screen, "LEFT")
    assert screen.snapshot(0).rows[0].tempo == f"{local_time(kept.played_at_s):%Y-%m-%d}"
