"""The play screen as a whole: properties of the picture."""

from dataclasses import replace

import numpy as np
import pytest
from view_scenes import (
    EVERYTHING,
    QUARTER_US,
    SIZE,
    STRINGS,
    canvas,
    changed,
    frame,
    pixels,
    pressed,
    seat,
    timelines,
    verdict,
    with_seat,
)

from game.charts.layouts import LAYOUTS
from game.judge.verdict import Grade
from game.view.canvas import Canvas
from game.view.highway.geometry import HALF_WIDTH, NEAR, Highway, nearness_at
from game.view.meter import TogetherView
from game.view.screens import play
from game.view.screens.play import PlaySnapshot
from game.view.theme import Theme

SIZES = [(960, 540), (1280, 720), (1920, 1080), (2560, 1080), (1024, 768), (540, 960), (3840, 2160)]
DOT_PX = 4


def picture(snapshot: PlaySnapshot, target: Canvas | None = None) -> np.ndarray:
    target = target or canvas()
    play.draw(target, snapshot, STRINGS)
    return pixels(target.surface)


def notes_of(snapshot: PlaySnapshot, target: Canvas | None = None, by: int = 6) -> np.ndarray:
    """Where the notes are: the pixels that change when all of them have been hit."""
    hit = snapshot
    for index, view in enumerate(snapshot.seats):
        done = replace(view.seat, judged=b"\x01" * len(view.timeline.notes))
        hit = with_seat(hit, index, seat=done)
    target = target or canvas()
    return changed(picture(hit, target), picture(snapshot, target), by)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("layouts", [("four", "four"), ("two", "kit")])
def test_every_size_is_drawn(size: tuple[int, int], layouts: tuple[str, str]) -> None:
    drawn = picture(frame(timelines(EVERYTHING, layouts), 300_000), canvas(size))
    assert len(np.unique(drawn[::3, ::3, 0])) > 100


