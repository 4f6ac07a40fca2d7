"""One way through a step: idea after idea, each in tempo first, and without hurry if need be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from game.charts.timeline import Timeline
from game.duet.practice.bars import Bars, section_at
from game.duet.practice.passes import Pass

LANDED_PCT = 50
"""An idea has landed once each learner hits so many of their notes."""

BRIGHT_PCT = 90


@dataclass(frozen=True, slots=True)
class LessonRun:
    """Frozen; what happens makes a new one.

    An idea that does not land comes once more, and then the song waits for every stroke. So it
    lands in the end, and nobody plays it a third time.
    """

    ideas: int
    """How many there are."""

    idea: int = 0
    """The present one, from 0; `ideas` when all are over."""

    waits: bool = False
    """Whether the song waits for the learners in this time round."""

    landed: frozenset[int] = frozenset()
    """The ideas that landed in tempo."""

    played: frozenset[int] = frozenset()
    """The ideas that were played to their end."""

    hits: int = 0
    notes: int = 0
    """Of the learners, in tempo."""

    @property
    def is_over(self) -> bool:
        return self.idea >= self.ideas

    def after(self, played: Pass, learners: Collection[int]) -> LessonRun:
        """A time round was played to its end.

        Args:
            learners: the players who are no bots.
        """
        if self.waits:
            return replace(self._next(), played=self.played | {self.idea})
        theirs = [each for each in played.players if each.player in learners]
        counted = replace(
            self,
            hits=self.hits + sum(each.hits for each in theirs),
            notes=self.notes + sum(each.notes for each in theirs),
        )
        if not all(each.reaches(LANDED_PCT) for each in theirs):
            return replace(counted, waits=True)
        return replace(
            counted._next(),
            landed=self.landed | {self.idea},
            played=self.played | {self.idea},
        )

    def skipped(self) -> LessonRun:
        """On to the next idea."""
        return self._next()

    def back(self) -> LessonRun:
        """The idea before, or this one from its beginning where there is none."""
        return replace(self, idea=max(0, self.idea - 1), waits=False)

    def marks(self) -> int:
        """What it was worth: one mark for all ideas played to the end, however long it took; a
        second if each landed in tempo, a third for nine of ten notes."""
        every = frozenset(range(self.ideas))
        if not self.is_over or self.played != every:
            return 0
        if self.landed != every:
            return 1
        return 3 if self.hits * 100 >= BRIGHT_PCT * self.notes else 2

    def _next(self) -> LessonRun:
        return replace(self, idea=self.idea + 1, waits=False)


def ideas_of(timeline: Timeline) -> tuple[Bars, ...]:
    """The bars of each idea: the sections of a chart."""
    ideas = []
    bar = 0
    while bar < len(timeline.bars):
        ideas.append(section_at(timeline, bar))
        bar = ideas[-1].last + 1
    return tuple(ideas)
