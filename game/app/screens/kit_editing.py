"""What the kit screen changes: a device's drums, whose they are, and its filters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from game.charts.pieces import Piece
from game.input.midi.filter_settings import FilterSettings, PadFilter, pad_of, usual
from game.input.midi.kit import KitSettings
from game.input.midi.mapping import DEFAULT_NOTES, RIGHT_HALF


@dataclass(frozen=True, slots=True)
class Dial:
    """A number of a pad's filter that can be turned."""

    name: str
    values: tuple[int, ...]


DIALS: Mapping[str, Dial] = {
    dial.name: dial
    for dial in (
        Dial("floor", (1, *range(4, 64, 4))),
        Dial("mask_ms", tuple(range(0, 101, 5))),
        Dial("crosstalk_pct", tuple(range(0, 101, 5))),
    )
}


def learned(kit: KitSettings, note: int, drum: Piece) -> KitSettings:
    """The kit with a note that is this drum from now on."""
    drums = {known: piece for known, piece in kit.map.drums.items() if known != note}
    if DEFAULT_NOTES.get(note) is not drum:
        drums[note] = drum
    return replace(kit, map=replace(kit.map, drums=drums))


def notes_of(kit: KitSettings, drum: Piece) -> tuple[int, ...]:
    """The notes that are this drum."""
    known = sorted({*DEFAULT_NOTES, *kit.map.drums})
    return tuple(note for note in known if kit.map.drum(note) is drum)


def player_of(kit: KitSettings, drum: Piece) -> int:
    """Whose a drum is where two share the kit."""
    usual_player = 2 if drum in RIGHT_HALF else 1
    return next((kit.map.players.get(note, usual_player) for note in notes_of(kit, drum)),
                usual_player)  # fmt: skip


def given_to(kit: KitSettings, drum: Piece, player: int) -> KitSettings:
    """The kit with a drum that is this player's where two share it."""
    notes = notes_of(kit, drum)
    players = {note: whose for note, whose in kit.map.players.items() if note not in notes}
    if player != (2 if drum in RIGHT_HALF else 1):
        players |= dict.fromkeys(notes, player)
    return replace(kit, map=replace(kit.map, players=players))


def dial_value(kit: KitSettings, drum: Piece, dial: Dial) -> int:
    value: int = getattr(kit.filters.of(pad_of(drum)), dial.name)
    return value


def dialled(kit: KitSettings, drum: Piece, dial: Dial, steps: int) -> KitSettings:
    """The kit with the next or the former value of a dial; the same at its end."""
    pad = pad_of(drum)
    present = dial_value(kit, drum, dial)
    beyond = [value for value in dial.values if (value - present) * steps > 0]
    if not beyond:
        return kit
    value = min(beyond) if steps > 0 else max(beyond)
    changed: PadFilter = replace(kit.filters.of(pad), **{dial.name: value})
    pads = {other: own for other, own in kit.filters.pads.items() if other is not pad}
    if changed != usual(pad):
        pads[pad] = changed
    return replace(kit, filters=FilterSettings(pads))
