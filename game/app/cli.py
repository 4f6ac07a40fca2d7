"""The command line: `drum-duet`, also `python -m game`."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from game.errors import GameError

COMMANDS = (
    "play",
    "check",
    "fmt",
    "events",
    "simulate",
    "verify",
    "devices",
    "history",
    "bench",
    "export",
    "import",
    "new",
    "watch",
    "preview",
)
"""In the order of the help page; each is a module of `game.app.commands`."""

_MODULES = {"import": "import_"}
"""A word of the language is no name of a module."""


def parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line."""
    top = argparse.ArgumentParser(
        prog="drum-duet",
        description="Two people drum a song together. Without a command, the game starts.",
    )
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND")
    for name in COMMANDS:
        importlib.import_module(f"game.app.commands.{_MODULES.get(name, name)}").add_to(subparsers)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0, 1 for errors, 2 for wrong usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        if not words:
            return _game()
        arguments = parser().parse_args(words)
        return int(arguments.run(arguments))
    except GameError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of the output has gone, as `| head` does; nobody is left to tell.
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        return 130


def _game() -> int:
    """The game itself, without loading the other commands: its first frame comes sooner."""
    from game.app.start import run_game

    return run_game()
