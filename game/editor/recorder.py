"""A take: hits along with the song become notes on a grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from game.charts.document import Document
from game.charts.model import FULL_LEVEL, Chart
from game.charts.pieces import Piece, Stroke
from game.charts.reader.labels import LaneKey
from game.editor.edit import EditRefusedError
from game.editor.lane_notes import LaneNote, Spot
from game.editor.notes import PutNotes
from game.editor.pattern import spots_between
from game.editor.snap import SNAPS, Snap, snapped
from game.editor.symbols import symbol_for, with_stroke
from game.timing.units import Beats

FLAM_US = 40_000
"""Two hits of a drum as near as this are one, with its grace."""

GHOST_VELOCITY = 50
"""At most; only pads know how hard they are hit."""

ACCENT_VELOCITY = 112
"""At least."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One hit of a take."""

    player: int
    piece: Piece
    at_us: int
    """Song time, the player's input offset taken out: `song_us(host_ns - offset_ns)`."""

    velocity: int = 100
    open: bool = False


@dataclass(frozen=True, slots=True)
class Take:
    """What was recorded, and where the recording ran."""

    hits: tuple[Hit, ...]
    players: tuple[int, ...]
    """Whose part was recorded, even if they did not play."""

    start: Beats
    end: Beats


def edit_of(
    take: Take, document: Document, snap: Snap, strength_pct: int, *, keeps: bool
) -> PutNotes:
    """The edit that writes a take.

    Args:
        strength_pct: how far each hit is drawn to the grid: 100 all the way, 0 stays as played.
        keeps: whether what the players had there stays; else the take takes its place.
    """
    notes: dict[Spot, LaneNote | None] = {}
    if not keeps:
        there = spots_between(document, take.players, take.start, take.end)
        notes |= dict.fromkeys(there)
    score = document.reading.score
    if score is None:
        raise EditRefusedError("the text has no bars that can be read")
    notes |= notes_of(take.hits, score.chart, snap, strength_pct)
    return PutNotes(tuple(notes.items()))


def notes_of(
    hits: Iterable[Hit], chart: Chart, snap: Snap, strength_pct: int
) -> dict[Spot, LaneNote]:
    """Hits as notes; what falls before the first bar or behind the last one is left out."""
    notes: dict[Spot, LaneNote] = {}
    loudest: dict[Spot, int] = {}
    for hit, has_grace in _without_graces(sorted(hits, key=lambda hit: hit.at_us)):
        beat = _quantised(hit.at_us, chart, snap, strength_pct)
        if not 0 <= beat < chart.end_beat:
            continue
        spot = Spot(LaneKey(hit.player, FULL_LEVEL, hit.piece), beat)
        if hit.velocity > loudest.get(spot, -1):
            loudest[spot] = hit.velocity
            notes[spot] = LaneNote(beat, _symbol(hit, has_grace))
    return notes


def _quantised(at_us: int, chart: Chart, snap: Snap, strength_pct: int) -> Beats:
    """The place of a hit; what strength leaves of its error is written as finely as can be."""
    played = max(chart.tempo_map.beat(at_us), -snap.step_beats)
    on_grid = snapped(played, snap, chart.bars)
    if strength_pct >= 100 or not 0 <= on_grid < chart.end_beat:
        return on_grid
    drawn = played + (on_grid - played) * Fraction(strength_pct, 100)
    return snapped(drawn, SNAPS[-1], chart.bars)


def _without_graces(hits: Sequence[Hit]) -> Iterable[tuple[Hit, bool]]:
    """Main strokes in the order of time, and whether each has a grace."""
    latest: dict[tuple[int, Piece], int] = {}
    found: list[tuple[Hit, bool] | None] = []
    for hit in hits:
        key = hit.player, hit.piece
        place = latest.get(key)
        before = found[place] if place is not None else None
        is_flam = before is not None and hit.at_us - before[0].at_us <= FLAM_US
        if is_flam and place is not None and before is not None:
            found[place] = None
            hit = replace(hit, velocity=max(hit.velocity, before[0].velocity))  # noqa: PLW2901
        latest[key] = len(found)
        found.append((hit, is_flam))
    return [each for each in found if each is not None]


def _symbol(hit: Hit, has_grace: bool) -> str:
    if hit.velocity <= GHOST_VELOCITY and not has_grace:
        return symbol_for(hit.piece, Stroke.GHOST)
    is_loud = hit.velocity >= ACCENT_VELOCITY
    symbol = symbol_for(hit.piece, accent=is_loud, open=hit.open)
    return with_stroke(symbol, hit.piece, Stroke.FLAM) if has_grace else symbol
