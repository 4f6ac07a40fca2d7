"""What a step of the lesson shows in one frame."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from game.app.lesson.steps import step_text
from game.app.play.picture import PlayPicture
from game.app.play.session import PlaySession
from game.app.play.setup import SeatSetup
from game.app.practice.rounds import Rounds
from game.app.services import Services
from game.charts.layouts import LAYOUTS
from game.duet.lesson.course import FIRST_MINUTE
from game.duet.lesson.due import due_lanes
from game.duet.lesson.lesson_run import LessonRun
from game.duet.practice.run_in import Round
from game.judge.verdict import Grade
from game.view.highway.seat import LaneView, SeatView
from game.view.screens.lesson_play import LessonPlaySnapshot
from game.view.strings import Strings

_UNSAID = (Grade.MISS, Grade.OVERHIT)
"""Nobody is told of these: an untouched note only fades."""

_LONGEST_NAME = 12
"""Characters; in a sentence, players with longer names are called by their side."""


class LessonPicture:
    """The frames of one time round."""

    def __init__(
        self,
        services: Services,
        session: PlaySession,
        step: str,
        run: LessonRun,
        learners: Collection[int],
    ) -> None:
        strings = services.strings
        self._play = PlayPicture(services, session)
        self._learners = learners
        self._pads = {s.player: _pads(strings, s) for s in session.setup.seats if s.kit}
        self._title = step_text(strings, step, "title")
        self._place = strings("lesson.place", idea=run.idea + 1, ideas=run.ideas)
        self._sentence = _sentence(strings, step, run, session.setup.seats)
        self._foot = strings("lesson.waits") if run.waits else ""
        self._skip = _skip_text(services, session.setup.seats)
        # What waits for both brings them together whatever they do.
        self._has_meter = not run.waits and (step != FIRST_MINUTE or run.idea > 0)
        self._hints = (strings("lesson.hint_skip"), strings("lesson.hint_leave"))

    def frame(self, now_ns: int, rounds: Rounds, held: float = 0.0) -> LessonPlaySnapshot:
        """The picture at a host time.

        Args:
            held: how far a skip is that somebody holds for, 0 to 1.
        """
        play = self._play.frame(now_ns, rounds.visual_ns, held=held)
        ahead_us = _ahead_us(rounds.round, play.visual_us)
        seats = tuple(self._seat(seat, play.visual_us, ahead_us) for seat in play.seats)
        return LessonPlaySnapshot(
            replace(
                play,
                title=self._title,
                bpm_text=self._place,
                seats=seats,
                count_in=rounds.count(play.visual_us),
                hint="",
                has_score=False,
            ),
            self._sentence,
            self._hints,
            self._foot,
            self._skip,
            self._has_meter,
        )

    def _seat(self, seat: SeatView, visual_us: int, ahead_us: int) -> SeatView:
        """Without a word of misses, and with the keys lit that are due."""
        recent = tuple(each for each in seat.seat.recent if each.grade not in _UNSAID)
        is_learner = seat.player in self._learners
        due = due_lanes(seat.timeline, seat.seat.judged, visual_us, ahead_us) if is_learner else ()
        return replace(
            seat,
            lanes=self._pads.get(seat.player, seat.lanes),
            seat=replace(seat.seat, recent=recent),
            due=due,
            caption="",
            note="",
        )


def _pads(strings: Strings, seat: SeatSetup) -> tuple[LaneView, ...]:
    """The names of the drums, which no pad has printed on it."""
    return tuple(LaneView(lane, strings(f"lanes.{lane}")) for lane in LAYOUTS[seat.layout].lanes)


def _sentence(strings: Strings, step: str, run: LessonRun, seats: Sequence[SeatSetup]) -> str:
    """The idea, with the players' names."""
    names = {
        f"p{seat.player}": seat.name
        if len(seat.name) <= _LONGEST_NAME
        else strings(f"common.p{seat.player}")
        for seat in seats
    }
    return step_text(strings, step, str(run.idea + 1), **names)


def _ahead_us(played: Round, visual_us: int) -> int:
    """How early a drum is lit after a rest: the first ones while they are counted in, and after
    that a pulse, since whoever listens would strike at once."""
    if visual_us < played.from_us or not played.sticks_us:
        return played.from_us - played.start_us
    return played.from_us - played.sticks_us[-1]


def _skip_text(services: Services, seats: Sequence[SeatSetup]) -> str:
    """How drums lead on; "" where only keys that are no drums do."""
    people = [seat for seat in seats if not seat.is_bot]
    if any(seat.is_at_keyboard for seat in people):
        return services.strings("lesson.hint_hold")
    return services.strings("lesson.hint_roll") if services.settings.playing.menus_by_pads else ""
