"""Notes into drums, drums to players."""

from __future__ import annotations

import pytest

from game.charts.layouts import LAYOUTS
from game.charts.pieces import Piece
from game.input.midi.mapping import DEFAULT_NOTES, KitMap, is_open

KITS = {
    "General MIDI": {
        Piece.KICK: (35, 36), Piece.SNARE: (38, 40), Piece.RIM: (37, 39), Piece.HAT: (42, 46),
        Piece.PEDAL: (44,), Piece.TOM1: (48, 50), Piece.TOM2: (45, 47), Piece.TOM3: (41, 43),
        Piece.CRASH: (49,), Piece.CRASH2: (57,), Piece.RIDE: (51, 59), Piece.BELL: (53,),
    },
    "Roland TD": {
        Piece.KICK: (36,), Piece.SNARE: (38, 40), Piece.RIM: (37,), Piece.HAT: (42, 22, 46, 26),
        Piece.PEDAL: (44,), Piece.TOM1: (48, 50), Piece.TOM2: (45, 47), Piece.TOM3: (43, 58),
        Piece.CRASH: (49, 55), Piece.CRASH2: (57, 52), Piece.RIDE: (51, 59), Piece.BELL: (53,),
    },
    "Alesis Nitro and Surge": {
        Piece.KICK: (36,), Piece.SNARE: (38, 40), Piece.HAT: (42, 46, 23), Piece.PEDAL: (44, 21),
        Piece.TOM1: (48,), Piece.TOM2: (45,), Piece.TOM3: (43, 41), Piece.CRASH: (49,),
        Piece.CRASH2: (57,), Piece.RIDE: (51,),
    },
    "Yamaha DTX": {
        Piece.KICK: (33, 36), Piece.SNARE: (38, 40), Piece.RIM: (37,), Piece.HAT: (42, 46),
        Piece.PEDAL: (44,), Piece.TOM1: (48,), Piece.TOM2: (47,), Piece.TOM3: (43,),
        Piece.CRASH: (49, 55), Piece.CRASH2: (57,), Piece.RIDE: (51, 59), Piece.BELL: (53,),
    },
    "MPS": {
        Piece.KICK: (36,), Piece.SNARE: (38, 40), Piece.HAT: (42, 22, 46, 26), Piece.PEDAL: (44,),
        Piece.TOM1: (48, 50), Piece.TOM2: (45, 47), Piece.TOM3: (43, 58, 41),
        Piece.CRASH: (49, 55), Piece.CRASH2: (57, 52), Piece.RIDE: (51, 59), Piece.BELL: (53,),
    },
}  # fmt: skip


@pytest.mark.parametrize("kit", KITS)
def test_a_kit_is_understood_without_any_set_up(kit):
    for piece, notes in KITS[kit].items():
        assert {note: DEFAULT_NOTES.get(note) for note in notes} == dict.fromkeys(notes, piece)


def test_every_known_note_has_a_lane_in_every_layout():
    for layout in LAYOUTS.values():
        assert all(layout.lane_of(piece) in layout.lanes for piece in DEFAULT_NOTES.values())


def test_what_was_learned_goes_before_what_is_usual():
    kit = KitMap(drums={38: Piece.KICK, 60: Piece.CHINA})
    assert kit.drum(38) is Piece.KICK
    assert kit.drum(60) is Piece.CHINA
    assert kit.drum(40) is Piece.SNARE
    assert kit.drum(61) is None


@pytest.mark.parametrize(
    ("kit", "channel", "note", "player"),
    [
        # Unless somebody says otherwise, the right half of the kit is P2's.
        (KitMap(), 10, 38, 1),
        (KitMap(), 10, 43, 2),
        (KitMap(players={38: 2}), 10, 38, 2),
        (KitMap(players={43: 1}), 10, 43, 1),
        # A drum that was learned lies where that drum lies.
        (KitMap(drums={60: Piece.RIDE}), 10, 60, 2),
        # Channels go before notes.
        (KitMap(channels={11: 2}, players={38: 1}), 11, 38, 2),
        (KitMap(channels={11: 2}), 10, 38, 1),
    ],
)
def test_two_share_a_kit_by_drum_by_note_or_by_channel(kit, channel, note, player):
    assert kit.player(channel, note) == player


@pytest.mark.parametrize(
    ("note", "pedal", "open_"),
    [
        (46, None, True),
        (26, None, True),
        (42, None, False),
        (22, 127, False),
        # A kit with one number for the hat: the foot alone tells.
        (60, None, False),
        (60, 63, True),
        (60, 64, False),
        # A foot that is up overrules a closed number, one half way does not.
        (42, 0, True),
        (42, 16, False),
        (46, 127, True),
    ],
)
def test_number_and_foot_say_whether_a_hat_is_open(note, pedal, open_):
    assert is_open(note, pedal) is open_
