"""Where everything of a chart stands on its sheet."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from charts_strategies import charts
from helpers import chart
from hypothesis import given, settings
from hypothesis import strategies as st
from view_scenes import STRINGS

from game.charts.levels import notes_at_level
from game.charts.model import FULL_LEVEL, LEVELS, PLAYERS, Chart
from game.view.sheet import paper
from game.view.sheet.excerpt import excerpt_of
from game.view.sheet.layout import Page, Sheet, System, lay_out
from game.view.sheet.words import Kind

HEADING = 120.0


def width_of(text: str, size: int) -> float:
    """Letters all of one width, so that a test needs no font."""
    return len(text) * size * 0.55


def sheet(of: Chart, level: int = FULL_LEVEL, bars: range | None = None) -> Sheet:
    return lay_out(excerpt_of(of, level, bars), STRINGS, width_of, HEADING)


def systems(of: Sheet) -> list[System]:
    return [system for page in of.pages for _, system in page.systems]


def words(of: Sheet, kind: Kind) -> list[str]:
    return [
        word.text
        for system in systems(of)
        for stave in system.staves
        for word in sorted(stave.words, key=lambda each: each.x)
        if word.kind is kind
    ]


def bars_in(system: System) -> list[int]:
    return [
        placed.measure.first + index
        for placed in system.measures
        for index in range(placed.measure.count)
    ]


@settings(deadline=None, max_examples=60)
@given(charts(), st.sampled_from(LEVELS), st.data())
def test_every_note_of_the_bars_stands_once_on_its_drums_line(
    song: Chart, level: int, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(song.bars) - 1))
    shown = range(first, data.draw(st.integers(first + 1, len(song.bars))))
    start, end = song.bars[shown.start].beat, song.bars[shown.stop - 1].end_beat
    drawn = sheet(song, level, shown)
    for index, player in enumerate(PLAYERS[: 1 if song.is_solo else 2]):
        staves = [(system, system.staves[index]) for system in systems(drawn)]
        wanted = [n for n in notes_at_level(song, player, level) if start <= n.beat < end]
        spots = [spot for _, stave in staves for spot in stave.spots]
        assert Counter(spot.note for spot in spots) == Counter(wanted)
        for system, stave in staves:
            y_of = {lane.piece: lane.y for lane in stave.lanes}
            for spot in stave.spots:
                placed = next(p for p in system.measures if spot.note.beat < p.measure.end_beat)
                assert spot.y == y_of[spot.note.piece]
                assert placed.x < spot.x < placed.right


@settings(deadline=None, max_examples=60)
@given(charts())
def test_pages_show_all_bars_in_order_and_nothing_overlaps(song: Chart) -> None:
    drawn = sheet(song)
    shown = [bar for system in systems(drawn) for bar in bars_in(system)]
    assert shown == list(range(len(song.bars)))
    for page in drawn.pages:
        check_page(page)
    for system in systems(drawn):
        check_system(system)


def check_page(page: Page) -> None:
    for (top, system), (below, _) in pairwise(page.systems):
        assert top + system.height < below
    assert page.systems[0][0] >= paper.TOP
    last_top, last = page.systems[-1]
    assert last_top + last.height <= page.height - paper.FOOT + 0.001


def check_system(system: System) -> None:
    for before, after in pairwise(system.measures):
        assert before.right == pytest.approx(after.x)
    assert system.measures[0].x == paper.LEFT
    assert system.measures[-1].right <= paper.RIGHT + 0.001
    for above, below in pairwise(system.staves):
        assert above.bottom < below.top
    for stave in system.staves:
        for word in stave.words:
            assert word.x >= paper.LEFT
            assert word.right <= paper.RIGHT + 0.001
            for other in stave.words:
                is_apart = word.right < other.x or other.right < word.x
                assert other is word or other.row != word.row or is_apart


@settings(deadline=None, max_examples=60)
@given(charts())
def test_notes_of_one_drum_never_cover_each_other(song: Chart) -> None:
    for system in systems(sheet(song)):
        for stave in system.staves:
            for lane in stave.lanes:
                xs = [(s.x, s.size) for s in stave.spots if s.note.piece is lane.piece]
                for (x, size), (later_x, _) in pairwise(sorted(xs)):
                    assert later_x - x >= size


def test_what_falls_together_stands_under_each_other() -> None:
    drawn = systems(sheet(chart("P1 hat |x-x-xxx-|\nP2 kick |o-'-oo|")))[0]
    xs = [{spot.note.beat: spot.x for spot in stave.spots} for stave in drawn.staves]
    both = xs[0].keys() & xs[1].keys()
    assert both
    assert all(xs[0][beat] == xs[1][beat] for beat in both)


def test_a_thread_joins_the_notes_that_both_strike_together() -> None:
    drawn = systems(
        sheet(chart("P1 crash |&---|\nP1 kick |o-o-|\nP2 snare |x-x-|\nP2 kick |o---|"))
    )[0]
    (thread,) = drawn.threads
    assert thread.top == drawn.staves[0].lanes[1].y  # P1's kick, struck with the crash
    assert thread.bottom == drawn.staves[1].lanes[0].y  # P2's snare


def test_a_roll_is_as_long_as_it_sounds_and_goes_on_in_the_next_system() -> None:
    song = chart("P1 snare |r=--|--r=|====|==--|x---|x---|")
    first, second = (system.staves[0].ribbons for system in systems(sheet(song)))
    assert [ribbon.goes_on for ribbon in first] == [False, False]
    assert second == ()
    cut = systems(sheet(song, bars=range(2)))[0]
    assert [ribbon.goes_on for ribbon in cut.staves[0].ribbons] == [False, True]
    (rest,) = systems(sheet(song, bars=range(2, 6)))[0].staves[0].ribbons
    assert rest.x == paper.LEFT
    assert rest.end_x == pytest.approx(
        systems(sheet(song, bars=range(2, 6)))[0].measures[1].x_of(song.bars[3].beat + 2)
    )


def test_bars_in_which_nobody_plays_are_folded_up_to_where_something_begins() -> None:
    song = chart(
        """\
        text    |    |    |    |    |now |    |
        P1 kick |o---|----|----|----|----|o---|
        P2 kick |----|----|----|----|----|----|
        """
    )
    counts = [(p.measure.first, p.measure.count) for p in systems(sheet(song))[0].measures]
    assert counts == [(0, 1), (1, 3), (4, 1), (5, 1)]
    assert words(sheet(song), Kind.NUMBER) == ["1", "2–4", "5", "6"]


def test_sections_begin_a_system_and_tell_their_pins() -> None:
    song = chart("== A ==\nP1 kick |o---|\n\n== B @2.01 ==\nP1 kick |o---|\n")
    assert [system.headings for system in systems(sheet(song))] == [("A",), ("B  @ 2.01 s",)]


def test_meters_tempi_leads_and_cues_are_told_where_they_change() -> None:
    song = chart(
        """\
        meter   |1/4|4/4      |12/8        |
        bpm     |   |114 115  |            |
        lead    |P1 |P2       |both        |
        text    |   |listen   |            |
        P1 text |   |loud     |            |
        P1 kick |o  |o---     |o--o--o--o--|
        P2 kick |o  |o---     |o--o--o--o--|
        """
    )
    drawn = sheet(song)
    assert words(drawn, Kind.METER) == ["1/4", "4/4", "12/8"]
    assert words(drawn, Kind.TEMPO) == ["= 120", "= 114", "= 115"]
    assert sorted(words(drawn, Kind.LEAD)) == ["P1 leads", "P2 leads", "both lead"]
    assert sorted(words(drawn, Kind.CUE)) == ["listen", "loud"]
    measures = systems(drawn)[0].measures
    assert systems(drawn)[0].staves[0].lights == ((measures[0].x, measures[0].right),)
    assert systems(drawn)[0].staves[1].lights == ((measures[1].x, measures[1].right),)


def test_an_excerpt_tells_the_meter_tempo_and_lead_that_hold_at_its_start() -> None:
    song = chart("meter |3/4||\nbpm |90||\nlead |P1||\nP1 kick |o--|o--|\nP2 kick |o--|o--|")
    drawn = sheet(song, bars=range(1, 2))
    assert words(drawn, Kind.NUMBER) == ["2"]
    assert words(drawn, Kind.METER) == ["3/4"]
    assert words(drawn, Kind.TEMPO) == ["= 90"]
    assert words(drawn, Kind.LEAD) == ["P1 leads"]


def test_a_solo_chart_has_one_stave_for_both() -> None:
    (stave,) = systems(sheet(chart("P1 kick |o---|")))[0].staves
    assert stave.players == PLAYERS


def test_five_hundred_bars_fill_many_pages() -> None:
    text = "\n\n".join(["P1 hat |xxxx|x---|xxxx|x-x-|\nP2 kick |o---|o-o-|o---|o---|"] * 125)
    drawn = sheet(chart(text))
    assert [page.number for page in drawn.pages] == list(range(1, len(drawn.pages) + 1))
    assert sum(len(bars_in(system)) for system in systems(drawn)) == 500


def test_notes_in_forty_eighths_get_a_wider_bar() -> None:
    drawn = sheet(chart(f"P1 snare |{'x' * 48}|x---|\nP2 kick |o---|o---|"))
    dense, plain = (measure for system in systems(drawn) for measure in system.measures)
    assert dense.width > 2 * plain.width
