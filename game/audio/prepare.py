"""Preparing a song: out of the cache, or rendered by a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import game
from game.audio.cache import SongCache
from game.audio.decode import stranger_at
from game.audio.render import Progress, render
from game.audio.request import PreparedSong, SongRequest
from game.errors import AudioError

_ROOM = "a folder with room for the song"


class PrepareCancelledError(Exception):
    """The preparation was called off; nothing of it is left."""


def prepare(
    request: SongRequest,
    cache_folder: Path,
    assets: Path,
    *,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> PreparedSong:
    """The song that is asked for, as a WAV in the cache folder.

    Takes a second or more if it is not there yet, so call it in a thread. It needs no mixer.

    Args:
        request: the song, its speed and its count-in.
        cache_folder: made if need be; its last eight songs are kept.
        assets: the folder that holds `drums/`.
        progress: called in this thread with 0 to 1.
        is_cancelled: asked whenever there is progress.

    Raises:
        AudioError: the song cannot be decoded, or the cache cannot be written.
        PrepareCancelledError: `is_cancelled` said so.
    """

    def advance(done: float) -> None:
        if is_cancelled and is_cancelled():
            raise PrepareCancelledError
        if progress:
            progress(done)

    advance(0.0)
    if request.audio:
        stranger_at(request.audio)
    cache = SongCache(cache_folder)
    try:
        path = cache.path_for(request)
        prepared = cache.find(path, request)
        if prepared is None:
            with cache.writing(path) as part:
                _render_apart(request, assets, part, advance)
            prepared = cache.find(path, request)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AudioError(cache_folder, "", reason, _ROOM) from error
    if prepared is None:
        raise AudioError(cache_folder, "", "no song after writing one", _ROOM)
    advance(1.0)
    return prepared


def _render_apart(request: SongRequest, assets: Path, target: Path, advance: Progress) -> None:
    try:
        process = _start_worker(assets, target)
    except OSError:
        # No second interpreter to be had: render here, though the mixer pauses meanwhile.
        render(request, assets, target, advance)
        return
    with process:
        try:
            _follow(process, request, advance)
        finally:
            process.kill()


def _start_worker(assets: Path, target: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "game.audio.worker", str(assets), str(target)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _follow(process: subprocess.Popen[str], request: SongRequest, advance: Progress) -> None:
    """Tell the worker what to do, and listen until it is done."""
    assert process.stdin is not None
    assert process.stdout is not None
    # A worker that died already is noticed below, by its silence.
    with suppress(OSError), process.stdin as stdin:
        json.dump(request.as_json(), stdin)
    for line in process.stdout:
        message = json.loads(line)
        if "error" in message:
            fault = message["error"]
            raise AudioError(Path(fault.pop("path")), **fault)
        if "done" in message:
            return
        advance(message["progress"])
    raise AudioError(
        request.audio or Path("-"), "", "sound that stops the decoder", "a song", "is it damaged?"
    )


def _environment() -> dict[str, str]:
    """This process's environment, with this very `game` to import and no greeting from pygame."""
    home = str(Path(game.__file__).resolve().parents[1])
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths), "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
