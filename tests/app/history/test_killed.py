"""kill -9 at any moment loses at most the play in progress."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 100
HERE = Path(__file__).parent


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9 (Linux, macOS)")
def test_writers_that_are_killed_lose_no_play_that_was_written(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite3"
    run = subprocess.run(
        [sys.executable, HERE / "killed_writers.py", path, str(ROUNDS)],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (HERE.parents[1], *sys.path)))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    rounds = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(rounds) == ROUNDS
    for said, whole, found, faults in rounds:
        assert faults == []
        assert whole == found
        # The last one may have been written and not yet said.
        assert said <= found <= said + 1
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
