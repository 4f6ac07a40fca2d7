"""How long it takes to compile and to re-score 2 x 1,500 notes; run it by hand.

    python tests/bench/bench_engine.py

Prints `{"name": {"value", "unit", "note"}}`: medians of many runs, in milliseconds.
"""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections.abc import Callable
from fractions import Fraction

from game.charts.compile import compile_timeline
from game.charts.model import PLAYERS, Chart, Meta, Note, Part
from game.charts.pieces import Piece
from game.duet.bot_spec import BotSpec
from game.duet.replay import Hands, Replay, record
from game.duet.rescore import rescore
from game.duet.result import result_of
from game.duet.seat import Seat
from game.duet.simulate import simulate
from game.judge.rules import RULES
from game.timing.meter import COMMON_TIME
from game.timing.tempo_map import Bar, TempoMap, TempoStep

RUNS = 51
BARS = 125
SNAPSHOTS = 1_000
NOTE = f"median of {RUNS} runs, 2 x 1,500 notes"


def busy_chart() -> Chart:
    """125 bars at 130 BPM: eight hats and four drums in each bar of each player."""
    bars = tuple(Bar(Fraction(4 * bar), COMMON_TIME) for bar in range(BARS))
    notes = sorted(
        (
            Note(bar.beat + Fraction(step, 2), piece)
            for bar in bars
            for step in range(8)
            for piece in (Piece.HAT, Piece.SNARE if step % 4 == 2 else Piece.KICK)
            if piece is Piece.HAT or step % 2 == 0
        ),
        key=lambda note: (note.beat, note.piece),
    )
    return Chart(
        meta=Meta("Bench"),
        tempo_map=TempoMap.build([TempoStep(Fraction(0), Fraction(130))]),
        bars=bars,
        sections=(),
        leads=(),
        cues=(),
        parts=tuple(Part(player, tuple(notes)) for player in PLAYERS),
    )


def seats_of(chart: Chart) -> list[Seat]:
    return [Seat(compile_timeline(chart, player), RULES["standard"]) for player in PLAYERS]


def scattered_play(seats: list[Seat]) -> Replay:
    """A replay of two bots that hit most notes and miss some."""
    bots = [BotSpec(0, 35), BotSpec(5, 40, 0.3)]
    duet = simulate(seats, bots, seed=1).duet
    return record(duet, [Hands(str(bot)) for bot in bots], "", "Bench")


def median_ms(run: Callable[[], object]) -> float:
    """The median time of a call, the garbage collector at rest as during a play."""
    took_ms = []
    gc.collect()
    gc.disable()
    for _ in range(RUNS):
        start_ns = time.perf_counter_ns()
        run()
        took_ms.append((time.perf_counter_ns() - start_ns) / 1e6)
    gc.enable()
    return round(statistics.median(took_ms), 3)


def main() -> None:
    chart = busy_chart()
    seats = seats_of(chart)
    replay = scattered_play(seats)
    duet = rescore(replay)
    compile_ms = median_ms(lambda: seats_of(chart))
    rescore_ms = median_ms(lambda: result_of(rescore(replay)))
    snapshot_ms = median_ms(lambda: [duet.snapshot() for _ in range(SNAPSHOTS)])
    figures = {
        "compile_ms": (compile_ms, "ms", NOTE),
        "rescore_ms": (rescore_ms, "ms", f"{NOTE}, {len(replay.events)} presses, with result"),
        "compile_and_rescore_ms": (round(compile_ms + rescore_ms, 3), "ms", NOTE),
        "snapshot_us": (round(snapshot_ms * 1_000 / SNAPSHOTS, 3), "us", NOTE),
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
