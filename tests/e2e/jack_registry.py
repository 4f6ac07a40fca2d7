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
_SHARED = Path("/dev/shm")
_PROCESSES = Path("/proc")
_SERVERS = frozenset({"jackd", "jackdbus"})


@contextmanager
def room_for_a_server() -> Iterator[None]:
    """Start a server within; nobody else starts one or clears the list meanwhile."""
    assert fcntl is not None, "tests with JACK need Linux"
    with _LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        forget_the_dead(_SHARED, _PROCESSES)
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
