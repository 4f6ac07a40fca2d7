"""The editor: keys and mouse into edits, nothing lost, recorded takes."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest
from editor_rig import HEADER, TWO_BARS, Rig
from menu_rig import canvas_of
from pad_events import struck

from game.app.screens.base import Pop, Push
from game.app.screens.editor.keys import Command, keys_of
from game.app.screens.editor.opening import open_editor
from game.app.screens.editor.screen import EditorScreen
from game.app.screens.editor.trial import TrialScreen
from game.app.services import Services
from game.charts.pieces import Piece
from game.view.screens.editor import geometry
from game.view.screens.editor.snapshot import Help, Prompt, Question

DOWN, UP, MOVE = pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION


@pytest.fixture
def rig(services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rig:
    path = tmp_path / "song" / "song.duet"
    path.parent.mkdir()
    path.write_text(HEADER + TWO_BARS, encoding="utf-8")
    return Rig(services, path, monkeypatch)


def place(rig: Rig, row: int, beat: float) -> tuple[float, float]:
    """Where a line's beat lies; a beat lasts half a second."""
    still = rig.look().still
    groups = tuple(head.begins_group for head in still.sheet.rows)
    x = geometry.x_of(beat * 500_000, still.left_us, still.us_per_unit)
    return x, geometry.row_area(row, groups).center_y


def row_of(rig: Rig, name: str) -> int:
    return [head.text for head in rig.look().still.sheet.rows].index(name)


def test_enter_puts_a_note_under_the_cursor_and_takes_it_away(rig: Rig) -> None:
    rig.press("RIGHT", "RETURN")
    assert "P1 kick  |oo------o-------|o-------o-------|" in rig.text
    rig.press("RETURN")
    assert "P1 kick  |o-------o-------|o-------o-------|" in rig.text


def test_undo_and_redo_lead_back_and_forth(rig: Rig) -> None:
    rig.press("RETURN", "RIGHT", "RETURN")
    edited = rig.text
    rig.press("CTRL+Z", "CTRL+Z")
    assert rig.text == TWO_BARS
    rig.press("CTRL+Y", "CTRL+SHIFT+Z")
    assert rig.text == edited


@pytest.mark.parametrize(
    ("key", "cell"),
    [
        ("G", "|g-------o-------|"),
        ("F", "|f-------o-------|"),
        ("D", "|d-------o-------|"),
        ("R", "|r=------o-------|"),
        ("A", "|O-------o-------|"),
        ("T", "|&-------o-------|"),
        ("DELETE", "|--------o-------|"),
    ],
)
def test_strokes_by_their_letters(rig: Rig, key: str, cell: str) -> None:
    rig.press(key)
    assert f"P1 kick  {cell}" in rig.text


def test_the_mouse_places_drags_and_erases(rig: Rig) -> None:
    row = row_of(rig, "P1 snare")
    x, y = place(rig, row, 2.0)
    rig.mouse(DOWN, x, y)
    rig.mouse(UP, x, y)
    assert "P1 snare |----x---x---x---|" in rig.text
    to_x, _ = place(rig, row, 2.5)
    rig.mouse(DOWN, x, y)
    rig.mouse(MOVE, to_x, y)
    rig.mouse(UP, to_x, y)
    assert "P1 snare |----x-----x-x---|" in rig.text
    rig.mouse(DOWN, to_x, y, button=3)
    assert "P1 snare |----x-------x---|" in rig.text


def test_a_rectangle_chooses_what_lies_in_it(rig: Rig) -> None:
    left, top = place(rig, row_of(rig, "P1 snare"), 0.4)
    right, bottom = place(rig, row_of(rig, "P1 kick"), 2.2)
    rig.mouse(DOWN, left, top)
    rig.mouse(MOVE, right, bottom)
    assert rig.look().rubber is not None
    rig.mouse(UP, right, bottom)
    assert len(rig.look().still.selected) == 2
    rig.press("DELETE")
    assert "P1 snare |------------x---|" in rig.text


def test_a_marked_bar_is_answered_by_the_partner_a_bar_later(rig: Rig) -> None:
    rig.press("CTRL+A", "CTRL+B")
    assert "P2 snare |                |----x-------x---|" in rig.text
    assert "P2 kick  |o---            |o-------o-------|" in rig.text


def test_patterns_are_kept_under_digits(rig: Rig) -> None:
    rig.press("CTRL+A", "CTRL+3", "ESCAPE", "CTRL+RIGHT", "3")
    assert "P1 snare |----x-------x---|----x-------x---|" in rig.text


