"""What the window costs: first frame, frames of play, memory, the menu at rest."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from game.app.bench.display import SIZE_PX, display_at_hand
from game.app.bench.figure import Figure, Figures, at_share, middle, not_measured
from game.app.bench.probe import Task
from game.app.bench.program import first_frame_ms, folder, probe
from game.app.bench.watched import Diary

_NS_PER_MS = 1_000_000
_SIZE = f"{SIZE_PX[0]}x{SIZE_PX[1]}"
_WARM_UP_S = 4.0
_STARTS = 5
_NAMES = (
    "first_frame", "frame_median", "frame_p99", "frames_per_s", "frames_lost", "own_time_worst",
    "frames_per_s_240", "memory_in_play", "memory_growth", "garbage", "menu_processor",
    "songs_processor",
)  # fmt: skip


def measure(play_s: float, other_s: float) -> Figures:
    """
    Args:
        play_s: how long to play.
        other_s: how long to watch each of the others.
    """
    with display_at_hand() as variables:
        if variables is None:
            return not_measured(_NAMES, "", "no display and no Xvfb")
        return {
            **_start(variables),
            **_play(variables, play_s),
            **_fast_play(variables, other_s),
            **_menu(variables, "title", "menu_processor", other_s),
            **_menu(variables, "songs", "songs_processor", other_s),
        }


def _start(variables: Mapping[str, str]) -> Figures:
    took_ms = [first_frame_ms(variables) for _ in range(_STARTS)]
    note = f"from the command to the first picture, median of {_STARTS} starts"
    return {"first_frame": Figure(middle(took_ms), "ms", note)}


def _play(variables: Mapping[str, str], play_s: float) -> Figures:
    diary = _watch(variables, "play", play_s, frames_per_s=60)
    took_ms = [each / _NS_PER_MS for each in diary.frames_took_ns]
    own_ms = [each / _NS_PER_MS for each in diary.own_ns[1:]]
    gaps_ms = _gaps_ms(diary)
    lost = sum(round(gap_ms * 60 / 1_000) - 1 for gap_ms in gaps_ms if gap_ms > 25)
    note = f"{len(took_ms):,} frames at {_SIZE}, two bots"
    if diary.pauses:
        note += f"; paused {diary.pauses} times, since something else held it up"
    memory_mb = [each / 1e6 for each in diary.rss_bytes]
    growth_mb = memory_mb[-1] - memory_mb[0] if memory_mb else None
    return {
        "frame_median": Figure(middle(took_ms), "ms", f"drawing and flip, {note}"),
        "frame_p99": Figure(at_share(took_ms, 0.99), "ms", f"drawing and flip, {note}"),
        "frames_per_s": Figure(_per_s(diary), "1/s", f"60 asked for, {note}"),
        "frames_lost": Figure(lost, "frames", note),
        "own_time_worst": Figure(
            max(own_ms), "ms", f"most processor time from a frame to the next, {note}"
        ),
        "memory_in_play": Figure(max(memory_mb, default=None), "MB", note),
        "memory_growth": Figure(growth_mb, "MB", f"in {play_s:.0f} s of play, no collector"),
        "garbage": Figure(diary.garbage, "objects", "that only the collector could free"),
    }


def _fast_play(variables: Mapping[str, str], watched_s: float) -> Figures:
    diary = _watch(variables, "play", watched_s, frames_per_s=240)
    note = f"240 asked for, {_SIZE}, two bots"
    return {"frames_per_s_240": Figure(_per_s(diary), "1/s", note)}


def _menu(variables: Mapping[str, str], scene: str, name: str, watched_s: float) -> Figures:
    diary = _watch(variables, scene, watched_s, frames_per_s=60)
    share_pct = 100 * diary.processor_ns / max(1, diary.watched_ns)
    note = f"of one core, {scene} at rest, {_SIZE}"
    return {name: Figure(share_pct, "%", note)}


def _watch(variables: Mapping[str, str], scene: str, watched_s: float, frames_per_s: int) -> Diary:
    with folder() as home:
        task = Task(home, scene, _WARM_UP_S, watched_s, size_px=SIZE_PX, frames_per_s=frames_per_s)
        with probe(task, variables) as running:
            return running.diary()


def _gaps_ms(diary: Diary) -> list[float]:
    times_ns = diary.frames_at_ns
    return [(b - a) / _NS_PER_MS for a, b in pairwise(times_ns)]


def _per_s(diary: Diary) -> float:
    times_ns = diary.frames_at_ns
    return (len(times_ns) - 1) * 1e9 / max(1, times_ns[-1] - times_ns[0])
