"""What two hands and one keyboard cannot do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from game.charts.issues import Issue
from game.charts.layouts import DEFAULT_LAYOUT, LAYOUTS
from game.charts.lint.moments import Origins, full_bars, moments, origins, part_name, warning
from game.charts.model import PLAYERS
from game.charts.pieces import Piece, Stroke
from game.charts.reader.placed import PlacedNote
from game.charts.reader.reading import Score

HANDS = 2
KEYS_AT_ONCE = 6
_FEET = (Piece.KICK, Piece.PEDAL)
_KEYS = {piece: lane for lane, pieces in LAYOUTS[DEFAULT_LAYOUT].lanes.items() for piece in pieces}


def too_many_hands(score: Score) -> Iterator[Issue]:
    """More than two drums at once for one player; feet and rolls aside. `%` is not said again."""
    for (player, level), bars in score.parts.items():
        told: set[Origins] = set()
        for bar in sorted(bars):
            for moment in moments(bars[bar]):
                hands = [placed for placed in moment if _takes_a_hand(placed)]
                if len(hands) > HANDS and origins(hands) not in told:
                    told.add(origins(hands))
                    drums = ", ".join(placed.note.piece for placed in hands)
                    message = f"{part_name(player, level)} strikes {len(hands)} drums at once"
                    yield warning(_last_place(hands), f"{message}: {drums}", "two hands have two")


def too_many_keys(score: Score) -> Iterator[Issue]:
    """More keys at once than a shared keyboard reports, if both play the full part on four keys."""
    told: set[Origins] = set()
    both = [full_bars(score, player) for player in PLAYERS]
    for bar in sorted(both[0].keys() & both[1].keys()):
        keys: dict[float, set[tuple[int, str]]] = defaultdict(set)
        notes: dict[float, list[PlacedNote]] = defaultdict(list)
        for player, bars in zip(PLAYERS, both, strict=True):
            for placed in bars[bar]:
                keys[placed.order].add((player, _KEYS[placed.note.piece]))
                notes[placed.order].append(placed)
        for order, pressed in keys.items():
            if len(pressed) > KEYS_AT_ONCE and origins(notes[order]) not in told:
                told.add(origins(notes[order]))
                message = f"{len(pressed)} keys of the shared keyboard at once"
                hint = f"many keyboards report {KEYS_AT_ONCE}"
                yield warning(_last_place(notes[order]), message, hint)


def _takes_a_hand(placed: PlacedNote) -> bool:
    return placed.note.piece not in _FEET and placed.note.stroke is not Stroke.ROLL


def _last_place(notes: list[PlacedNote]) -> tuple[int, int]:
    """Where the note stands that is one too many: the furthest down."""
    return max((placed.line, placed.column) for placed in notes)
