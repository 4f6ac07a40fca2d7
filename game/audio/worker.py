"""The process in which songs are rendered: `python -m game.audio.worker ASSETS TARGET`.

The mixer holds its lock while it decodes: in the game's own process a song of two minutes would
silence every drum for 0.4 s. Here it holds up nobody, can be opened at the song's own rate, and the
memory it took goes back at once.

Standard input is the request as JSON; standard output is one JSON object a line: {"progress": 0.4},
at last {"done": true} or {"error": {...}}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from game.audio.render import render
from game.audio.request import SongRequest
from game.errors import AudioError


def main(arguments: list[str]) -> int:
    assets, target = (Path(argument) for argument in arguments)
    request = SongRequest.from_json(json.load(sys.stdin))
    try:
        render(request, assets, target, lambda done: say({"progress": done}))
    except AudioError as error:
        say({"error": as_json(error)})
    except OSError as error:
        fault = AudioError(target.parent, "", error.strerror or str(error), "room for the song")
        say({"error": as_json(fault)})
    else:
        say({"done": True})
    return 0


def as_json(error: AudioError) -> dict[str, str]:
    """The fault in plain values."""
    return {
        "path": str(error.path),
        "place": error.place,
        "found": error.found,
        "expected": error.expected,
        "hint": error.hint,
    }


def say(message: dict[str, object]) -> None:
    """One line to whoever started this process."""
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
