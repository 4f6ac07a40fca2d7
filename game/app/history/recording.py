"""A play that is over becomes a play that is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.app.history.history import FULL_RATE_PCT, Best, History
from game.app.history.people import without_default
from game.app.history.play import OffsetFrom, OffsetInUse, Part, Play
from game.app.play.offsets import setup_of
from game.app.play.session import PlaySession
from game.app.play.setup import SeatSetup
from game.app.services import Services
from game.app.settings.values import Settings
from game.app.sound.audio_output import AudioOutput
from game.duet.result import DuetResult, PlayerResult
from game.timing.offsets import Kind, find


@dataclass(frozen=True, slots=True)
class Standing:
    """What a play is among all that the same two people have played."""

    pair: str
    """Their key."""

    before: Best | None
    """Their best of this song until now; None if this was the first time."""

    def is_best(self, duet_score: int) -> bool:
        """Whether a score is above all before it; never the first time."""
        return self.before is not None and duet_score > self.before.duet_score


def keep(
    services: Services, session: PlaySession, result: DuetResult, replay_path: Path | None
) -> Standing | None:
    """Write a play to the history; what keeps it off the disk becomes a notice.

    To be called before the song moves anybody's calibration.

    Returns:
        Where it stands, if two people played it at full speed or faster.
    """
    setup = session.setup
    parts = tuple(
        _part(
            seat,
            without_default(seat.name, services.strings),
            offset_in_use(
                services.settings,
                services.sound.output,
                seat,
                session.offset_us(seat.player),
            ),
            each,
        )
        for seat, each in zip(setup.seats, result.players, strict=True)
    )
    play = Play(
        played_at_s=int(datetime.now().timestamp()),
        digest=result.digest,
        title=setup.chart.meta.title,
        rate_pct=setup.rate_pct,
        duet_score=result.duet_score,
        parts=parts,
        together=result.together,
        replay=_replay(replay_path, services.folders.replays),
    )
    standing = _standing(services.history, play)
    services.history.add(play)
    return standing


def offset_in_use(
    settings: Settings, output: AudioOutput, seat: SeatSetup, input_us: int
) -> OffsetInUse:
    """Where a player's offset comes from, as things stand."""
    if seat.is_bot:
        return OffsetInUse(input_us, OffsetFrom.NONE)
    setup = setup_of(output, seat.device)
    tested = find(settings.calibrations, seat.player, setup, Kind.SOUND)
    if tested is None:
        return OffsetInUse(input_us, OffsetFrom.DEFAULT)
    came_from = OffsetFrom.MEASURED if tested.setup == setup else OffsetFrom.NEARBY
    return OffsetInUse(input_us, came_from, tested.date)


def _standing(history: History, play: Play) -> Standing | None:
    if play.pair is None or play.rate_pct < FULL_RATE_PCT:
        return None
    return Standing(play.pair, history.best_by_digest(play.pair).get(play.digest))


def _part(seat: SeatSetup, name: str, offset: OffsetInUse, result: PlayerResult) -> Part:
    return Part(name, seat.is_bot, seat.device, seat.rules, offset, result)


def _replay(path: Path | None, folder: Path) -> str:
    """Of a replay in its own folder the name is kept: the folder may move."""
    if path is None:
        return ""
    return path.name if path.parent == folder else str(path)
