"""What all tests share: SDL without devices, and skips that CI does not accept."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from quiet import company, quiet

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

_JACK = Path("/usr/lib/x86_64-linux-gnu/libjack.so.0")
_RECORDINGS = Path(__file__).parents[2] / "shared" / "samples" / "groove"

MISSING = {
    "x11": None
    if sys.platform.startswith("linux") and shutil.which("Xvfb")
    else "needs Xvfb, the X server without a screen (Debian: apt install xvfb)",
    "jack": None
    if sys.platform.startswith("linux") and shutil.which("jackd") and _JACK.exists()
    else "needs jackd, for MIDI ports without hardware (Debian: apt install jackd2)",
    "groove": None
    if _RECORDINGS.is_dir()
    else "needs recordings of real drummers beside the checkout, in ../shared/samples/groove",
}
"""Marker -> why its tests cannot run here; None where they can."""

INSTALLED_BY_CI = ("x11", "jack")


@pytest.fixture(autouse=True)
def _alone_where_it_must_be(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test marked quiet runs while no other process of this run has a test going."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run is None:
        yield
        return
    is_quiet = request.node.get_closest_marker("quiet")
    with quiet(run) if is_quiet else company(run):
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this machine cannot run, and say why; `.ci/run` makes such a skip a failure."""
    # Those that take longest begin first, so that no process waits for another in the end.
    items.sort(key=lambda item: not item.get_closest_marker("x11"))
    for item in items:
        for marker, reason in MISSING.items():
            if reason and item.get_closest_marker(marker):
                if os.environ.get("DRUM_DUET_NO_SKIPS") and marker in INSTALLED_BY_CI:
                    raise pytest.UsageError(f"{item.nodeid} {reason}")
                item.add_marker(pytest.mark.skip(reason=reason))
