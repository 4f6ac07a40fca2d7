"""Whose lane a pad is."""

from __future__ import annotations

import pytest

from game.app.kits.pad_bindings import PadBindings
from game.app.play.setup import SeatSetup, device_of
from game.charts.pieces import Piece
from game.input.bindings import Binding
from game.input.midi.filters import PadHit
from game.input.midi.kit import KitSettings
from game.input.midi.mapping import KitMap
from game.input.raw_hit import RawHit


def seat(player: int, device: str, layout: str = "four") -> SeatSetup:
    return SeatSetup(player, f"P{player}", device, 5, layout, "standard")


def hit(piece: Piece | None, note: int = 38, device: str = "TD-17", channel: int = 10) -> PadHit:
    return PadHit(RawHit(0, device, note), piece, channel=channel)


@pytest.mark.parametrize(
    ("seats", "struck", "binding"),
    [
        # One kit, and a keyboard beside it.
        (("midi:TD-17", "keyboard"), hit(Piece.RIM), Binding(1, "snare")),
        (("keyboard", "midi:TD-17"), hit(Piece.BELL), Binding(2, "cymbal")),
        # A kit that nobody plays, and a note without a drum.
        (("midi:TD-17", "keyboard"), hit(Piece.SNARE, device="Pad"), None),
        (("midi:TD-17", "keyboard"), hit(None), None),
        (("keyboard", "bot"), hit(Piece.SNARE), None),
        # A kit for each.
        (("midi:TD-17", "midi:TD-17 (2)"), hit(Piece.SNARE), Binding(1, "snare")),
        (("midi:TD-17", "midi:TD-17 (2)"), hit(Piece.SNARE, device="TD-17 (2)"),
         Binding(2, "snare")),
        # One for both: the right half is P2's.
        (("midi:TD-17", "midi:TD-17"), hit(Piece.SNARE, 38), Binding(1, "snare")),
        (("midi:TD-17", "midi:TD-17"), hit(Piece.TOM3, 43), Binding(2, "tom")),
    ],
)  # fmt: skip
def test_hits_go_to_whoever_sits_at_the_kit(seats, struck, binding):
    pads = PadBindings([seat(1, seats[0]), seat(2, seats[1])], {})
    assert pads.binding(struck) == binding


def test_a_shared_kit_is_split_as_the_players_have_said():
    kits = {"TD-17": KitSettings(KitMap(players={38: 2}, channels={11: 2}))}
    pads = PadBindings([seat(1, "midi:TD-17", "kit"), seat(2, "midi:TD-17", "two")], kits)
    assert pads.binding(hit(Piece.SNARE, 38)) == Binding(2, "high")
    assert pads.binding(hit(Piece.KICK, 36)) == Binding(1, "kick")
    assert pads.binding(hit(Piece.KICK, 36, channel=11)) == Binding(2, "low")
    assert pads.devices == ("TD-17",)


def test_the_device_of_a_seat_names_its_kit():
    assert seat(1, device_of("bot: a kit")).kit == "bot: a kit"
    assert not seat(1, device_of("bot: a kit")).is_bot
    assert seat(1, "keyboard").kit is None
