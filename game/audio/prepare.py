"""Preparing a song: out of the cache, or rendered by a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from game.audio.apart import render_apart
from game.audio.cache import SongCache
from game.audio.decode import stranger_at
from game.audio.render import Progress
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
        progress: called in this thread with 0 to 1, never falling.
        is_cancelled: asked twenty times a second.

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
                render_apart(request, assets, part, advance)
            prepared = cache.find(path, request)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AudioError(cache_folder, "", reason, _ROOM) from error
    if prepared is None:
        raise AudioError(cache_folder, "", "no song after writing one", _ROOM)
    advance(1.0)
    return prepared
