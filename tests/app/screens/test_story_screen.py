"""Our story: what two people have played, from the first song to the latest."""

from __future__ import annotations

import pytest
from kept_plays import fill, many_plays, play
from menu_rig import click, hover, press
from story_scenes import story

from game.app.history.people import pair_key
from game.app.screens.base import Pop
from game.app.screens.story import StoryScreen
from game.view.screens import story as view
from game.view.widgets.area import Target

ADA = ("Ada", "Mina")


@pytest.fixture
def evening(tmp_path) -> StoryScreen:
    """Mina and Jun play three times, Ada comes in between, Mina tries a bot at last."""
    plays = [
        play(day=0),
        play(ADA, day=1, together=20),
        play(("Jun", "Mina"), day=1, song="Elm", scores=(300_000, 800_000), together=70),
        play(day=2, together=None),
        play(day=3, devices=("keyboard", "bot")),
    ]
    return story(tmp_path, plays)


def pages(screen) -> view.Pages:
    found = screen.snapshot(0).pages
    assert found is not None
    return found


def rows(screen) -> list[tuple[str, str]]:
    return [(row.title, row.together) for row in pages(screen).rows]


def test_without_a_play_of_two_it_says_how_a_story_begins(services):
    fill(services.database, [play(devices=("keyboard", "bot"))])
    screen = StoryScreen(services)
    assert screen.snapshot(0).pages is None
    assert screen.snapshot(0).empty == screen.strings("story.empty")
    assert press(screen, "DOWN", "RETURN", "TAB", "END") is None
    assert press(screen, "ESCAPE") == Pop()


def test_the_pair_that_played_last_is_there_with_its_plays_latest_first(evening):
    assert pages(evening).choices[0].value == "Mina & Jun"
    assert rows(evening) == [("Ash", "—"), ("Elm", "Together 70"), ("Ash", "Together 61")]
    assert [tile.number for tile in pages(evening).tiles] == ["3", "2", "3", "70"]
    assert "“Elm”" in pages(evening).sentence


def test_a_pair_can_be_asked_for(evening):
    screen = StoryScreen(evening.services, pair_key(("mina", "ADA")))
    assert pages(screen).choices[0].value == "Ada & Mina"
    assert rows(screen) == [("Ash", "Together 20")]


def test_left_and_right_go_through_the_pairs(evening):
    press(evening, "RIGHT", "RIGHT")
    assert pages(evening).choices[0].value == "Ada & Mina"
    assert not pages(evening).choices[0].has_more
    press(evening, "LEFT")
    assert pages(evening).choices[0].value == "Mina & Jun"


def test_one_song_can_be_looked_at_alone(evening):
    press(evening, "DOWN", "RIGHT")
    assert pages(evening).choices[1].value == "Ash"
    assert rows(evening) == [("Ash", "—"), ("Ash", "Together 61")]
    press(evening, "RIGHT")
    assert rows(evening) == [("Elm", "Together 70")]
    press(evening, "UP", "RIGHT", "DOWN")
    assert pages(evening).choices[1].value == evening.strings("story.all_songs")


def test_a_chosen_play_is_pointed_out_in_the_plots(evening):
    assert {plot.chosen for plot in pages(evening).plots} == {None}
    press(evening, "DOWN", "DOWN", "DOWN")
    assert [row.is_chosen for row in pages(evening).rows] == [False, True, False]
    together, scores, gap = pages(evening).plots
    assert {together.chosen, scores.chosen, gap.chosen} == {1}
    assert [legend.value for legend in together.legends] == ["70 (64 to 76)"]
    assert [(each.name, each.value) for each in scores.legends] == [
        ("Mina", "800,000"),
        ("Jun", "300,000"),
    ]
    assert [legend.value for legend in gap.legends] == ["12 ms"]


def test_what_is_unknown_is_a_gap_in_the_curve(evening):
    together = pages(evening).plots[0]
    assert together.curves[0].values == (0.61, 0.7, None)
    assert (together.lows, together.highs) == ((0.55, 0.64, None), (0.67, 0.76, None))


def test_up_from_the_first_play_leads_back_to_the_choices(evening):
    press(evening, "DOWN", "DOWN", "UP")
    assert [choice.is_focused for choice in pages(evening).choices] == [False, True]
    press(evening, "UP", "UP")
    assert [choice.is_focused for choice in pages(evening).choices] == [True, False]


def test_a_long_list_scrolls_with_the_chosen_play(tmp_path):
    screen = story(tmp_path, many_plays(100), "END")
    assert (pages(screen).first, pages(screen).total) == (92, 100)
    assert pages(screen).rows[-1].is_chosen
    press(screen, "HOME")
    assert pages(screen).first == 0
    screen.wheel(-3, 0)
    assert pages(screen).first == 3


@pytest.mark.parametrize("keys", [("TAB", "RETURN"), ("DOWN", "DOWN", "TAB", "RETURN")])
def test_the_plays_are_saved_as_a_table_and_its_place_is_told(evening, keys):
    assert press(evening, *keys) is None
    (path,) = evening.services.folders.tables.iterdir()
    assert path.name.endswith(" Mina Jun.csv")
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 1 + 3
    evening.tick(0)
    assert str(path) in evening.snapshot(0).frame.notice


def test_only_what_is_to_be_seen_is_saved(evening):
    press(evening, "DOWN", "RIGHT", "RIGHT", "TAB", "RETURN")
    (path,) = evening.services.folders.tables.iterdir()
    assert path.name.endswith(" Mina Jun Elm.csv")
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 1 + 1


def test_a_table_that_cannot_be_written_is_told(evening):
    evening.services.folders.tables.write_text("", encoding="utf-8")
    press(evening, "TAB", "RETURN")
    evening.tick(0)
    assert "expected a file that can be written" in evening.snapshot(0).frame.notice
    assert evening.sound.interface[-1] == "back"


def test_the_mouse_chooses_steps_and_saves(evening):
    click(evening, Target(view.CHOICE, 0), share=0.9)
    assert pages(evening).choices[0].value == "Ada & Mina"
    click(evening, Target(view.CHOICE, 0), share=0.5)
    assert pages(evening).choices[0].value == "Mina & Jun"
    click(evening, Target(view.PLAY, 2))
    assert pages(evening).rows[2].is_chosen
    hover(evening, Target(view.CHOICE, 1))
    assert pages(evening).choices[1].is_focused
    click(evening, Target(view.SAVE))
    assert len(list(evening.services.folders.tables.iterdir())) == 1


def test_people_without_a_name_go_by_their_seats(tmp_path):
    screen = story(tmp_path, [play(("", ""))])
    assert pages(screen).choices[0].value == "P1 & P2"


def test_a_long_name_leaves_room_for_the_other(tmp_path):
    screen = story(tmp_path, [play(("夜明けの太鼓と二人", "Jun"))])
    assert pages(screen).choices[0].value == "夜明けの太鼓… & Jun"


def test_many_plays_share_their_points_and_that_is_said(tmp_path):
    screen = story(tmp_path, many_plays(1_000))
    assert pages(screen).note == screen.strings("story.means", plays=10)
    assert len(pages(screen).plots[0].curves[0].values) == 96
