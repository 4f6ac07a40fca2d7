"""What a step of the lesson shows in one frame."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from game.app.lesson.steps import step_text
from game.app.play.picture import PlayPicture
from game.app.play.session import PlaySession
from game.app.practice.rounds import Rounds
from game.app.services import Services
from game.duet.lesson.due import due_lanes
from game.duet.lesson.lesson_run import LessonRun
from game.judge.verdict import Grade
from game.view.highway.seat import SeatView
from game.view.screens.lesson_play import LessonPlaySnapshot

_UNSAID = (Grade.MISS, Grade.OVERHIT)
"""Nobody is told of these: an untouched note only fades."""


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
        self._title = step_text(strings, step, "title")
        self._place = strings("lesson.place", idea=run.idea + 1, ideas=run.ideas)
        self._sentence = step_text(strings, step, str(run.idea + 1))
        self._foot = strings("lesson.waits") if run.waits else ""
        self._hints = (strings("lesson.hint_skip"), strings("lesson.hint_leave"))

    def frame(self, now_ns: int, rounds: Rounds) -> LessonPlaySnapshot:
        """The picture at a host time."""
        play = self._play.frame(now_ns, rounds.visual_ns)
        ahead_us = rounds.round.from_us - rounds.round.start_us
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
        )

    def _seat(self, seat: SeatView, visual_us: int, ahead_us: int) -> SeatView:
        """Without a word of misses, and with the keys lit that are due."""
        recent = tuple(each for each in seat.seat.recent if each.grade not in _UNSAID)
        is_learner = seat.player in self._learners
        due = due_lanes(seat.timeline, seat.seat.judged, visual_us, ahead_us) if is_learner else ()
        return replace(seat, seat=replace(seat.seat, recent=recent), due=due, caption="", note="")
