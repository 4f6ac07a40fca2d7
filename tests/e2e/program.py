"""The real program in a process of its own, with folders of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).parents[2]
_SONG_ZERO = r"song time 0 at host (-?\d+) ns"


class OverdueError(AssertionError):
    """Something that should have happened by now did not."""


@dataclass
class Program:
    """A running game."""

    process: subprocess.Popen[str]
    home: Path

    @classmethod
    def start(
        cls,
        home: Path,
        display_name: str,
        *words: str,
        variables: Mapping[str, str] | None = None,
        run: Sequence[str] = ("-m", "game"),
        is_first: bool = False,
    ) -> Program:
        """Start `drum-duet WORDS` with `home` as the player's home folder.

        Args:
            variables: more of its environment.
            run: what Python is told to run instead of the game itself.
            is_first: whether nobody has been here before, so that the lesson is offered.
        """
        settings = home / "config" / "drum-duet" / "settings.toml"
        if not is_first and not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            settings.write_text("version = 1\n", encoding="utf-8")
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("SDL_")
        }
        environment |= {
            "DISPLAY": display_name,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_STATE_HOME": str(home / "state"),
            "SDL_AUDIODRIVER": "dummy",
            **(variables or {}),
        }
        process = subprocess.Popen(
            [sys.executable, *run, *words],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return cls(process, home)

    def log(self) -> str:
        """All that the program has logged so far."""
        return "".join(
            path.read_text(encoding="utf-8") for path in self.home.rglob("drum-duet.log")
        )

    def wait_for_log(self, pattern: str, within_s: float = 20.0) -> re.Match[str]:
        """The first line of the log that matches."""
        end_s = monotonic() + within_s
        while monotonic() < end_s:
            if found := re.search(pattern, self.log()):
                return found
            if self.process.poll() is not None:
                break
            sleep(0.02)
        raise OverdueError(f"no {pattern!r} in the log:\n{self.log()}\n{self.output()}")

    def song_zero_ns(self, nth: int = 1) -> int:
        """The host time at which the song's first bar starts, after the nth start of the song."""
        return int(self.wait_for_log(f"(?s)(?:.*?{_SONG_ZERO}){{{nth}}}")[1])

    def finish(self, within_s: float) -> int:
        """Wait until the program ends by itself; gives its exit status."""
        return self.process.wait(within_s)

    def output(self) -> str:
        """What a finished program printed; one that still runs is ended."""
        if self.process.poll() is None:
            self.process.kill()
        assert self.process.stdout is not None
        return self.process.stdout.read()