def test_sections_tempo_meter_and_title_are_asked_for(rig: Rig) -> None:
    rig.press("CTRL+RIGHT", "S")
    assert isinstance(rig.look().overlay, Prompt)
    assert rig.screen.text_input
    rig.type("Lift")
    rig.press("B")
    rig.type("131")
    rig.press("M")
    rig.type("3/4")
    rig.press("F2")
    rig.type("Other")
    assert "== Lift ==" in rig.text
    chart = rig.screen._desk.work.chart
    assert [str(step.bpm) for step in chart.tempo_map.steps] == ["120", "131"]
    assert str(chart.bars[1].meter) == "3/4"
    assert chart.meta.title == "Other"


def test_an_answer_that_is_no_tempo_is_asked_again(rig: Rig) -> None:
    rig.press("B")
    rig.type("fast")
    overlay = rig.look().overlay
    assert isinstance(overlay, Prompt)
    assert "fast" in overlay.hint
    rig.press("ESCAPE")
    assert rig.look().overlay is None


def test_leaving_asks_when_something_is_not_saved(rig: Rig) -> None:
    assert rig.press("ESCAPE") == Pop()
    rig.press("RETURN")
    assert rig.press("ESCAPE") is None
    assert isinstance(rig.look().overlay, Question)
    assert rig.press("ESCAPE") is None
    assert rig.look().overlay is None
    rig.press("ESCAPE")
    assert rig.press("RETURN") == Pop()
    assert rig.path.read_text(encoding="utf-8") == HEADER + rig.text


def test_leaving_without_saving_leaves_nothing_behind(rig: Rig) -> None:
    rig.press("RETURN")
    rig.wait(4_000)
    assert rig.press("ESCAPE", "RIGHT", "RETURN") == Pop()
    rig.screen.leave()
    assert rig.path.read_text(encoding="utf-8") == HEADER + TWO_BARS
    assert list(rig.path.parent.iterdir()) == [rig.path]


def test_unsaved_work_is_kept_every_few_seconds_and_offered_again(rig: Rig) -> None:
    rig.press("RETURN")
    edited = rig.text
    rig.wait(0)
    rig.wait(3_100)
    # Killed here: nothing is said to the screen any more.
    rig.open()
    assert isinstance(rig.look().overlay, Question)
    assert rig.text == TWO_BARS
    rig.press("RETURN")
    assert rig.text == edited
    rig.press("CTRL+Z")
    assert rig.text == TWO_BARS


def test_work_is_kept_even_if_events_leave_no_time_to_tick(rig: Rig) -> None:
    for _ in range(40):
        rig.press("RETURN", "RIGHT")
        rig.now_ns += 100_000_000
    (aside,) = rig.path.parent.glob(".*.unsaved")
    # What is missing was done in the last 3.2 s.
    assert aside.read_text(encoding="utf-8").count("o") > 20


def test_after_a_crash_the_work_lies_beside_the_file(rig: Rig) -> None:
    assert rig.services.rescue is not None
    assert rig.services.rescue() is None
    rig.press("RETURN")
    saved = rig.services.rescue()
    assert saved is not None
    assert saved.read_text(encoding="utf-8") == HEADER + rig.text


def test_a_file_that_another_program_writes_is_asked_about(rig: Rig) -> None:
    rig.press("RETURN")
    theirs = HEADER + TWO_BARS.replace("----x---", "x---x---")
    rig.path.write_text(theirs, encoding="utf-8")
    rig.wait(2_000)
    assert isinstance(rig.look().overlay, Question)
    rig.press("RETURN")
    assert HEADER + rig.text == theirs
    assert rig.press("ESCAPE") == Pop()


def test_saving_never_goes_over_what_another_program_has_just_written(rig: Rig) -> None:
    rig.press("RETURN")
    mine = rig.text
    theirs = HEADER + TWO_BARS.replace("----x---", "x---x---")
    rig.path.write_text(theirs, encoding="utf-8")
    rig.press("CTRL+S")
    assert isinstance(rig.look().overlay, Question)
    assert rig.path.read_text(encoding="utf-8") == theirs
    rig.press("RIGHT", "RETURN", "CTRL+S")
    assert rig.path.read_text(encoding="utf-8") == HEADER + mine


def test_a_chart_with_faults_is_edited_and_recorded_into(rig: Rig) -> None:
    rig.path.write_text(HEADER + TWO_BARS + "P2 snar  |x|\n", encoding="utf-8")
    rig.open()
    rig.press("RIGHT", "RETURN")
    assert "P1 kick  |oo" in rig.text
    rig.press("F6")
    rig.wait(2_400)
    rig.press("S", "F6")
    assert "P2 snar  |x|" in rig.text
    rig.press("F5")
    assert rig.look().still.findings is not None


