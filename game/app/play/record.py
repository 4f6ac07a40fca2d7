"""What stays of a play: its replay on disk."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from game.app.files import atomic
from game.app.play.session import PlaySession
from game.charts.digest import chart_digest
from game.duet.replay import Hands, Replay, record
from game.duet.replay_writer import replay_text
from game.errors import ReplayError

_UNFIT_FOR_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')


def replay_of(session: PlaySession) -> Replay:
    """The replay of a play that is over."""
    setup = session.setup
    hands = [Hands(seat.device, session.offset_us(seat.player)) for seat in setup.seats]
    return record(session.duet, hands, chart_digest(setup.chart), setup.chart.meta.title)


def save(replay: Replay, path: Path) -> None:
    """Write a replay, whole or not at all.

    Raises:
        ReplayError: it cannot be written.
    """
    try:
        atomic.write_text(path, replay_text(replay))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReplayError(path, "", reason, "a file that can be written") from error


def replay_name(title: str, now: datetime) -> str:
    """The file name of a song's replay."""
    return dated_name(title, now, ".json")


def dated_name(title: str, now: datetime, ending: str) -> str:
    """A file name that sorts by date and says what is in it, fit for every file system."""
    fit = _UNFIT_FOR_A_NAME.sub(" ", title).strip(" .")[:60] or "song"
    return f"{now:%Y-%m-%d %H.%M.%S} {fit}{ending}"