@pytest.mark.parametrize("palette", ["standard", "colour-blind", "high-contrast"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_is_drawn_in_every_palette(palette: str, layout: str) -> None:
    target = canvas(theme=Theme(palette=palette, lane_letters=True, text_scale_pct=150))
    parts = timelines(EVERYTHING, (layout, layout))
    for at_us in range(-QUARTER_US, parts[0].end_us + QUARTER_US, QUARTER_US):
        play.draw(target, frame(parts, at_us), STRINGS)
    assert notes_of(frame(parts, 0), target).any()


def test_equal_snapshots_draw_equal_pictures() -> None:
    first = frame(timelines(EVERYTHING), 700_000)
    second = frame(timelines(EVERYTHING), 700_000)
    assert first == second
    assert not changed(picture(first), picture(second)).any()


def test_a_frame_leaves_nothing_behind_for_the_next() -> None:
    parts = timelines(EVERYTHING)
    busy, later = frame(parts, 300_000), frame(parts, 2_400_000)  # another lead
    target = canvas()
    picture(busy, target)
    assert not changed(picture(later, target), picture(later)).any()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("at_us", [-600_000, 0, 190_000, 430_000])
def test_equal_parts_lie_mirrored(layout: str, at_us: int) -> None:
    # What is solid: faint light shows differently on the warm and on the cool side of the night.
    there = notes_of(frame(timelines(layouts=(layout, layout)), at_us), by=48)
    apart = {by: (there ^ np.roll(there[::-1], by, axis=0)).sum() for by in (-1, 0, 1)}
    assert apart[0] < 0.06 * there.sum()
    assert apart[0] < min(apart[-1], apart[1])


def test_a_note_at_its_moment_lies_on_the_hit_line() -> None:
    parts = timelines("P1 snare |-x--|")
    there = notes_of(frame(parts, QUARTER_US))
    rows = np.flatnonzero(there.any(axis=0))
    highway = Highway.on(canvas(), is_mirrored=False)
    assert (rows[0] + rows[-1]) / 2 == pytest.approx(highway.y_px(1.0), abs=2)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_note_is_drawn_outside_its_highway(layout: str) -> None:
    target = canvas()
    parts = timelines(EVERYTHING, (layout, layout))
    room = 18 * target.scale  # the light of a note in an outer lane, and of its halo
    outside = _outside(target, room)
    for at_us in range(0, parts[0].end_us, 330_000):
        # Threads cross the gap between the highways; what is shared is looked at apart.
        plain = [replace(p, notes=tuple(n for n in p.notes if not n.shared)) for p in parts]
        assert not (notes_of(frame(plain, at_us), target) & outside).any()


def _outside(target: Canvas, room: float) -> np.ndarray:
    """The pixels outside both highways."""
    outside = np.ones(SIZE, dtype=bool)
    for highway in (Highway.on(target, False), Highway.on(target, True)):
        for row in range(SIZE[1]):
            nearness = nearness_at(target.position((0, row))[1])
            if nearness <= NEAR:
                left, width = highway.span_px(-HALF_WIDTH, HALF_WIDTH, nearness)
                outside[max(0, int(left - room)) : int(left + width + room), row] = False
    return outside


def test_a_hit_note_vanishes_and_a_missed_one_goes_dim() -> None:
    parts = timelines("P1 snare |x---|")
    target = canvas()
    shown = [
        notes_light(with_seat(frame(parts, 20_000), 0, seat=seat(parts[0], judged)), target)
        for judged in (b"\x00", b"\x02", b"\x01")
    ]
    assert shown[0] > shown[1] > shown[2]


def notes_light(snapshot: PlaySnapshot, target: Canvas) -> int:
    return int(picture(snapshot, target).sum())


def test_a_thread_joins_what_both_strike_together() -> None:
    there = notes_of(frame(timelines("P1 crash |&---|\nP2 crash |&---|"), -200_000))
    middle = SIZE[0] // 2
    assert there[middle - 40 : middle + 40].any(axis=1).all()


def test_a_thread_breaks_when_one_of_them_missed() -> None:
    parts = timelines("P1 crash |&---|\nP2 crash |&---|")
    missed = with_seat(frame(parts, 50_000), 1, seat=seat(parts[1], b"\x02"))
    middle = SIZE[0] // 2
    assert not notes_of(missed)[middle - 40 : middle + 40].any()


@pytest.mark.parametrize(
    ("first_ms", "second_ms", "rate_pct", "flares"),
    [
        (0, 0, 100, True),
        (40, -40, 100, True),  # each of them within [-40, 40]
        (40.001, 0, 100, False),
        (0, -40.001, 100, False),
        (60, 60, 100, False),
        (20, 20, 50, True),  # 40 ms of real time
        (20.001, 20, 50, False),
    ],
)
def test_a_shared_hit_of_both_lets_the_thread_flare(
    first_ms: float, second_ms: float, rate_pct: int, flares: bool
) -> None:
    parts = timelines("P1 crash |&---|\nP2 crash |&---|")
    hit = frame(parts, 70_000, rate_pct=rate_pct)
    for index, (part, ms) in enumerate(zip(parts, (first_ms, second_ms), strict=True)):
        offset_us = round(ms * 1_000)
        struck = replace(verdict(0, part.notes[0].lane, offset_us), offset_us=offset_us)
        hit = with_seat(hit, index, seat=seat(part, b"\x01", [struck]))
    over = replace(hit, visual_us=900_000)
    row = Highway.on(canvas(), False).y_px(1.0)
    middle = SIZE[0] // 2
    light = picture(hit)[middle, row, 1] - picture(over)[middle, row, 1]
    assert (light > 100) == flares


def test_a_shared_note_that_one_left_out_lets_nothing_flare() -> None:
    parts = timelines("P1 crash |&---|\nP2 crash |&---|")
    half = with_seat(
        frame(parts, 30_000), 0, seat=seat(parts[0], b"\x01", [verdict(0, "cymbal", 0)])
    )
    missed = replace(verdict(0, "cymbal", 0, Grade.MISS), offset_us=None)
    left_out = with_seat(half, 1, seat=seat(parts[1], b"\x02", [missed]))
    middle = SIZE[0] // 2
    assert not notes_of(left_out)[middle - 40 : middle + 40].any()


@pytest.mark.parametrize("lane", LAYOUTS["four"].lanes)
def test_a_pressed_lane_lights_up_and_its_keycap_too(lane: str) -> None:
    still = frame(timelines("P1 snare |----|"), 100_000)
    target = canvas()
    lit = changed(
        picture(still, target), picture(with_seat(still, 0, pressed=pressed(lane, 0)), target)
    )
    assert lit.any()
    assert not lit[SIZE[0] // 2 :].any()


def test_reduced_flash_lights_the_keycap_only() -> None:
    def lit(theme: Theme) -> int:
        target, still = canvas(theme=theme), frame(timelines("P1 snare |----|"), 100_000)
        struck = with_seat(still, 0, pressed=pressed("snare", 0))
        return int(changed(picture(still, target), picture(struck, target)).sum())

    assert 0 < lit(Theme(reduced_flash=True)) < lit(Theme()) / 4


def test_a_ring_bursts_where_a_note_was_hit() -> None:
    parts = timelines("P1 snare |x---|")
    hit = with_seat(frame(parts, 40_000), 0, seat=seat(parts[0], b"\x01"))
    target = canvas()
    before = picture(hit, target)
    verdicts = [verdict(0, "snare", 0, Grade.PERFECT)]
    ringing = with_seat(hit, 0, seat=seat(parts[0], b"\x01", verdicts))
    ring = changed(before, picture(ringing, target))
    row = Highway.on(target, False).y_px(1.0)
    assert ring[:, row - 60 : row + 60].any()


def test_the_light_stands_on_the_highway_of_whoever_leads() -> None:
    parts = timelines("lead |P1|P2|\nP1 snare |----|----|\nP2 snare |----|----|")
    target = canvas()
    first = picture(frame(parts, QUARTER_US), target).sum(axis=(1, 2))
    second = picture(frame(parts, 5 * QUARTER_US), target).sum(axis=(1, 2))
    half = SIZE[0] // 2
    assert first[:half].sum() > second[:half].sum()
    assert first[half:].sum() < second[half:].sum()


def test_the_count_in_is_written_on_both_highways() -> None:
    plain = frame(timelines("P1 snare |----|"), -900_000)
    target = canvas()
    counted = changed(picture(plain, target), picture(replace(plain, count_in=3), target))
    half = SIZE[0] // 2
    assert counted[:half].sum() == pytest.approx(counted[half:].sum(), rel=0.02)
    assert counted.any()


@pytest.mark.parametrize(
    "changes",
    [
        {"messages": ("No sound device was found: playing on in silence.",)},
        {"hint": "Esc: pause"},
        {"together": TogetherView(3.5, "14 ms")},
        {"title": "아주 긴 제목 " * 8},
        {"title": "W" * 80, "bpm_text": ""},
    ],
)
def test_whatever_is_said_is_shown(changes: dict[str, object]) -> None:
    plain = frame(timelines(), 0)
    target = canvas()
    said = replace(plain, **changes)  # type: ignore[arg-type]  # the table names real fields
    assert changed(picture(plain, target), picture(said, target)).any()


@pytest.mark.parametrize("name", ["", "김민수 박지현 최유나 이서준", "W" * 40, "Mina"])
def test_any_name_keeps_clear_of_the_score(name: str) -> None:
    plain = frame(timelines(), 0)
    target = canvas()
    best = replace(plain.seats[0].seat, score=1_000_000)
    nameless = with_seat(plain, 0, name="", seat=best)
    named = with_seat(plain, 0, name=name, seat=best)
    columns = changed(picture(nameless, target), picture(named, target)).any(axis=1).nonzero()[0]
    score_left = target.x_px(472 - target.text_width("1,000,000", 44, "black") / 2)
    assert all(column < score_left for column in columns)


def test_a_slower_practice_shows_notes_for_as_long_in_real_time() -> None:
    parts = timelines("P1 snare |----|---x|")  # at 3.5 s
    half_speed = frame(parts, 2_800_000, rate_pct=50)  # 0.7 s of song ahead, 1.4 s of real time
    assert notes_of(half_speed).any()
    assert not notes_of(replace(half_speed, visual_us=2_700_000)).any()


def test_the_ring_of_a_pause_fills_from_the_top() -> None:
    parts = timelines(EVERYTHING, ("four", "four"))
    plain, target = picture(frame(parts, 0)), canvas()
    lit = [int(changed(plain, picture(frame(parts, 0, held=held), target)).sum())
           for held in (0.0, 0.01, 1.0)]  # fmt: skip
    assert lit[0] == 0 < lit[1]
    half, full = picture(frame(parts, 0, held=0.5), target), picture(frame(parts, 0, held=1.0))
    columns = np.nonzero(changed(half, full, 40).any(axis=1))[0]
    assert columns.max() <= SIZE[0] // 2 + DOT_PX
