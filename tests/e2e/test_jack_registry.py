"""JACK's list of servers is cleared when none of them runs, and left alone when one does."""

from __future__ import annotations

from pathlib import Path

import jack_registry
import pytest
from jack_registry import forget_the_dead, list_is_kept, room_for_a_server


def _process(folder: Path, stat: str) -> None:
    process = folder / "41"
    process.mkdir(parents=True)
    (process / "stat").write_text(stat)


@pytest.mark.parametrize(
    ("stat", "is_kept"),
    [
        ("41 (jackd) S 1 41 41", True),
        ("41 (jackdbus) R 1 41 41", True),
        ("41 (jackd) Z 1 41 41", False),
        ("41 (python) S 1 41 41", False),
        ("41 (a (jackd) player) S 1 41 41", False),
    ],
)
def test_the_list_stays_only_for_a_server_that_runs(
    stat: str, is_kept: bool, tmp_path: Path
) -> None:
    of_jack = [tmp_path / "jack-shm-registry", tmp_path / "jack_duet41n0_0_0"]
    of_others = tmp_path / "jackets"
    for path in [*of_jack, of_others]:
        path.touch()
    _process(tmp_path / "proc", stat)

    forget_the_dead(tmp_path, tmp_path / "proc")

    assert [path.exists() for path in of_jack] == [is_kept, is_kept]
    assert of_others.exists()


def test_a_machine_that_never_had_a_server_is_fine(tmp_path: Path) -> None:
    forget_the_dead(tmp_path, tmp_path)

    assert not any(tmp_path.iterdir())


def test_the_list_stays_while_a_server_is_to_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("fcntl", reason="JACK is asked for on Linux alone")
    monkeypatch.setattr(jack_registry, "_LOCK", tmp_path / "lock")
    monkeypatch.setattr(jack_registry, "_IN_USE", tmp_path / "in-use")
    monkeypatch.setattr(jack_registry, "_SHARED", tmp_path)
    monkeypatch.setattr(jack_registry, "_PROCESSES", tmp_path / "proc")
    of_jack = tmp_path / "jack-shm-registry"
    of_jack.touch()

    with list_is_kept(), room_for_a_server():
        assert of_jack.exists()
    with room_for_a_server():
        assert not of_jack.exists()
