"""Tests that time real presses want the machine for themselves; all others share it.

Two locks between the processes of a run: `room` is shared by the many and taken whole by who wants
quiet, and `door` keeps the many from slipping in before one who waits.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:
    # Only tests with an X server want quiet, and those run where this is.
    fcntl = None  # type: ignore[assignment]

_FOLDER = Path(tempfile.gettempdir())


@contextmanager
def company(run: str) -> Iterator[None]:
    """Run beside others, and while nobody wants quiet."""
    if fcntl is None:
        yield
        return
    with _locked(_door(run), fcntl.LOCK_EX):
        room = _room(run).open("w")
        fcntl.flock(room, fcntl.LOCK_SH)
    with room:
        yield


@contextmanager
def quiet(run: str) -> Iterator[None]:
    """Run while no other test of this run does."""
    if fcntl is None:
        yield
        return
    with _locked(_door(run), fcntl.LOCK_EX), _locked(_room(run), fcntl.LOCK_EX):
        yield


@contextmanager
def _locked(path: Path, kind: int) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, kind)
        yield


def _door(run: str) -> Path:
    return _FOLDER / f"drum-duet-tests-{run}.door"


def _room(run: str) -> Path:
    return _FOLDER / f"drum-duet-tests-{run}.room"