def test_findings_lead_to_their_bar(rig: Rig) -> None:
    rig.press("CTRL+RIGHT", "S")
    rig.type("Lift")
    rig.wait(0)
    rig.wait(500)
    rig.press("HOME", "I", "DOWN")
    found = rig.look().still.findings
    assert found is not None
    assert found.total == len(found.lines) >= 1
    rig.press("RETURN")
    assert rig.look().where.startswith("Bar ")


def test_views_of_levels_and_of_both_parts(rig: Rig) -> None:
    rig.press("K")
    assert any(note.is_proposed for note in rig.look().still.sheet.notes)
    rig.press("K", "C")
    assert {note.half for note in rig.look().still.sheet.notes} == {-1, 1}
    rig.press("ESCAPE")
    assert not any(note.half for note in rig.look().still.sheet.notes)


def test_the_chart_is_heard_from_the_cursor_on(rig: Rig) -> None:
    rig.press("CTRL+RIGHT", "SPACE")
    rig.wait(1_100)
    assert rig.services.sound.strikes == [(1, Piece.KICK), (1, Piece.KICK)]
    assert rig.look().playhead_us == 3_100_000
    rig.press("SPACE")
    assert rig.look().playhead_us is None


def test_a_take_is_written_where_it_was_played(rig: Rig) -> None:
    # One bar to get ready, then A S D F are hat, snare, floor tom and kick.
    rig.press("CTRL+RIGHT", "F10", "F6")
    assert rig.look().is_recording
    rig.wait(2_010)
    rig.press("F")
    rig.wait(480)
    rig.press("A")
    rig.wait(400)
    rig.wait(100)
    rig.press("F6")
    assert not rig.look().is_recording
    assert "P1 hat   |                |----x-----------|" in rig.text
    assert "P1 kick  |o-------o-------|%               |" in rig.text
    rig.press("CTRL+Z")
    assert rig.text == TWO_BARS


def test_the_chart_is_tried_from_the_cursors_bar_on(rig: Rig) -> None:
    change = rig.press("CTRL+RIGHT", "F5")
    assert isinstance(change, Push)
    assert isinstance(change.screen, TrialScreen)


def test_every_command_has_keys_and_stands_in_the_help(rig: Rig) -> None:
    rig.press("F1")
    overlay = rig.look().overlay
    assert isinstance(overlay, Help)
    assert {keys for keys, _ in overlay.entries} >= {keys_of(command) for command in Command}
    rig.press("F1")
    assert rig.look().overlay is None


@pytest.mark.parametrize("size", [(960, 540), (1920, 1080)])
def test_everything_can_be_drawn(rig: Rig, size: tuple[int, int]) -> None:
    canvas = canvas_of(size)
    for keys in ("RIGHT", "F1", "I", "I", "K", "C", "C", "S", "ESCAPE", "RETURN", "ESCAPE"):
        rig.press(keys)
        rig.draw(canvas)


def test_a_song_of_the_game_is_edited_as_a_copy(rig: Rig) -> None:
    shipped = rig.services.shipped / "charts" / "first-steps" / "first-steps.duet"
    change = open_editor(rig.services, shipped)
    assert change is not None
    assert isinstance(change.screen, EditorScreen)
    copy = rig.services.folders.songs / "first-steps" / "first-steps.duet"
    assert copy.read_bytes() == shipped.read_bytes()
    assert any(str(copy) in notice for notice in rig.services.notices)


def test_a_file_that_is_no_chart_is_explained(rig: Rig) -> None:
    rig.path.write_text("hello", encoding="utf-8")
    assert open_editor(rig.services, rig.path) is None
    assert any("song.duet" in notice for notice in rig.services.notices)


def test_a_pad_puts_its_drum_at_the_cursor(rig: Rig) -> None:
    # General MIDI: 38 is a snare, 49 a crash.
    rig.press("CTRL+RIGHT")
    rig.screen.handle(struck("Pads", 38), 0)
    assert "P1 snare |----x-------x---|x---------------|" in rig.text
    rig.press("RIGHT", "TAB")
    rig.screen.handle(struck("Pads", 49), 0)
    assert "P2 crash |                |-x--------------|" in rig.text


def test_a_pad_is_recorded_as_it_was_hit(rig: Rig) -> None:
    rig.press("HOME", "F6")
    rig.wait(2_700)
    # From a bar before bar 1 on: 2.5 s after the start it is one beat into the song.
    rig.screen.handle(struck("Pads", 38, velocity=30, at_ns=2_510_000_000), 0)
    rig.screen.handle(struck("Pads", 46, at_ns=2_620_000_000), 0)
    rig.press("F6")
    assert "P1 hat   |-----o----------|                |" in rig.text
    assert "P1 snare |----g-------x---|                |" in rig.text
