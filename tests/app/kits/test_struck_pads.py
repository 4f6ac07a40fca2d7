"""Hits that wait for their turn."""

from __future__ import annotations

from game.app.kits.struck_pads import WAIT_NS, StruckPad, StruckPads
from game.input.bindings import Binding

MS = 1_000_000
SNARE, KICK = Binding(1, "snare"), Binding(1, "kick")


def test_hits_are_taken_by_their_stamps_and_not_before_a_held_one_can_have_come():
    pads = StruckPads()
    loud, soft = StruckPad(3 * MS, KICK, 100), StruckPad(0, SNARE, 20)
    pads.add(loud)
    assert pads.take(3 * MS + WAIT_NS - 1) == []
    # The filter held the soft one for 8 ms.
    pads.add(soft)
    assert pads.take(WAIT_NS) == [soft]
    assert pads.take(3 * MS + WAIT_NS) == [loud]
    assert pads.take(10**12) == []


def test_hits_of_one_stamp_keep_the_order_of_arrival():
    pads = StruckPads()
    first, second = StruckPad(0, SNARE, 100), StruckPad(0, KICK, 90)
    pads.add(first)
    pads.add(second)
    assert pads.take_all() == [first, second]
    assert pads.take_all() == []
