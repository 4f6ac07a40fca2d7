"""The pages of the results: what they say, how they are turned, and the picture of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from menu_rig import click, press
from played_results import ALONE, DYNAMIC, FULL, NOTHING, RELATIVE, SOLO, Played, played, screen_of

from game.app.screens.base import Pop
from game.app.screens.result_figures import curves_figure, histogram_figure
from game.app.screens.results import ResultsScreen
from game.app.services import Services
from game.score.together.handovers import HandOver
from game.timing.units import Micros
from game.view.screens import results as view
from game.view.widgets.area import Target

NAMES = ("Mina", "Jun")


def results(services: Services, how: Played = FULL) -> ResultsScreen:
    screen = screen_of(services, NAMES, how)
    screen.enter()
    return screen


def timing(screen: ResultsScreen) -> view.TimingPage:
    press(screen, "TAB")
    page = screen.snapshot(0).details
    assert isinstance(page, view.TimingPage)
    return page


def song(screen: ResultsScreen) -> view.SongPage:
    press(screen, "TAB", "TAB")
    page = screen.snapshot(0).details
    assert isinstance(page, view.SongPage)
    return page


def shown(screen: ResultsScreen) -> int:
    """The number of the page that is shown."""
    return [tab.is_focused for tab in screen.snapshot(0).tabs].index(True)


def test_tab_leafs_through_the_pages_and_around(services: Services) -> None:
    screen, seen = results(services), []
    for _ in range(4):
        seen.append(shown(screen))
        press(screen, "TAB")
    assert seen == [0, 1, 2, 0]


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ("RIGHT", 2),
        ("LEFT", 0),
        ("RIGHT RIGHT", 2),  # there is no further one
        ("ESCAPE", 0),
        ("RETURN", 0),
    ],
)
def test_on_a_further_page_arrows_leaf_and_back_leads_to_the_score(
    services: Services, keys: str, page: int
) -> None:
    screen = results(services)
    assert press(screen, "TAB", *keys.split()) is None
    assert shown(screen) == page


def test_the_mouse_turns_to_a_page(services: Services) -> None:
    screen = results(services)
    assert click(screen, Target(view.TAB, 2)) is None
    assert shown(screen) == 2
    click(screen, Target(view.TAB, 0))
    assert press(screen, "ESCAPE") == Pop()


def test_on_a_further_page_no_button_is_in_reach(services: Services) -> None:
    screen = results(services)
    press(screen, "TAB")
    assert {target.name for target, _ in view.places(screen.snapshot(0))} == {view.TAB}


def test_the_facts_add_up_to_the_table(services: Services) -> None:
    for card in timing(results(services)).cards:
        facts = {fact.label: fact.value for fact in card.facts}
        for column, label in ((4, "Early"), (5, "Late")):
            counted = [int(row[column]) for row in card.rows if row[column] != "—"]
            assert facts[label] == str(sum(counted))


def test_an_early_player_and_a_late_one_are_called_so(services: Services) -> None:
    first, second = timing(results(services)).cards
    assert first.facts[0].value.endswith("ms early")
    assert second.facts[0].value.endswith("ms late")
    assert first.name == "Mina"


def test_a_drum_that_has_no_note_says_nothing(services: Services) -> None:
    first, _ = timing(results(services)).cards
    rows = {row[0]: row[1:] for row in first.rows}
    assert rows["ride"] == ("—",) * 5
    assert rows["hat"][0].endswith("/ 64")


def test_the_windows_of_the_rules_lie_under_the_errors() -> None:
    _, analysis = played(FULL)
    player = analysis.players[0]
    figure = histogram_figure(player, 125_000)
    assert figure.windows_ms == (25, 75, 108)
    assert figure.reach_ms == 127.5
    assert sum(figure.counts) == len(player.errors_us)


def test_the_hand_overs_are_told_in_their_order(services: Services) -> None:
    page = song(results(services))
    assert [line.bar for line in page.hand_overs[:3]] == ["Bar 2", "Bar 3", "Bar 4"]
    assert [line.name for line in page.hand_overs[:3]] == ["Jun", "Mina", "Jun"]
    assert len(page.hand_overs) == 15
    assert page.more == "and 4 more"


@pytest.mark.parametrize(
    ("error_ms", "entry"),
    [(-25, "on time"), (25, "on time"), (-26, "26 ms early"), (80, "80 ms late")],
)
def test_a_hand_over_is_early_on_time_or_late(
    services: Services, error_ms: float, entry: str
) -> None:
    result, analysis = played(FULL)
    found = HandOver(Micros(2_000_000), 1, 2, error_ms * 1_000)
    changed = replace(analysis, report=replace(analysis.report, hand_overs=(found,)))
    setup = screen_of(services, NAMES, FULL)._setup
    page = song(ResultsScreen(services, setup, result, None, changed))
    assert [line.entry for line in page.hand_overs] == [entry]
    assert page.more == ""


def test_a_constant_gap_of_devices_is_taken_out_and_that_is_said(services: Services) -> None:
    screen = results(services, RELATIVE)
    reason = screen.strings("together.relative")
    panel = screen.snapshot(0).together
    assert "(relative)" in panel.value
    assert panel.sentences[0] == reason
    assert song(screen).note == reason


def test_curves_of_players_who_differ_by_a_constant_lie_on_each_other_if_relative() -> None:
    _, analysis = played(RELATIVE)
    gap_ms = analysis.constant_us[1] / 1_000
    assert gap_ms == pytest.approx(-30, abs=5)
    moved = curves_figure(analysis)
    apart = curves_figure(replace(analysis, constant_us={1: 0.0, 2: 0.0}))
    for there, here in zip(moved.curves_ms[0], apart.curves_ms[0], strict=True):
        if there is not None and here is not None:
            assert there == pytest.approx(here - gap_ms)
    assert moved.curves_ms[1] == apart.curves_ms[1]


def test_a_calibrated_score_is_explained(services: Services) -> None:
    assert song(results(services)).note == services.strings("together.means")


def test_nobody_hit_anything(services: Services) -> None:
    screen = results(services, NOTHING)
    assert {card.empty for card in timing(screen).cards} == {"No hits to show"}
    press(screen, "TAB")
    page = screen.snapshot(0).details
    assert isinstance(page, view.SongPage)
    assert (page.empty, page.hand_overs) == ("No hits to show", ())
    assert page.heading == "No hand-over was played by both of you."


def test_a_song_in_which_both_lead_all_the_time_has_no_hand_overs(services: Services) -> None:
    result, analysis = played(FULL)
    both = replace(analysis.song, leads=())
    report = replace(analysis.report, hand_overs=())
    setup = screen_of(services, NAMES, FULL)._setup
    together = replace(analysis, song=both, report=report)
    page = song(ResultsScreen(services, setup, result, None, together))
    assert page.heading == "Nobody hands over the lead in this song."


def test_one_who_plays_alone_has_figures(services: Services) -> None:
    first, second = timing(results(services, ALONE)).cards
    assert (first.empty, second.empty) == ("", "No hits to show")
    assert second.rows[0][2:] == ("—",) * 4


def test_a_part_without_notes_has_nothing_to_say(services: Services) -> None:
    screen = results(services, SOLO)
    _, card = screen.snapshot(0).cards
    assert card.word == screen.strings("results.player_rested")
    _, second = timing(screen).cards
    assert second.empty == "No hits to show"
    assert {row[1:] for row in second.rows} == {("—",) * 5}


def pictures(services: Services) -> list[Path]:
    return sorted(services.folders.pictures.glob("*"))


@pytest.mark.parametrize("window_px", [(960, 540), (1920, 1080)])
def test_f12_saves_all_pages_as_one_picture_whatever_the_window(
    services: Services, window_px: tuple[int, int]
) -> None:
    pygame.display.set_mode(window_px)
    screen = results(services)
    assert press(screen, "TAB", "F12") is None
    screen.tick(0)
    (path,) = pictures(services)
    assert path.name.endswith("Trading.png")
    assert str(path) in screen.snapshot(0).frame.notice
    assert pygame.image.load(path).get_size() == (1920, 2744)
    assert shown(screen) == 1


def test_no_picture_is_written_over_another(services: Services) -> None:
    screen = results(services)
    press(screen, "F12", "F12", "F12")
    saved = pictures(services)
    assert len(saved) == 3
    assert len({path.read_bytes() for path in saved}) == 1


def test_the_button_saves_a_picture_too(services: Services) -> None:
    screen = results(services)
    index = [button.text for button in screen.snapshot(0).buttons].index("Save a picture")
    assert click(screen, Target(view.BUTTON, index)) is None
    assert len(pictures(services)) == 1


def test_a_picture_that_cannot_be_written_is_said(services: Services) -> None:
    services.folders.data.mkdir(parents=True)
    services.folders.pictures.write_text("a file in the folder's place")
    screen = results(services)
    press(screen, "F12")
    screen.tick(0)
    assert "could not be saved" in screen.snapshot(0).frame.notice
    assert screen.sound.interface[-1] == "back"


def test_it_is_told_how_ghosts_and_accents_were_played(services: Services) -> None:
    first, second = timing(results(services, DYNAMIC)).cards
    told = {fact.label: fact.value for fact in first.facts}
    assert (told["Soft ghosts"], told["Loud accents"]) == ("32 / 32", "16 / 16")
    assert "Soft ghosts" not in {fact.label for fact in second.facts}
