"""What two hands and one keyboard cannot do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from game.charts.issues import Issue
from game.charts.layouts import DEFAULT_LAYOUT, LAYOUTS
from game.charts.lint.moments import (
    Origins,
    and_more,
    full_bars,
    moments,
    origins,
    part_name,
    warning,
)
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
            hands = [
                [placed for placed in moment if _takes_a_hand(placed)]
                for moment in moments(bars[bar])
            ]
            found = _untold((moment for moment in hands if len(moment) > HANDS), told)
            if found:
                drums = ", ".join(placed.note.piece for placed in found[0])
                message = f"{part_name(player, level)} strikes {len(found[0])} drums at once"
                message = f"{message}: {drums}{and_more(len(found))}"
                yield warning(_last_place(found[0]), message, "a player has two hands")


def too_many_keys(score: Score) -> Iterator[Issue]:
    """More keys at once than a shared keyboard reports, if both play the full part on four keys."""
    told: set[Origins] = set()
    both = [full_bars(score, player) for player in PLAYERS]
    for bar in sorted(both[0].keys() & both[1].keys()):
        notes: dict[float, list[PlacedNote]] = defaultdict(list)
        keys: dict[float, set[tuple[int, str]]] = defaultdict(set)
        for player, bars in zip(PLAYERS, both, strict=True):
            for placed in bars[bar]:
                notes[placed.order].append(placed)
                keys[placed.order].add((player, _KEYS[placed.note.piece]))
        many = [order for order in sorted(notes) if len(keys[order]) > KEYS_AT_ONCE]
        found = _untold((notes[order] for order in many), told)
        if found:
            count = len(keys[found[0][0].order])
            message = f"{count} keys of the shared keyboard at once{and_more(len(found))}"
            hint = f"many keyboards report {KEYS_AT_ONCE}"
            yield warning(_last_place(found[0]), message, hint)


def _untold(found: Iterable[list[PlacedNote]], told: set[Origins]) -> list[list[PlacedNote]]:
    """Those moments that were not told yet, where they stood written out."""
    new = [moment for moment in found if origins(moment) not in told]
    told.update(map(origins, new))
    return new


def _takes_a_hand(placed: PlacedNote) -> bool:
    return placed.note.piece not in _FEET and placed.note.stroke is not Stroke.ROLL


def _last_place(notes: list[PlacedNote]) -> tuple[int, int]:
    """Where the note stands that is one too many: the furthest down."""
    return max((placed.line, placed.column) for placed in notes)
