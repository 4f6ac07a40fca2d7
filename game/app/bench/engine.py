"""Compiling and judging again: what the engine costs without a window."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter_ns

from game.app.bench.busy_chart import NOTES, busy_chart
from game.app.bench.figure import Figure, Figures, middle
from game.charts.compile import compile_timeline
from game.charts.model import PLAYERS, Chart
from game.duet.bot_spec import BotSpec
from game.duet.replay import Hands, Replay, record
from game.duet.rescore import rescore
from game.duet.result import result_of
from game.duet.seat import Seat
from game.duet.simulate import simulate
from game.judge.rules import RULES

_SNAPSHOTS = 1_000
_NS_PER_MS = 1_000_000


def measure(runs: int) -> Figures:
    """Medians of that many runs."""
    chart = busy_chart()
    seats = seats_of(chart)
    replay = scattered_play(seats)
    duet = rescore(replay)
    compile_ms = median_ms(lambda: seats_of(chart), runs)
    rescore_ms = median_ms(lambda: result_of(rescore(replay)), runs)
    snapshots_ms = median_ms(lambda: [duet.snapshot() for _ in range(_SNAPSHOTS)], runs)
    note = f"median of {runs} runs, 2 x {NOTES:,} notes"
    judged = f"{note}, {len(replay.events):,} presses, with result"
    return {
        "compile": Figure(compile_ms, "ms", note),
        "rescore": Figure(rescore_ms, "ms", judged),
        "compile_and_rescore": Figure(compile_ms + rescore_ms, "ms", note),
        "snapshot": Figure(snapshots_ms * 1_000 / _SNAPSHOTS, "us", note),
    }


def seats_of(chart: Chart) -> list[Seat]:
    """Both players, compiled."""
    return [Seat(compile_timeline(chart, player), RULES["standard"]) for player in PLAYERS]


def scattered_play(seats: list[Seat]) -> Replay:
    """A replay of two bots that hit most notes and miss some."""
    bots = [BotSpec(0, 35), BotSpec(5, 40, 0.3)]
    duet = simulate(seats, bots, seed=1).duet
    return record(duet, [Hands(str(bot)) for bot in bots], "", "Bench")


def median_ms(run: Callable[[], object], runs: int) -> float:
    """The median time of a call, the garbage collector at rest as during a play."""
    took_ns = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            start_ns = perf_counter_ns()
            run()
            took_ns.append(perf_counter_ns() - start_ns)
    finally:
        gc.enable()
    return middle(took_ns) / _NS_PER_MS
