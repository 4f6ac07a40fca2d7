"""`bench` watches the real program in a real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from x11 import Screen

from game.app.bench.probe import Task
from game.app.bench.program import first_frame_ms, probe

pytestmark = pytest.mark.x11


def test_a_play_is_watched_frame_by_frame(screen: Screen, tmp_path: Path) -> None:
    task = Task(str(tmp_path), "play", warm_up_s=1.5, watched_s=2, size_px=(1280, 720))
    with probe(task, {"DISPLAY": screen.display, "SDL_VIDEODRIVER": "x11"}) as running:
        diary = running.diary()
    assert diary.watched_ns >= 2_000_000_000
    assert 0 < len(diary.frames_took_ns) <= len(diary.frames_at_ns)
    assert diary.processor_ns > 0
    assert all(each > 0 for each in diary.rss_bytes)


def test_the_first_frame_is_timed_from_the_command(screen: Screen) -> None:
    assert first_frame_ms({"DISPLAY": screen.display, "SDL_VIDEODRIVER": "x11"}) > 0
