"""Running the program for `bench`: in a process and folders of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from time import monotonic, perf_counter_ns, sleep

import game
from game.app.bench.probe import Task
from game.app.bench.watched import Diary
from game.errors import GameError

_FIRST_FRAME = re.compile(r"first frame at host (\d+) ns")
_LONGEST_S = 60.0
_FOLDERS = ("CONFIG", "DATA", "CACHE", "STATE")


class ProbeError(GameError):
    """The program could not be measured."""


@contextmanager
def probe(task: Task, variables: Mapping[str, str]) -> Iterator[Probe]:
    """The program, watched from when the block begins."""
    running = Probe(task, variables)
    try:
        yield running
    finally:
        running.end()


@contextmanager
def folder() -> Iterator[str]:
    """A folder for the program, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="drum-duet-bench-") as path:
        yield path


class Probe:
    """A running program; made by `probe`."""

    def __init__(self, task: Task, variables: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "game.app.bench.probe", json.dumps(asdict(task))],
            env=_environment(variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._process.stdout is not None
        if self._process.stdout.readline().strip() != "begun":
            raise ProbeError("the program ended before it could be measured")

    def diary(self) -> Diary:
        """What was seen; returns when the watch is over."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.startswith("{"):
                return Diary(**json.loads(line))
        raise ProbeError("the program ended while it was measured")

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


def first_frame_ms(variables: Mapping[str, str]) -> float:
    """From the command to the first picture on the screen."""
    with folder() as home:
        own = {
            "HOME": home,
            **{f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in _FOLDERS},
        }
        asked_ns = perf_counter_ns()
        process = subprocess.Popen(
            [sys.executable, "-m", "game"],
            env=_environment({**own, **variables}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            return (_first_frame_ns(Path(home)) - asked_ns) / 1e6
        finally:
            process.kill()
            process.wait()


def _first_frame_ns(home: Path) -> int:
    """As the program logs it; the clock is the same for all processes."""
    end_s = monotonic() + _LONGEST_S
    while monotonic() < end_s:
        for log in home.rglob("drum-duet.log"):
            if found := _FIRST_FRAME.search(log.read_text(encoding="utf-8")):
                return int(found[1])
        sleep(0.05)
    raise ProbeError("no first frame was drawn")


def _environment(variables: Mapping[str, str]) -> dict[str, str]:
    """This very `game`, and no sound that anybody would hear."""
    home = str(Path(game.__file__).resolve().parents[1])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    silent = {"SDL_AUDIODRIVER": "dummy", "PYTHONPATH": os.pathsep.join(paths)}
    return {**os.environ, **silent, **variables}
