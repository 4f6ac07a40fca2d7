"""Surveying a recording: it is prepared as for a play, looked through, and aligned."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.alignment.pattern import Pattern
from game.alignment.result import Confidence, Refusal
from game.alignment.waveform import Waveform
from game.audio.apart import work_apart
from game.audio.levels import SONG_LUFS, SONG_PEAK
from game.audio.prepare import PrepareCancelledError, prepare
from game.audio.render import Progress
from game.audio.request import PreparedSong, SongRequest
from game.errors import AudioError

_PREPARED = 0.6
"""The share of the work that decoding is."""


@dataclass(frozen=True, slots=True)
class SurveyRequest:
    """A recording, and the song that is looked for in it."""

    recording: Path
    pattern: Pattern
    music: Path | None = None
    """The game's own music to the song."""

    music_offset_us: int = 0


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a recording."""

    prepared: PreparedSong
    """It starts with the recording's own first frame."""

    waveform: Waveform
    length_us: int
    pins: tuple[tuple[int, int], ...] = ()
    """(song us, recording us); none if it was refused."""

    confidence: Confidence = Confidence.UNSURE
    others_us: tuple[int, ...] = ()
    """Where else bar 1 may be, the likeliest first."""

    refusal: Refusal | None = None


def survey(
    request: SurveyRequest,
    cache_folder: Path,
    assets: Path,
    *,
    progress: Progress,
    is_cancelled: Callable[[], bool],
) -> Survey:
    """Look for the song in the recording. Takes seconds, so call it in a thread.

    Raises:
        AudioError: the recording cannot be decoded, or the cache cannot be written.
        PrepareCancelledError: `is_cancelled` said so.
    """

    def advance(done: float) -> None:
        if is_cancelled():
            raise PrepareCancelledError
        progress(_PREPARED + (1 - _PREPARED) * done)

    prepared = prepare(
        SongRequest(request.recording, end_us=1, lead_in_us=0, song_lufs=SONG_LUFS, peak=SONG_PEAK),
        cache_folder,
        assets,
        progress=lambda done: progress(_PREPARED * done),
        is_cancelled=is_cancelled,
    )
    asked = {
        "prepared": str(prepared.path),
        "pattern": request.pattern.as_json(),
        "music": str(request.music) if request.music else None,
        "music_offset_us": request.music_offset_us,
    }
    try:
        told = work_apart(("game.audio.survey_worker",), asked, request.recording, advance)
    except OSError as error:
        reason = error.strerror or str(error)
        raise AudioError(prepared.path, "", reason, "a process of its own") from error
    refusal = told.get("refusal")
    return Survey(
        prepared,
        Waveform(tuple(b64decode(level) for level in told["levels"])),
        told["length_us"],
        tuple((song_us, sound_us) for song_us, sound_us in told.get("pins", ())),
        Confidence(told.get("confidence", Confidence.UNSURE)),
        tuple(told.get("others_us", ())),
        Refusal(refusal) if refusal else None,
    )
