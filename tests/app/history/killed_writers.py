"""Writers of plays that are killed at any moment; run as a program of its own.

    python killed_writers.py FILE ROUNDS

Each round forks a writer, which says on a pipe whenever a play is on the disk, and kills it a
little later each time. Then it prints `[said, found, faults]` as a line of JSON: how many plays
were said to be there, how many there are, and what was told of the file.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from time import sleep

from kept_plays import play

from game.app.history.database import Database
from game.app.history.history import History

STEP_S = 0.000_15
STEPS = 40


def write_until_killed(path: Path, pipe: int) -> None:
    history = History(Database(path, lambda fault: os._exit(1)))
    while history.add(play()):
        os.write(pipe, b".")


def written_in_a_round(path: Path, wait_s: float) -> int:
    """How many plays a writer said to have written before it was killed."""
    reading, writing = os.pipe()
    writer = os.fork()
    if writer == 0:
        write_until_killed(path, writing)
        os._exit(1)
    os.close(writing)
    said = len(os.read(reading, 1))
    sleep(wait_s)
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    while more := os.read(reading, 1_000):
        said += len(more)
    os.close(reading)
    return said


def main() -> None:
    path, rounds = Path(sys.argv[1]), int(sys.argv[2])
    for number in range(rounds):
        said = written_in_a_round(path, STEP_S * (number % STEPS))
        faults: list[str] = []
        database = Database(path, lambda fault, into=faults: into.append(str(fault)))
        plays = History(database).plays()
        whole = sum(each == play() for each in plays)
        database.write(lambda connection: connection.execute("DELETE FROM plays"), "nothing")
        database.close()
        print(json.dumps([said, whole, len(plays), faults]))


if __name__ == "__main__":
    main()
