"""The list of songs: search, order, and what stays chosen."""

from dataclasses import replace
from pathlib import Path

import pytest
from song_shelf import JAPANESE, KOREAN, broken_song, song

from game.app.history.history import Best
from game.app.library.song import Song
from game.app.screens.song_list import Order, Past, SongList, folded


def listed(*songs):
    shown = SongList()
    shown.use(songs)
    return shown


def titles(shown):
    return [entry.song.title for entry in shown.entries]


BROWN = song("Brown bread", "90", bars=8, header="artist: The Bakers")
ALMA = song("Álma", "140", bars=2, header="charter: Zoë")
CELLO = song("cello", "70", bars=16)
PAST = {
    CELLO.summary.digest: Past(1_790_000_000, Best(700_000, None, 3)),
    ALMA.summary.digest: Past(1_780_000_000, Best(1_100_000, 88, 1)),
}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.TITLE, ["Álma", "Brown bread", "cello"]),
        (Order.TEMPO, ["cello", "Brown bread", "Álma"]),
        (Order.LENGTH, ["Álma", "Brown bread", "cello"]),
        (Order.PLAYED, ["cello", "Álma", "Brown bread"]),
        (Order.BEST, ["Álma", "cello", "Brown bread"]),
    ],
)
def test_songs_are_sorted(order, expected):
    shown = listed(BROWN, ALMA, CELLO)
    shown.remember(PAST)
    shown.sort(order)
    assert titles(shown) == expected


def busy(title, *dots):
    plain = song(title)
    figure = replace(plain.summary.figure, busyness=dots)
    return replace(plain, summary=replace(plain.summary, figure=figure))


def test_the_busier_part_says_how_hard_a_song_is_and_then_the_other():
    shown = listed(busy("wild and calm", 5, 1), busy("both lively", 3, 3), busy("one lively", 1, 3))
    shown.sort(Order.LEVEL)
    assert titles(shown) == ["one lively", "both lively", "wild and calm"]


def test_broken_charts_come_last_in_every_order():
    shown = listed(broken_song("aaa"), BROWN)
    for order in Order:
        shown.sort(order)
        assert titles(shown) == ["Brown bread", "aaa"]


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("bre", ["Brown bread"]),
        ("BREAD brown", ["Brown bread"]),
        ("alma", ["Álma"]),
        ("zoe", ["Álma"]),
        ("bakers", ["Brown bread"]),
        ("북소", [KOREAN]),
        ("ㅂ", [KOREAN]),
        ("夜明", [JAPANESE]),
        ("nothing of the kind", []),
        ("", ["Álma", "Brown bread", JAPANESE, KOREAN]),
    ],
)
def test_a_search_looks_at_title_artist_and_charter_in_any_script(search, expected):
    shown = listed(BROWN, ALMA, song(KOREAN), song(JAPANESE))
    shown.search(search)
    assert sorted(titles(shown)) == sorted(expected)


def test_folding_takes_away_case_accents_and_widths():
    assert folded("ＣＡＦÉ") == folded("cafe")


def test_the_chosen_song_stays_chosen_whatever_the_order():
    shown = listed(ALMA, BROWN, CELLO)
    shown.choose(1)
    shown.sort(Order.TEMPO)
    shown.search("b")
    shown.search("")
    assert shown.chosen.song is BROWN


def test_the_chosen_song_stays_chosen_when_others_are_read():
    shown = listed(BROWN)
    shown.choose(0)
    shown.use((ALMA, BROWN))
    assert shown.chosen.song is BROWN


def test_choosing_stops_at_both_ends():
    shown = listed(ALMA, BROWN)
    assert not shown.choose(-5)
    assert shown.choose(99)
    assert shown.index == 1


def test_an_empty_list_has_nothing_chosen():
    assert SongList().chosen is None
    assert not SongList().choose(3)


@pytest.mark.parametrize("search", ["ash", "duet7"])
def test_a_broken_chart_is_found_by_its_folder_and_by_its_file(search):
    shown = listed(BROWN, Song(Path("Ash/duet7.duet"), None, "no chart", "Ash"))
    shown.search(search)
    assert titles(shown) == ["Ash"]
