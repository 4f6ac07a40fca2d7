"""What each pad has done."""

from game.app.kits.pad_counts import PadCount, PadCounts
from game.charts.pieces import Piece
from game.input.midi.filters import Decision, Outcome, PadHit
from game.input.raw_hit import RawHit
from game.timing.units import Nanos


def counted(*hits: tuple[str, Piece | None, int, Outcome]) -> PadCounts:
    """Device, drum, velocity, and what became of it."""
    counts = PadCounts()
    for device, piece, velocity, outcome in hits:
        counts.add(Decision(PadHit(RawHit(Nanos(0), device, 38, velocity), piece), outcome))
    return counts


def test_hits_drops_and_the_usual_strength_of_a_drum() -> None:
    counts = counted(
        ("TD-17", Piece.SNARE, 90, Outcome.PASSED),
        ("TD-17", Piece.SNARE, 20, Outcome.ECHO),
        ("TD-17", Piece.SNARE, 100, Outcome.PASSED),
        ("TD-17", Piece.SNARE, 95, Outcome.PASSED),
        ("TD-17", Piece.SNARE, 5, Outcome.QUIET),
    )
    assert counts.of("TD-17", Piece.SNARE) == PadCount(hits=3, dropped=2, median_velocity=95)


def test_drums_and_devices_are_told_apart() -> None:
    counts = counted(
        ("TD-17", Piece.SNARE, 90, Outcome.PASSED), ("Pad", Piece.SNARE, 40, Outcome.PASSED)
    )
    assert counts.of("Pad", Piece.SNARE).median_velocity == 40
    assert counts.of("Pad", Piece.KICK) == PadCount(0, 0, None)


def test_a_note_without_a_drum_is_nobodys() -> None:
    counts = counted(("TD-17", None, 90, Outcome.UNKNOWN))
    assert all(counts.of("TD-17", piece) == PadCount(0, 0, None) for piece in Piece)
