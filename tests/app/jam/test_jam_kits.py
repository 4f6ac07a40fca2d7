"""Who a kit belongs to in a jam."""

from game.app.jam.kits import BOTH, Kits
from game.input.midi.filters import PadHit
from game.input.midi.mapping import DEFAULT_NOTES
from game.input.raw_hit import RawHit
from game.timing.units import Nanos


def pad(device: str, note: int) -> PadHit:
    return PadHit(RawHit(Nanos(0), device, note), DEFAULT_NOTES[note])


def joined(*devices: str) -> Kits:
    kits = Kits()
    for device in devices:
        kits.join(device)
    return kits


def test_kits_join_the_players_in_turn():
    kits = joined("a", "b", "a", "c")
    assert [kits.owner(device) for device in "abc"] == [1, 2, 1]
    assert kits.of(1) == ("a", "c")
    assert kits.latest == "c"


def test_a_kit_is_handed_on_to_the_other_then_to_both():
    kits = joined("a")
    owners = []
    for _ in range(3):
        kits.step("a", 1)
        owners.append(kits.owner("a"))
    assert owners == [2, BOTH, 1]


def test_a_shared_kit_is_split_by_its_map():
    kits = joined("a")
    kits.step("a", -1)
    snare, ride = pad("a", 38), pad("a", 51)
    assert (kits.player(snare, {}), kits.player(ride, {})) == (1, 2)
    assert kits.of(1) == kits.of(2) == ("a",)


def test_a_kit_of_one_player_is_theirs_whole():
    kits = joined("a")
    assert (kits.player(pad("a", 38), {}), kits.player(pad("a", 51), {})) == (1, 1)
