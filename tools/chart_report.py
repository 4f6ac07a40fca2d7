"""What a duet asks of its two players, section by section, and which of our rules it breaks.

    python tools/chart_report.py [CHART.duet | FOLDER]...

Without an argument: every chart in charts/. The exit status is 1 if a rule is broken.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from duets.densities import broken_densities, presses_a_second  # noqa: E402
from duets.exchange_rules import broken_exchanges  # noqa: E402
from duets.form_rules import broken_forms  # noqa: E402
from duets.measures import (  # noqa: E402
    is_lesson,
    lead_bars,
    longest_rest_beats,
    most_repeated_bar,
    part_in_bars,
    presses,
    section_bars,
    shared_beats,
)
from duets.rules import broken_rules  # noqa: E402

from game.charts.document import Document  # noqa: E402
from game.charts.model import LEVELS, PLAYERS, Chart  # noqa: E402
from game.errors import ChartError  # noqa: E402

LEVEL_HEADINGS = ("level", "P1 presses", "a second", "P2 presses", "a second")
HEADINGS = ("section", "bars", "presses", "lead bars", "&", "longest rest", "most repeated bar")


def main() -> int:
    """Print a report on each chart; returns the exit status."""
    status = 0
    for path in _charts([Path(word) for word in sys.argv[1:]] or [ROOT / "charts"]):
        try:
            chart = Document.read(path).chart()
        except ChartError as error:
            print(error)
            status = 1
            continue
        print(f"\n{chart.meta.title} ({path.name})")
        _print_table([HEADINGS, *_section_rows(chart)])
        print()
        _print_table(
            [("level", "P1 presses", "a second", "P2 presses", "a second"), *_levels(chart)]
        )
        broken = list(flags(chart))
        print("\n".join(f"  ! {message}" for message in broken) or "  no rule is broken")
        status = status or bool(broken)
    return int(status)


def _charts(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.duet")) if path.is_dir() else [path]


def flags(chart: Chart) -> Iterator[str]:
    """Rules of duets, for duets; densities of levels; rules of a song's form, for no lesson."""
    if not chart.is_solo:
        yield from broken_rules(chart)
        yield from broken_densities(chart)
    if not chart.is_solo and not is_lesson(chart):
        yield from broken_forms(chart)
        yield from broken_exchanges(chart)


def _section_rows(chart: Chart) -> Iterator[tuple[str, ...]]:
    """One row a section and one for the song: what P1 has against what P2 has."""
    whole = ("the song", range(len(chart.bars)))
    named = [(section.name, section_bars(chart, section)) for section in chart.sections]
    for name, bars in (*named, whole):
        parts = [part_in_bars(chart, player)[bars.start : bars.stop] for player in PLAYERS]
        first, end = chart.bars[bars.start].beat, chart.bars[bars.stop - 1].end_beat
        shared = sum(first <= beat < end for beat in shared_beats(chart))
        repeated = (most_repeated_bar(chart, part_in_bars(chart, p), bars) for p in PLAYERS)
        yield (
            name,
            f"{bars.start + 1}-{bars.stop}",
            _both(presses(part) for part in parts),
            _both(f"{float(lead_bars(chart, bars, player)):g}" for player in PLAYERS),
            str(shared),
            _both(f"{float(longest_rest_beats(part)):g}" for part in parts),
            _both(f"{number} x{count}" for number, count in repeated),
        )


def _levels(chart: Chart) -> Iterator[tuple[str, ...]]:
    for level in LEVELS:
        row = [str(level)]
        for player in PLAYERS:
            bars = part_in_bars(chart, player, level)
            row += [str(presses(bars)), f"{presses_a_second(chart, bars):.2f}"]
        yield tuple(row)


def _both(values: Iterator[object]) -> str:
    return " / ".join(map(str, values))


def _print_table(rows: list[tuple[str, ...]]) -> None:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print("  " + "  ".join(cells).rstrip())


if __name__ == "__main__":
    sys.exit(main())
