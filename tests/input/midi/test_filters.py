"""The filters on streams whose truth is known, and at the edges of each rule."""

from __future__ import annotations

import pytest
from hit_streams import (
    CLOSED,
    CRASH,
    FOOT,
    KICK,
    OPEN,
    RIDE,
    SIDE,
    SNARE,
    STREAMS,
    TOM1,
    Row,
    rows,
)

from game.charts.pieces import Piece
from game.input.midi.filter_settings import FilterSettings, PadFilter
from game.input.midi.filters import Decision, Outcome
from game.input.midi.kit import Kit, KitSettings
from game.input.midi.mapping import KitMap
from game.input.midi.messages import Strike

MS = 1_000_000
START = 1_000_000 * MS

RESULTS = {
    # kind: hits that were meant and passed, meant and dropped, not meant and passed, and dropped
    "crosstalk after the hit": (500, 0, 0, 500),
    "crosstalk before the hit": (500, 0, 0, 500),
    "double trigger, 8-20 ms": (500, 0, 0, 500),
    "bouncing beater": (500, 0, 0, 500),
    "rim shot told twice": (500, 0, 0, 500),
    "hat foot and open hat": (500, 0, 0, 500),
    "sixteenths at 200 BPM": (4000, 0, 0, 0),
    "thirty-seconds at 200 BPM": (4000, 0, 0, 0),
    "flam, 20-40 ms": (1000, 0, 0, 0),
    "even flam, 20-40 ms": (1000, 0, 0, 0),
    "two hands at once": (1000, 0, 0, 0),
    "ghost over a loud kick": (1000, 0, 0, 0),
    "soft tap": (500, 0, 0, 0),
    "foot beside an open hat": (1000, 0, 0, 0),
    "open hat, closed by foot": (1000, 0, 0, 0),
}
"""At the defaults."""


def decided(stream: list[Row], settings: KitSettings | None = None) -> list[Decision]:
    """What becomes of each row, in their order."""
    kit = Kit("kit", settings)
    order = {(_ns(row), row.note): place for place, row in enumerate(stream)}
    decisions = []
    for row in stream:
        decisions += kit.take(Strike(_ns(row), 10, row.note, row.velocity))
    decisions += kit.advance(START + 10**15)
    return sorted(decisions, key=lambda each: order[each.hit.raw.host_ns, each.hit.raw.code])


def _ns(row: Row) -> int:
    return START + round(row.at_ms * MS)


def outcomes(*hits: tuple[float, int, int], **adjusted: int) -> list[str]:
    """Of (ms, note, velocity), with all pads adjusted alike."""
    pads = dict.fromkeys(Piece, PadFilter(**adjusted)) if adjusted else {}
    settings = KitSettings(filters=FilterSettings(pads))
    return [str(each.outcome) for each in decided([Row(*hit) for hit in hits], settings)]


@pytest.mark.parametrize("name", STREAMS)
def test_the_defaults_drop_what_no_hand_meant_and_nothing_else(name):
    stream, counts = rows(name), [0, 0, 0, 0]
    for row, decision in zip(stream, decided(stream), strict=True):
        counts[2 * (not row.is_real) + (not decision.is_passed)] += 1
    print(f"{name:28} {counts}")
    assert tuple(counts) == RESULTS[name]


