"""What all tests share: SDL without devices, and skips that CI does not accept."""

import os
import shutil
import sys

import pytest

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

MISSING = {
    "x11": None
    if sys.platform.startswith("linux") and shutil.which("Xvfb")
    else "needs Xvfb, the X server without a screen (Debian: apt install xvfb)",
}
"""Marker -> why its tests cannot run here; None where they can."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what this machine cannot run, and say why; `.ci/run` makes such a skip a failure."""
    for item in items:
        for marker, reason in MISSING.items():
            if reason and item.get_closest_marker(marker):
                if os.environ.get("DRUM_DUET_NO_SKIPS"):
                    raise pytest.UsageError(f"{item.nodeid} {reason}")
                item.add_marker(pytest.mark.skip(reason=reason))
