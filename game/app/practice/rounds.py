"""A practice at one speed: time round after time round, each a play of its own."""

from __future__ import annotations

from game.app.play.clock import play_clock
from game.app.play.offsets import play_offsets
from game.app.play.session import JUDGED_FROM_US, PlaySession
from game.app.play.setup import PlaySetup
from game.app.practice.parts import practice_setup, practice_timelines
from game.app.practice.round_sound import RoundSound, StepSound
from game.app.services import Services
from game.charts.count_in import count_in_us
from game.charts.timeline import Timeline
from game.duet.practice.passes import Pass, pass_of
from game.duet.practice.plan import Plan
from game.duet.practice.run_in import Round, cut, round_of
from game.duet.practice.wait_gate import WaitGate
from game.timing.holding_clock import HoldingClock

_JUDGED_AFTER_US = 150_000
_JUDGED_AFTER_NS = 30_000_000


class Rounds:
    """Song time runs from the run-in to the end of the bars, and begins again there in tempo.

    Presses that come late for the last notes still belong to their own time round: the next one
    takes over a moment into its run-in. Where the song waits for the players it is silent.
    """

    def __init__(self, services: Services, setup: PlaySetup, plan: Plan) -> None:
        self.plan = plan
        self.setup = practice_setup(setup, plan)
        self.timelines = practice_timelines(setup, plan)
        """Of the whole song."""

        self.round = _round(setup, plan, self.timelines[0])
        self._cut = tuple(cut(timeline, self.round) for timeline in self.timelines)
        self._services = services
        self._offsets = play_offsets(services.settings, services.sound.output, self.setup.seats)
        start_us = self.round.start_us
        self._holding = HoldingClock(start_us, plan.rate_pct) if plan.waits else None
        self._clock = self._holding or play_clock(self.setup, start_us)
        self._steps = self._step_sound() if plan.waits else None
        self._transport = self._steps or self._round_sound()
        self.session = self._next_session()

    @property
    def visual_ns(self) -> int:
        """How much earlier than the host time the song stands in the picture."""
        return self._offsets.visual_ns

    def start(self, now_ns: int) -> None:
        """Begin the first time round.

        Raises:
            AudioError: the song cannot be played.
        """
        self.session.start(now_ns)
        self._wait(now_ns)

    def stop(self) -> None:
        """Fall silent."""
        self._transport.stop()

    def wait(self, now_ns: int) -> None:
        """To be called after each press: the song may go on at once."""
        self._wait(now_ns)

    def step(self, now_ns: int) -> Pass | None:
        """Let time pass; returns how a time round went when it is over and the next has begun."""
        self._wait(now_ns)
        self.session.step(now_ns)
        self._wait(now_ns)
        if self._steps is not None:
            self._steps.reach(self._clock.song_us(now_ns))
        if not self._is_over(now_ns):
            return None
        self.session.duet.finish()
        played = pass_of(self.session.duet)
        again_ns = self._clock.host_ns(self._again_us())
        self._clock.stop(now_ns)
        self._clock.seek(self.round.start_us)
        self.session = self._next_session()
        self.session.start(now_ns if again_ns is None else again_ns)
        return played

    def from_ns(self) -> int:
        """The host time at which the bars of this time round begin, as far as is known now."""
        return self._clock.host_ns(self.round.from_us) or 0

    def count(self, visual_us: int) -> int | None:
        """The number of the count-in; None outside it."""
        counted = self.plan.counts_in and visual_us < self.round.from_us
        number = sum(stroke_us <= visual_us for stroke_us in self.round.sticks_us)
        return number if counted and number else None

    def _next_session(self) -> PlaySession:
        self._gates = tuple(
            WaitGate(timeline)
            for timeline, seat in zip(self._cut, self.setup.seats, strict=True)
            if self.plan.waits and not seat.is_bot
        )
        session = PlaySession(
            self.setup,
            self._transport,
            self._services.sound,
            start_us=self.round.start_us,
            end_us=self.round.to_us,
            offset_ns=self._offsets.input_ns,
            calibrated=self._offsets.calibrated,
            timelines=self._cut,
            clock=self._clock,
            settles_until_us=self.round.from_us - JUDGED_FROM_US,
        )
        session.drum_lead_ns = self._services.sound.drum_lead_ns
        return session

    def _wait(self, now_ns: int) -> None:
        """Hold the song at the first note that somebody still has to strike."""
        if self._holding is None:
            return
        verdicts = self.session.duet.verdicts
        due = (gate.due_us(verdicts(gate.player)) for gate in self._gates)
        self._holding.hold_at(
            now_ns, min((at_us for at_us in due if at_us is not None), default=None)
        )

    def _is_over(self, now_ns: int) -> bool:
        latest_ns = max(0, *self._offsets.input_ns.values(), 0) + _JUDGED_AFTER_NS
        after_us = _JUDGED_AFTER_US * self.plan.rate_pct // 100
        return self._clock.song_us(now_ns - latest_ns) >= self.round.to_us + after_us

    def _again_us(self) -> int:
        """The song time that the end of the bars has for the clock, to the frame that is played."""
        sound_map = self.setup.sound_map
        start_us = sound_map.sound_us(self.round.start_us)
        return sound_map.song_us(start_us + self._transport.round_us)

    def _round_sound(self) -> RoundSound:
        """Strokes before song time 0 are in the song's file already."""
        strokes_us = self.round.sticks_us if self.plan.counts_in else ()
        sound_us = self.setup.sound_map.sound_us
        return RoundSound(
            self._services.sound,
            sound_us(self.round.to_us),
            (sound_us(stroke_us) for stroke_us in strokes_us if stroke_us >= 0),
        )

    def _step_sound(self) -> StepSound:
        played = self.round
        ticks_us = list(played.sticks_us if self.plan.counts_in else ())
        if self.plan.metronome:
            pulses_us = (pulse.at_us for pulse in self.timelines[0].pulses)
            ticks_us += (at_us for at_us in pulses_us if played.from_us <= at_us < played.to_us)
        sound = self._services.sound
        return StepSound(sound, ticks_us, played.to_us - played.start_us)


def _round(setup: PlaySetup, plan: Plan, timeline: Timeline) -> Round:
    counted_us = count_in_us(setup.chart)
    return round_of(timeline, plan.bars, plan.rate_pct, counted_us, runs_in=plan.runs_in)