@pytest.mark.parametrize(
    ("hits", "expected"),
    [
        # The floor is 12.
        ([(0, SNARE, 11)], ["quiet"]),
        ([(0, SNARE, 12)], ["passed"]),
        # An echo: within [0, 25] ms, softer than four fifths.
        ([(0, SNARE, 100), (25, SNARE, 79)], ["passed", "echo"]),
        ([(0, SNARE, 100), (25, SNARE, 80)], ["passed", "passed"]),
        ([(0, SNARE, 100), (25.1, SNARE, 50)], ["passed", "passed"]),
        ([(0, KICK, 100), (40, KICK, 50)], ["passed", "echo"]),
        ([(0, KICK, 100), (40.1, KICK, 50)], ["passed", "passed"]),
        # Head and rim are one pad, ride and bell are another, two toms are two.
        ([(0, SNARE, 100), (15, SIDE, 50)], ["passed", "echo"]),
        ([(0, RIDE, 100), (15, 53, 50)], ["passed", "echo"]),
        ([(0, TOM1, 100), (15, 45, 50)], ["passed", "passed"]),
        # Nearer than 5 ms, two hits of one pad are one: the louder.
        ([(0, SNARE, 60), (4.9, SNARE, 100)], ["passed", "echo"]),
        ([(0, SNARE, 30), (4.9, SNARE, 60)], ["echo", "passed"]),
        ([(0, SNARE, 60), (5, SNARE, 100)], ["passed", "passed"]),
        # Crosstalk: within 8 ms on either side, less than a quarter, on a neighbour.
        ([(0, SNARE, 100), (8, TOM1, 24)], ["passed", "crosstalk"]),
        ([(0, SNARE, 100), (8, TOM1, 25)], ["passed", "passed"]),
        ([(0, SNARE, 100), (8.1, TOM1, 24)], ["passed", "passed"]),
        ([(0, TOM1, 24), (7.9, SNARE, 100)], ["crosstalk", "passed"]),
        ([(0, TOM1, 24), (8, SNARE, 100)], ["passed", "passed"]),
        ([(0, SNARE, 100), (2, RIDE, 20)], ["passed", "passed"]),
        ([(0, KICK, 127), (2, SNARE, 20)], ["passed", "passed"]),
        # The foot's own open hat: within 20 ms, no louder than the foot.
        ([(0, FOOT, 60), (20, OPEN, 60)], ["passed", "foot"]),
        ([(0, FOOT, 60), (20, OPEN, 61)], ["passed", "passed"]),
        ([(0, FOOT, 60), (20.1, OPEN, 50)], ["passed", "passed"]),
        ([(0, FOOT, 60), (5, CLOSED, 50)], ["passed", "passed"]),
        ([(0, OPEN, 30), (5, FOOT, 60)], ["foot", "passed"]),
        # It came first and was too loud to wait: then the foot is left out.
        ([(0, OPEN, 50), (5, FOOT, 60)], ["passed", "foot"]),
        # A note that no one has heard of.
        ([(0, 99, 100)], ["unknown"]),
    ],
)
def test_the_edges_of_each_filter(hits, expected):
    assert outcomes(*hits) == expected


@pytest.mark.parametrize(
    ("hits", "adjusted", "expected"),
    [
        ([(0, SNARE, 5)], {"floor": 1}, ["passed"]),
        ([(0, SNARE, 39)], {"floor": 40}, ["quiet"]),
        ([(0, SNARE, 100), (20, SNARE, 50)], {"mask_ms": 0}, ["passed", "passed"]),
        ([(0, SNARE, 100), (20, SNARE, 95)], {"echo_pct": 100}, ["passed", "echo"]),
        ([(0, SNARE, 100), (2, TOM1, 20)], {"crosstalk_pct": 0}, ["passed", "passed"]),
        ([(0, SNARE, 100), (2, TOM1, 38)], {"crosstalk_pct": 40}, ["passed", "crosstalk"]),
        ([(0, FOOT, 60), (2, OPEN, 50)], {"foot_ms": 0}, ["passed", "passed"]),
    ],
)
def test_every_pad_can_be_adjusted(hits, adjusted, expected):
    assert outcomes(*hits, **adjusted) == expected


def test_a_decision_names_the_hit_that_is_its_reason():
    dropped = decided([Row(0, SNARE, 100), Row(3, TOM1, 20)])[1]
    assert dropped.outcome is Outcome.CROSSTALK
    assert dropped.because.raw.code == SNARE


def test_a_loud_hit_passes_at_once_and_a_soft_one_within_8_ms_with_its_own_stamp():
    kit = Kit("kit")
    assert [each.is_passed for each in kit.take(Strike(START, 10, CRASH, 40))] == [True]
    soft_ns = START + 100 * MS
    assert kit.take(Strike(soft_ns, 10, SNARE, 39)) == []
    assert kit.due_ns == soft_ns + 8 * MS
    assert kit.advance(soft_ns + 8 * MS - 1) == []
    (passed,) = kit.advance(soft_ns + 8 * MS)
    assert passed.is_passed
    assert passed.hit.raw.host_ns == soft_ns
    assert kit.due_ns is None


def test_a_flood_is_thinned_out_and_never_grows():
    # 5,000 hits a second on one pad: one in 5 ms passes.
    kit, passed = Kit("kit"), 0
    for index in range(10_000):
        passed += sum(
            each.is_passed for each in kit.take(Strike(START + index * MS // 5, 10, SNARE, 90))
        )
    assert passed == 400


def test_another_map_and_other_filters_hold_from_the_next_hit_on():
    kit = Kit("kit")
    kit.use(KitSettings(KitMap({60: Piece.CHINA}), FilterSettings({Piece.CHINA: PadFilter(50)})))
    assert [each.outcome for each in kit.take(Strike(START, 1, 60, 49))] == [Outcome.QUIET]
    (passed,) = kit.take(Strike(START + MS, 1, 60, 50))
    assert passed.hit.piece is Piece.CHINA
