"""A chart is watched while a text editor saves it: seen at once, played, with its faults shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter_ns, sleep

import pytest
from program import Program
from x11 import Hands, Screen

LONGEST_S = 10.0
DRAWN = r"the text is drawn at host (\d+) ns"
UNTIL_DRAWN_S = 0.4

pytestmark = pytest.mark.x11

# Half a second a quarter: each bar lasts two seconds.
TEXT = """\
#duet 1
title: Watched
bpm: 120

== A ==
P1 hat  |x-x-|x-x-|
P2 kick |o---|o---|
== B ==
P1 hat  |x-x-|x-x-|
P2 kick |o---|o---|
"""
IN_B = TEXT[:90] + TEXT[90:].replace("|o---|o---|", "|o---|o-o-|")


def in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def by_renaming(path: Path, text: str) -> None:
    """As most editors do: the new file takes the place of the old one."""
    new = path.with_name(f".{path.name}.swp")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def with_a_backup(path: Path, text: str) -> None:
    """The old file becomes the backup, and a new one is written."""
    path.rename(path.with_name(f"{path.name}~"))
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "watched.duet"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def program(screen: Screen, tmp_path: Path, chart: Path) -> Iterator[Program]:
    program = Program.start(tmp_path, screen.display, "watch", str(chart))
    program.wait_for_log("bar 1 is next")
    sleep(UNTIL_DRAWN_S)
    yield program
    program.output()


def texts_drawn(program: Program) -> int:
    return program.log().count("the text is drawn")


@pytest.mark.parametrize("save", [in_place, by_renaming, with_a_backup])
def test_each_way_of_saving_is_noticed_and_its_section_played(
    save: Callable[[Path, str], None], program: Program, chart: Path
) -> None:
    save(chart, IN_B)
    program.wait_for_log("bar 3 is next", LONGEST_S)
    save(chart, TEXT)
    program.wait_for_log("(?s)bar 3 is next.*bar 3 is next", LONGEST_S)


def test_faults_are_seen_over_the_last_good_chart(
    program: Program, chart: Path, screen: Screen, shots: Path
) -> None:
    in_place(chart, TEXT.replace("|o---|", "|oq--|"))
    program.wait_for_log("a text with faults", LONGEST_S)
    sleep(UNTIL_DRAWN_S)
    screen.screenshot(shots / "watch-faults.png")
    in_place(chart, IN_B)
    program.wait_for_log("bar 3 is next", LONGEST_S)
    sleep(UNTIL_DRAWN_S)
    screen.screenshot(shots / "watch-changed.png")


def test_the_author_plays_along_changes_the_speed_and_leaves(
    program: Program, hands: Hands
) -> None:
    for key in ("F2", "Up", "Tab", "Right"):
        before = program.log().count("is next")
        hands.press(key)
        program.wait_for_log(rf"(?s)(is next.*){{{before + 1}}}", LONGEST_S)
    hands.press("Escape")
    assert program.finish(within_s=20) == 0, program.output()


def test_a_slip_in_the_name_is_told_where_it_was_typed(screen: Screen, tmp_path: Path) -> None:
    program = Program.start(tmp_path, screen.display, "watch", str(tmp_path / "wacthed.duet"))
    assert program.finish(within_s=20) == 1
    assert "wacthed.duet" in program.output()


def test_a_text_is_drawn_after_it_was_saved_and_no_sooner(program: Program, chart: Path) -> None:
    before = texts_drawn(program)
    saved_ns = perf_counter_ns()
    by_renaming(chart, IN_B)
    found = program.wait_for_log(rf"(?s)(?:.*?{DRAWN}){{{before + 1}}}", LONGEST_S)
    assert int(found[1]) > saved_ns
