"""JACK's list of the servers of a machine, kept open for new ones.

It holds eight. A server that is killed stays in it, since only one of the same name takes its
place: after eight killed ones "too many servers are already active", and none starts any more. Its
socket stays too, and looks like a server that has started.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:
    # JACK is asked for only where it is, and there this is too.
    fcntl = None  # type: ignore[assignment]

_LOCK = Path(tempfile.gettempdir()) / "drum-duet-tests-jack.lock"
_IN_USE = _LOCK.with_suffix(".in-use")
_SHARED = Path("/dev/shm")
_PROCESSES = Path("/proc")
_SERVERS = frozenset({"jackd", "jackdbus"})


@contextmanager
def room_for_a_server() -> Iterator[None]:
    """Start a server within; nobody else starts one or clears the list meanwhile."""
    with _locked(_LOCK):
        try:
            with _locked(_IN_USE, waits=False):
                forget_the_dead(_SHARED, _PROCESSES)
        except BlockingIOError:
            # Somebody waits for a server to come back; the list is cleared another time.
            pass
        yield


@contextmanager
def list_is_kept() -> Iterator[None]:
    """Let a server end and start anew within, while its clients live.

    A client opens the list once. In one that is made anew, it would look for the server in vain.
    """
    with _locked(_IN_USE, is_shared=True):
        yield


@contextmanager
def _locked(path: Path, *, waits: bool = True, is_shared: bool = False) -> Iterator[None]:
    """Hold a lock that ends with the process.

    Raises:
        BlockingIOError: it is held, and is not waited for.
    """
    assert fcntl is not None, "tests with JACK need Linux"
    with path.open("w") as lock:
        kind = fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX
        fcntl.flock(lock, kind if waits else kind | fcntl.LOCK_NB)
        yield


def forget_the_dead(shared: Path, processes: Path) -> None:
    """Remove the list and the sockets unless a server runs: the next one makes them anew."""
    if any(_is_server(process) for process in processes.glob("[0-9]*")):
        return
    for left in [*shared.glob("jack-*"), *shared.glob("jack_*_[0-9]")]:
        left.unlink(missing_ok=True)


def _is_server(process: Path) -> bool:
    try:
        # proc(5): "number (name) state …"; a zombie has ended, and waits to be noticed.
        name, _, rest = (process / "stat").read_text().partition("(")[2].rpartition(")")
    except OSError:
        # It ended while it was looked at.
        return False
    return name in _SERVERS and rest.split()[:1] != ["Z"]
