"""What `import` says of its chart: the grids, how well they fit, what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.exchange.from_midi import BarFit, Imported

_WORST_BARS = 3
_WORTH_TELLING_MS = 1
"""A bar that is nearer to its grid needs no second look."""


def report(imported: Imported, *, has_bars: bool = False) -> Iterator[str]:
    """Line by line, for a person.

    Args:
        has_bars: whether every bar is told by itself.
    """
    if imported.errors_ms:
        yield f"grid: {_grids(imported)}"
        yield f"distance from it: {_distance(imported.errors_ms)}"
        far = [fit for fit in imported.fits if fit.worst_ms >= _WORTH_TELLING_MS]
        if far and not has_bars:
            worst = sorted(far, key=lambda fit: -fit.worst_ms)[:_WORST_BARS]
            yield f"look at: {', '.join(map(_worst, worst))}"
    for fit in imported.fits if has_bars else ():
        grid = f"{fit.lines} to a quarter note"
        told = f"{grid}, {_distance(fit.errors_ms)}" if fit.errors_ms else "no stroke"
        yield f"bar {fit.number}: {told}"
    if imported.doubled:
        were = "1 stroke was" if imported.doubled == 1 else f"{imported.doubled} strokes were"
        yield f"left out: {were} on the same line as a louder one of that drum"
    for note, count in sorted(imported.unknown.items()):
        times = "once" if count == 1 else f"{count} times"
        yield f"left out: MIDI note {note}, played {times}, is none of the kit's drums"


def _grids(imported: Imported) -> str:
    counts = Counter(fit.lines for fit in imported.fits)
    return ", ".join(
        f"{lines} to a quarter note in {bars} {'bar' if bars == 1 else 'bars'}"
        for lines, bars in sorted(counts.items())
    )


def _distance(errors_ms: tuple[float, ...] | list[float]) -> str:
    return f"median {median(errors_ms):.1f} ms, worst {max(errors_ms):.1f} ms"


def _worst(fit: BarFit) -> str:
    return f"bar {fit.number} ({fit.worst_ms:.1f} ms)"
