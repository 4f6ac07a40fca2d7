"""Which of the system's MIDI services RtMidi is to use here."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

VARIABLE = "DRUM_DUET_MIDI_API"
"""An environment variable that overrules the choice on Linux: `alsa` or `jack`."""

_ALSA_SEQUENCER = Path("/dev/snd/seq")
_JACK_SOCKETS = Path("/dev/shm")


class Api(StrEnum):
    """A MIDI service, by RtMidi's name for it."""

    ALSA = "API_LINUX_ALSA"
    JACK = "API_UNIX_JACK"
    CORE = "API_MACOSX_CORE"
    WINDOWS = "API_WINDOWS_MM"


def usable_api(
    platform: str = sys.platform,
    variables: Mapping[str, str] = os.environ,
    alsa: Path = _ALSA_SEQUENCER,
    jack: Path = _JACK_SOCKETS,
) -> Api | None:
    """The service that answers now; None if there is none.

    On Linux a service is asked only where its device or socket is: RtMidi complains about a missing
    one on the terminal, each time anew.
    """
    if platform == "win32":
        return Api.WINDOWS
    if platform == "darwin":
        return Api.CORE
    if not platform.startswith("linux"):
        return None
    there = {Api.ALSA: alsa.exists(), Api.JACK: _has_jack(jack, variables)}
    wanted = variables.get(VARIABLE, "").upper()
    return next((api for api in there if there[api] and wanted in ("", api.name)), None)


def run_of(
    api: Api, variables: Mapping[str, str] = os.environ, jack: Path = _JACK_SOCKETS
) -> tuple[tuple[int, int], ...]:
    """What is another one after a service has been started anew; connections end with each run.

    JACK has no other sign of it: whoever asks through an old connection gets old answers.
    """
    if api is not Api.JACK:
        return ()
    marks = []
    for socket in _jack_sockets(jack, variables):
        try:
            found = socket.stat()
        except OSError:
            continue
        marks.append((found.st_ino, found.st_mtime_ns))
    return tuple(sorted(marks))


def _has_jack(sockets: Path, variables: Mapping[str, str]) -> bool:
    return any(_jack_sockets(sockets, variables))


def _jack_sockets(sockets: Path, variables: Mapping[str, str]) -> Iterator[Path]:
    server = variables.get("JACK_DEFAULT_SERVER", "default")
    return sockets.glob(f"jack_{server}_*_0")
