"""What of a play goes into the history."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from menu_rig import services_in
from song_shelf import song

from game.app.history.history import Best
from game.app.history.play import OffsetFrom, OffsetInUse
from game.app.history.recording import Standing, keep, offset_in_use
from game.app.play.setup import PlaySetup, SeatSetup
from game.app.services import Services
from game.app.settings.values import Settings
from game.app.sound.audio_output import AudioOutput
from game.duet.result import DuetResult, PlayerResult, TogetherResult
from game.timing.offsets import Calibration, Kind, Setup

SONG = song("Ash")
MINA = SeatSetup(1, "Mina", "keyboard", 3, "four", "standard")
JUN = SeatSetup(2, "Jun", "midi:TD-17", 5, "kit", "relaxed")
FIRST = PlayerResult(1, 3, "four", 741_230, 60, 20, 10, 10, 4, 0, 41, 100, -7_400, 21_300)
SECOND = PlayerResult(2, 5, "kit", 902_114, 90, 8, 2, 0, 0, 6, 100, 100, 5_100, 13_800)
RESULT = DuetResult("digest", (FIRST, SECOND), 941_672, TogetherResult(60, 55, 65, 90, 17_000))
OUTPUT = AudioOutput("pulse", "Speakers", 256, 48_000, is_silent=False)
TESTED = Calibration(
    1, Setup("keyboard", "Speakers", 256), Kind.SOUND, 61_000, 900, 8_000, 40, date(2026, 5, 1)
)


class Session:
    """A play that is over, as far as the history asks."""

    def __init__(self, *seats: SeatSetup, rate_pct: int = 100) -> None:
        self.setup = PlaySetup(SONG.path, SONG.read(), seats, rate_pct=rate_pct)

    def offset_us(self, player: int) -> int:
        return 40_000 + player


@pytest.fixture
def services(tmp_path: Path) -> Services:
    services = services_in(tmp_path)
    services.sound = SimpleNamespace(output=OUTPUT)
    return services


def kept(services: Services, *seats: SeatSetup, replay: Path | None = None):
    keep(services, Session(*seats), RESULT, replay)
    (play,) = services.history.plays()
    return play


def test_everything_that_the_two_may_want_to_know_is_kept(services) -> None:
    play = kept(services, MINA, JUN)
    assert (play.digest, play.title, play.rate_pct) == ("digest", "Ash", 100)
    assert (play.duet_score, play.together) == (RESULT.duet_score, RESULT.together)
    assert [part.name for part in play.parts] == ["Mina", "Jun"]
    assert [part.device for part in play.parts] == ["keyboard", "midi:TD-17"]
    assert [part.rules for part in play.parts] == ["standard", "relaxed"]
    assert [part.result for part in play.parts] == [FIRST, SECOND]
    assert [part.offset.input_us for part in play.parts] == [40_001, 40_002]
    assert not list(services.notices)


def test_the_first_time_is_no_best_and_a_higher_score_is_one(services) -> None:
    first = keep(services, Session(MINA, JUN), RESULT, None)
    assert first == Standing("jun\nmina", None)
    assert not first.is_best(1_200_000)
    again = keep(services, Session(MINA, JUN), RESULT, None)
    assert again.before == Best(RESULT.duet_score, 60, 1)
    assert again.is_best(RESULT.duet_score + 1)
    assert not again.is_best(RESULT.duet_score)


def test_other_people_and_other_songs_have_bests_of_their_own(services) -> None:
    keep(services, Session(MINA, JUN), RESULT, None)
    ada = replace(JUN, name="Ada")
    assert keep(services, Session(MINA, ada), RESULT, None).before is None
    other = replace(RESULT, digest="another")
    assert keep(services, Session(MINA, JUN), other, None).before is None


def test_slow_plays_and_plays_with_bots_stand_nowhere(services) -> None:
    assert keep(services, Session(MINA, JUN, rate_pct=75), RESULT, None) is None
    assert keep(services, Session(MINA, replace(JUN, device="bot")), RESULT, None) is None


def test_a_seats_own_number_is_nobodys_name(services) -> None:
    play = kept(services, replace(MINA, name="P2"), replace(JUN, name="P1"))
    assert [part.name for part in play.parts] == ["", ""]


def test_a_bot_is_marked(services) -> None:
    play = kept(services, MINA, replace(JUN, name="Steady bot", device="bot:0,12"))
    assert [part.is_bot for part in play.parts] == [False, True]
    assert play.parts[1].offset.came_from is OffsetFrom.NONE
    assert play.pair is None


def test_a_replay_in_its_folder_goes_by_its_name(services, tmp_path) -> None:
    folder = services.folders.replays
    assert kept(services, MINA, JUN, replay=folder / "ash.json").replay == "ash.json"


def test_a_replay_elsewhere_goes_by_its_path(services, tmp_path) -> None:
    path = tmp_path / "elsewhere" / "ash.json"
    assert kept(services, MINA, JUN, replay=path).replay == str(path)


def test_a_history_that_cannot_be_written_is_a_notice(services) -> None:
    services.folders.data.parent.mkdir(parents=True, exist_ok=True)
    services.folders.data.write_text("", encoding="utf-8")
    keep(services, Session(MINA, JUN), RESULT, None)
    (notice,) = services.notices
    assert "history.sqlite3" in notice


@pytest.mark.parametrize(
    ("calibrations", "expected"),
    [
        ((), OffsetInUse(7, OffsetFrom.DEFAULT)),
        ((TESTED,), OffsetInUse(7, OffsetFrom.MEASURED, date(2026, 5, 1))),
        (
            (replace(TESTED, setup=Setup("keyboard", "Speakers", 512)),),
            OffsetInUse(7, OffsetFrom.NEARBY, date(2026, 5, 1)),
        ),
        (
            (replace(TESTED, setup=Setup("keyboard", "Headphones", 256)),),
            OffsetInUse(7, OffsetFrom.DEFAULT),
        ),
        ((replace(TESTED, player=2),), OffsetInUse(7, OffsetFrom.DEFAULT)),
    ],
)
def test_where_an_offset_came_from_is_kept(calibrations, expected) -> None:
    settings = replace(Settings(), calibrations=calibrations)
    assert offset_in_use(settings, OUTPUT, MINA, 7) == expected
