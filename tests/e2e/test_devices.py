"""`devices` beside a real X server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from program import Program
from x11 import Screen

pytestmark = [pytest.mark.x11, pytest.mark.quiet]


def test_the_stamps_of_the_x_server_are_tried_out_and_exact(screen: Screen, tmp_path: Path) -> None:
    program = Program.start(tmp_path, screen.display, "devices", "--json")
    assert program.finish(within_s=30) == 0
    report = json.loads(program.output())
    assert report["picture"] == {"driver": "x11", "desktop_px": [1280, 720], "is_seen": True}
    assert report["key_times"]["source"] == "x11"
    # The server counts whole milliseconds.
    assert report["key_times"]["uncertainty_us"] <= 1_000
