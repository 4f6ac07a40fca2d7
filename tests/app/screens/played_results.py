"""Results of whole plays by bots."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from helpers import document

from game.app.play.setup import PlaySetup, SeatSetup
from game.app.screens.results import ResultsScreen
from game.app.services import Services
from game.charts.compile import compile_timeline
from game.duet.analysis import Analysis, analysis_of
from game.duet.bot_spec import BotSpec
from game.duet.bots import Bot
from game.duet.duet import Duet
from game.duet.result import DuetResult, result_of
from game.duet.seat import Seat
from game.duet.simulate import play_bots
from game.judge.rules import RULES

REPLAY = Path("a/rather/deep/folder/of/somebody/data/drum-duet/replays/2026-11-23 18.31 ash.json")

_FOURS = "\n\n".join(
    f"== Fours {number} ==\nlead |P1|P2|\nP1 hat |xxxx|%|\nP1 kick |x-x-|%|\nP2 snare |xxxx|%|"
    for number in range(1, 9)
)
_DYNAMIC_BAR = "P1 snare |xgXg|%|"
_SOLO = (
    "#duet 1\ntitle: Alone\nbpm: 120\n\n== One ==\n"
    f"P1 hat |{'xxxx|' * 16}\nP2 kick |{'----|' * 16}\n"
)
_TEXT = f"#duet 1\ntitle: Trading\nbpm: 120\n\n{_FOURS}\n"


@dataclass(frozen=True, slots=True)
class Played:
    """Who plays, by the words of the command line; None: nobody."""

    bots: tuple[str | None, str | None]
    layout: str = "kit"
    is_calibrated: bool = True
    has_dynamics: bool = False
    """Whether P1's part has ghosts and accents besides."""

    is_solo: bool = False
    """Whether P2's part has no notes."""

    @property
    def text(self) -> str:
        """The chart's."""
        if self.is_solo:
            return _SOLO
        if not self.has_dynamics:
            return _TEXT
        return _TEXT.replace("P1 kick", f"{_DYNAMIC_BAR}\nP1 kick")


FULL = Played(("bot:-12,14", "bot:20,30,0.4"))
RELATIVE = Played(("bot:0,14", "bot:30,14"), "four", is_calibrated=False)
DYNAMIC = Played(("bot:-12,14", "bot:20,30"), has_dynamics=True)
ALONE = Played(("bot:0,14", None), "four")
NOTHING = Played((None, None))
SOLO = Played(("bot:-3,14", None), is_solo=True)


def played(how: Played) -> tuple[DuetResult, Analysis]:
    """The result and the analysis of a play in which the lead changes hands with every bar."""
    chart = document(how.text).chart()
    seats = [
        Seat(compile_timeline(chart, player, 5, how.layout), RULES["standard"], how.is_calibrated)
        for player in (1, 2)
    ]
    duet = Duet(seats)
    bots = [
        Bot(seat, BotSpec.parse(words), 7)
        for seat, words in zip(seats, how.bots, strict=True)
        if words is not None
    ]
    play_bots(duet, bots, None)
    duet.finish()
    analysis = analysis_of(duet)
    assert analysis is not None
    return result_of(duet), analysis


def screen_of(services: Services, names: tuple[str, str], how: Played) -> ResultsScreen:
    """The results of such a play."""
    result, analysis = played(how)
    seats = tuple(
        SeatSetup(player, name, "keyboard", 5, how.layout, "standard")
        for player, name in enumerate(names, start=1)
    )
    setup = PlaySetup(Path("trading.duet"), document(how.text).chart(), seats)
    return ResultsScreen(services, setup, result, REPLAY, analysis)
