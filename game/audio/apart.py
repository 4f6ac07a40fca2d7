"""Rendering a song in a process of its own; see `worker` for why and for what is said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any

import game
from game.audio.render import Progress
from game.audio.request import SongRequest
from game.errors import AudioError

_PATIENCE_S = 0.05


def render_apart(request: SongRequest, assets: Path, target: Path, advance: Progress) -> None:
    """Like `render.render`, without holding up the mixer. It needs none to be open.

    Args:
        request: the song.
        assets: the folder that holds `drums/`.
        target: the WAV to write.
        advance: called at least twenty times a second; whatever it raises ends the worker.

    Raises:
        AudioError: the song cannot be decoded, or the target cannot be written.
        OSError: no second interpreter can be started.
    """
    command = ("game.audio.worker", str(assets), str(target))
    work_apart(command, request.as_json(), request.audio or Path("-"), advance)


def work_apart(
    command: Sequence[str], asked: Mapping[str, Any], source: Path, advance: Progress
) -> dict[str, Any]:
    """Let a worker do what is asked, in a process of its own; returns its last message.

    Args:
        command: the module and its arguments.
        asked: plain values, which it reads as JSON.
        source: the file to blame if it dies.
        advance: called at least twenty times a second; whatever it raises ends the worker.

    Raises:
        AudioError: what the worker reported, or that it died.
        OSError: no second interpreter can be started.
    """
    with _start_worker(command) as process:
        try:
            return _follow(process, asked, source, advance)
        finally:
            process.kill()


def _start_worker(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _follow(
    process: subprocess.Popen[str], asked: Mapping[str, Any], source: Path, advance: Progress
) -> dict[str, Any]:
    """Tell the worker what to do, and listen until it is done."""
    assert process.stdin is not None
    assert process.stdout is not None
    # A worker that died already is noticed below, by its silence.
    with suppress(OSError), process.stdin as stdin:
        json.dump(asked, stdin)
    done = 0.0
    for message in _messages(process.stdout):
        if "error" in message:
            fault = message["error"]
            raise AudioError(Path(fault.pop("path")), **fault)
        if "done" in message:
            return message
        done = message.get("progress", done)
        advance(done)
    raise AudioError(source, "", "sound that stops the decoder", "a song", "is it damaged?")


def _messages(stdout: IO[str]) -> Iterator[dict[str, Any]]:
    """What the worker says until it ends, and an empty message whenever it is busy for long."""
    lines: SimpleQueue[str] = SimpleQueue()

    def listen() -> None:
        # A worker that is called off has its output closed while this waits for it.
        with suppress(ValueError):
            for line in stdout:
                lines.put(line)
        lines.put("")

    Thread(target=listen, name="song worker", daemon=True).start()
    while True:
        try:
            line = lines.get(timeout=_PATIENCE_S)
        except Empty:
            yield {}
            continue
        if not line:
            return
        yield json.loads(line)


def _environment() -> dict[str, str]:
    """This process's environment, with this very `game` to import and no greeting from pygame."""
    home = str(Path(game.__file__).resolve().parents[1])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
