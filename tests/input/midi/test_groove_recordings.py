"""Real drummers at a Roland kit: everything they play has a lane, next to nothing is dropped."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import mido
import pytest

from game.charts.layouts import LAYOUTS
from game.input.midi.filters import Decision, Outcome
from game.input.midi.kit import Kit
from game.input.midi.messages import message_of

RECORDINGS = Path(__file__).parents[4] / "shared" / "samples" / "groove"
NS_PER_S = 1_000_000_000

pytestmark = pytest.mark.groove


@cache
def decisions() -> tuple[Decision, ...]:
    """What becomes of every hit of all recordings at the defaults."""
    decided: list[Decision] = []
    for path in sorted(RECORDINGS.glob("*.mid")):
        kit, at_s = Kit(path.stem), 0.0
        for message in mido.MidiFile(path):
            at_s += message.time
            if not message.is_meta:
                told = message_of(bytes(message.bytes()), round(at_s * NS_PER_S))
                decided += kit.take(told) if told else []
        decided += kit.advance(10**18)
    return tuple(decided)


def test_every_hit_has_a_lane():
    hits = [each.hit for each in decisions()]
    assert len(hits) == 37_535
    notes = Counter(hit.raw.code for hit in hits)
    # A kit's own numbers for the edges of its hat are a good part of all hits.
    assert notes[22] + notes[26] > len(hits) // 20
    for layout in LAYOUTS.values():
        assert all(layout.lane_of(hit.piece) in layout.lanes for hit in hits)


def test_what_compares_hits_drops_two_in_a_thousand_at_most():
    dropped = [each for each in decisions() if each.outcome not in (Outcome.PASSED, Outcome.QUIET)]
    for each in dropped:
        hit, other = each.hit, each.because
        apart_ms = (hit.raw.host_ns - other.raw.host_ns) / 1e6
        print(
            f"{hit.raw.device:48} {hit.raw.host_ns / NS_PER_S:8.3f} s  {each.outcome:10} "
            f"{hit.piece:6} {hit.raw.velocity:3}  {apart_ms:+5.1f} ms beside "
            f"{other.piece:6} {other.raw.velocity:3}"
        )
    assert Counter(each.outcome for each in dropped) == {
        Outcome.CROSSTALK: 13,
        Outcome.FOOT: 8,
        Outcome.ECHO: 7,
    }
    assert len(dropped) <= 0.002 * len(decisions())


def test_the_floor_drops_only_what_is_softer_than_it():
    quiet = [each.hit.raw.velocity for each in decisions() if each.outcome is Outcome.QUIET]
    # One hit in forty of these sensitive recordings is that soft.
    assert len(quiet) == 944
    assert max(quiet) == 11


def test_the_strokes_of_rolls_pass():
    # All pairs of one pad within 15 to 45 ms of each other, both above the floor.
    last, pairs, kept = {}, 0, 0
    for each in decisions():
        if each.outcome is Outcome.QUIET:
            continue
        key = (each.hit.raw.device, each.hit.piece)
        before = last.get(key)
        if before and 15e6 <= each.hit.raw.host_ns - before.hit.raw.host_ns <= 45e6:
            pairs += 1
            kept += each.is_passed
        last[key] = each
    assert pairs > 300
    assert kept >= 0.97 * pairs
