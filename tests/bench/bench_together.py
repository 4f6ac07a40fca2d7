"""What Together costs in a play of 2 x 1,500 notes; run it by hand.

    python tests/bench/bench_together.py

Prints `{"name": {"value", "unit", "note"}}`: medians of many runs.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from game.app.bench import engine
from game.app.bench.busy_chart import NOTES, busy_chart
from game.app.bench.engine import scattered_play, seats_of
from game.duet.duet import Duet
from game.duet.rescore import rescore
from game.score.together.meter import Meter
from game.score.together.playing import Playing
from game.score.together.report import report_of
from game.score.together.sentences import sentences

RUNS = 51
NOTE = f"median of {RUNS} runs, 2 x {NOTES:,} notes"


def median_ms(run: Callable[[], object]) -> float:
    return round(engine.median_ms(run, RUNS), 3)


def settled(duet: Duet) -> Playing:
    playing = duet.together()
    assert playing is not None
    return playing


def main() -> None:
    seats = seats_of(busy_chart())
    timelines = [seat.timeline for seat in seats]
    replay = scattered_play(seats)
    playing = settled(rescore(replay))
    pairs = playing.played

    def meter() -> None:
        shown = Meter(100, is_relative=True)
        for pair in pairs:
            shown.add(pair)
            shown.snapshot(pair.at_us)

    figures = {
        "pairs_ms": (median_ms(lambda: Playing(timelines)), "ms", f"{NOTE}, before the song"),
        "rescore_ms": (median_ms(lambda: settled(rescore(replay)).estimate()), "ms", NOTE),
        "meter_us": (
            round(median_ms(meter) * 1_000 / len(pairs), 1),
            "us",
            f"{NOTE}, a relative meter, one pair with its snapshot",
        ),
        "report_ms": (
            median_ms(lambda: sentences(report_of(playing), {1: "P1", 2: "P2"})),
            "ms",
            f"{NOTE}, all measures and the sentences",
        ),
    }
    print(
        json.dumps(
            {
                name: {"value": value, "unit": unit, "note": note}
                for name, (value, unit, note) in figures.items()
            },
            indent=2,
        )
    )


if __name__ == "__main__":
    main()
