"""A play in progress: song clock, duet, bots and drums, told the host time at each call."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from game.app.kits.struck_pads import StruckPad, StruckPads
from game.app.play.bots import PlayBots
from game.app.play.clock import PlayClock, play_clock
from game.app.play.hot_seats import HotSeats
from game.app.play.ports import Drums, Transport
from game.app.play.setup import PlaySetup, SeatSetup
from game.charts.compile import compile_timeline
from game.charts.count_in import resume_from_us
from game.charts.timeline import Timeline
from game.duet.duet import Duet, LoggedVerdict
from game.duet.events import InputEvent, Mark
from game.duet.retelling import retold
from game.duet.seat import Seat
from game.duet.sounding import Sounding
from game.input.bindings import Binding
from game.judge.rules import RULES
from game.timing.device_fit import DeviceFit
from game.timing.units import NS_PER_US, Micros

LOST_SOUND_US = 250_000
LATE_START_US = 20_000
JUDGED_FROM_US = 150_000
"""No window opens earlier than this before song time 0."""

_JUDGE_BEHIND_NS = 30_000_000
"""A miss is announced this much later, so that no press on its way comes behind its time."""


class PlaySession:
    """One play from the count-in to the end, or from pause to pause.

    Reads no clock. A player's press is judged at `song_us(host_ns - offset_ns[player])`; nothing
    else adds or takes an offset.
    """

    def __init__(
        self,
        setup: PlaySetup,
        transport: Transport,
        drums: Drums,
        *,
        start_us: int,
        end_us: int,
        offset_ns: Mapping[int, int],
        calibrated: Collection[int] = (),
        timelines: Sequence[Timeline] | None = None,
        clock: PlayClock | None = None,
        settles_until_us: int = -JUDGED_FROM_US,
    ) -> None:
        """
        Args:
            start_us: song time at which the lead-in begins.
            end_us: song time at which the sound ends; the chart's last bar may come later.
            offset_ns: input offset by player; those of bots are 0.
            calibrated: whose input offset was measured.
            timelines: what each seat plays; None: the chart's part at the seat's level and layout.
            clock: one that stands at `start_us`; None: a new one.
            settles_until_us: until then a sound that starts late is waited for.
        """
        self.setup = setup
        self.timelines = tuple(timelines or ()) or tuple(
            compile_timeline(setup.chart, seat.player, seat.level, seat.layout)
            for seat in setup.seats
        )
        measured = {*calibrated, *(seat.player for seat in setup.seats if seat.is_bot)}
        self.duet = Duet(
            [
                Seat(timeline, RULES[seat.rules], calibrated=seat.player in measured)
                for timeline, seat in zip(self.timelines, setup.seats, strict=True)
            ],
            setup.rate_pct,
        )
        self.end_us = max(end_us, *(timeline.end_us for timeline in self.timelines))
        self.pressed_ns: dict[Binding, int] = {}
        """Host time of the last press of each lane, for the view."""

        self.dropouts = 0
        """How often the sound has stumbled while it was played to; slow starts aside."""

        self._known_dropouts = 0
        self._start_us = start_us
        self._transport = transport
        self._drums = drums
        self._sound_map = setup.sound_map
        self._clock = clock or play_clock(setup, start_us)
        self._settles_until_us = settles_until_us
        self.drum_lead_ns = 0
        """Bots strike so much later, since a drum sounds so much too early."""

        self._offset_ns = {
            seat.player: 0 if seat.is_bot else offset_ns.get(seat.player, 0) for seat in setup.seats
        }
        self._fed_from_us = {seat.player: Micros(start_us) for seat in setup.seats}
        self._sounding = {timeline.player: Sounding(timeline) for timeline in self.timelines}
        self._bots = PlayBots(setup, self.duet)
        self.hot_seats = HotSeats(setup, self.duet, self._bots)
        self._struck_pads = StruckPads()
        self._sticks_us: tuple[Micros, ...] = ()

    @property
    def is_running(self) -> bool:
        return self._clock.is_running

    @property
    def sound_fit(self) -> DeviceFit:
        """What has been learnt of the sound device's own clock."""
        return self._clock.fit

    def song_us(self, now_ns: int) -> Micros:
        """Song time that sounds at a host time."""
        return self._clock.song_us(now_ns)

    def song_zero_ns(self) -> int:
        """The host time at which the song's first bar starts, as far as is known now."""
        return self._clock.host_ns(0) or 0

    def offset_us(self, player: int) -> int:
        """The player's input offset, as it is taken out of their presses."""
        return self._offset_ns[player] // NS_PER_US

    def timed_hits_us(self) -> dict[int, list[int]]:
        """By player: hit - note of all timed hits so far, in real time."""
        tallies = {seat.player: self.duet.tally(seat.player) for seat in self.setup.seats}
        return {
            player: [offset_us * 100 // self.setup.rate_pct for offset_us in tally.offsets_us]
            for player, tally in tallies.items()
        }

    def resumed_at_us(self, player: int) -> Micros:
        """Before this song time the player's presses sound and are not judged."""
        return self._fed_from_us[player]

    def start(self, now_ns: int) -> None:
        """Begin, or go on after a pause with a count-in; does nothing to a song that runs."""
        if self._clock.is_running:
            return
        from_us = self._clock.song_us(now_ns)
        sticks_us = [self._sound_map.sound_us(pulse_us) for pulse_us in self._sticks_us]
        started_us = self._transport.play(
            self._sound_map.sound_us(from_us), sticks_us, self.setup.rate_pct
        )
        if started_us is not None:
            from_us = self._sound_map.song_us(started_us)
        self._clock.start(now_ns, from_us)

    def pause(self, now_ns: int) -> None:
        """Stop the song and step back by the count-in that the next start gives."""
        if not self._clock.is_running:
            return
        self._judge_pads(self._struck_pads.take_all())
        self.step(now_ns)
        self._play_bots(now_ns, self._clock.song_us(now_ns))
        self._transport.stop()
        self._hold_feeding(now_ns)
        paused_us = max(self._fed_from_us.values())
        self._clock.stop(now_ns)
        self.duet.mark(Mark(paused_us, None, "pause"))
        timeline = self.timelines[0]
        resume_us = max(self._start_us, resume_from_us(timeline, paused_us))
        self._sticks_us = tuple(
            pulse.at_us for pulse in timeline.pulses if resume_us <= pulse.at_us < paused_us
        )
        self._clock.seek(resume_us)

    def take_break(self, player: int) -> None:
        """In a pause: a stand-in plays on for a player."""
        self.hot_seats.leave(player, self._fed_from_us[player])

    def end_break(self, player: int) -> None:
        """In a pause: a player goes on where the song does."""
        self.hot_seats.come_back(player, max(self._fed_from_us.values()))

    def seat_guest(self, guest: SeatSetup, offset_ns: int, *, is_calibrated: bool) -> None:
        """In mid-song, a person takes a bot's seat; their next press is their first.

        The bot becomes a stand-in from the start, so that the part counts from the guest's own
        first bar on.
        """
        player = guest.player
        seats = tuple(guest if seat.player == player else seat for seat in self.setup.seats)
        duet_seats = [
            replace(seat, calibrated=is_calibrated) if seat.player == player else seat
            for seat in self.duet.seats
        ]
        first = Mark(Micros(self._start_us), player, "bot")
        self.duet = self._bots.duet = retold(self.duet, duet_seats, first)
        self.setup = replace(self.setup, seats=seats)
        self._offset_ns[player] = offset_ns
        self.hot_seats.seat_guest(player, self.duet)

    def press(self, binding: Binding, host_ns: int, velocity: int) -> None:
        """A hit of a player: the drum sounds at once, and the hit is judged at its own time."""
        self._sound(binding, host_ns, velocity)
        self._judge(binding, host_ns, velocity)

    def strike(self, binding: Binding, host_ns: int, velocity: int) -> None:
        """A hit of a pad: sounds at once, and is judged a moment later, so that a soft hit that a
        filter has held is judged before those that came after it."""
        self._sound(binding, host_ns, velocity)
        if self._clock.is_running:
            self._struck_pads.add(StruckPad(host_ns, binding, velocity))

    def step(self, now_ns: int) -> tuple[LoggedVerdict, ...]:
        """Let time pass up to a host time; returns what became of notes and presses."""
        if not self._clock.is_running:
            return ()
        self._follow_device(now_ns)
        self._judge_pads(self._struck_pads.take(now_ns))
        now_us = self._clock.song_us(now_ns)
        self._play_bots(now_ns, self._clock.song_us(now_ns - self.drum_lead_ns))
        for player, offset_ns in self._offset_ns.items():
            # A stand-in's presses come at the present, whatever the player's offset.
            is_own = self.hot_seats.is_own(player, now_us)
            behind_ns = _JUDGE_BEHIND_NS + (offset_ns if is_own else max(0, offset_ns))
            self.duet.advance(player, self._clock.song_us(now_ns - behind_ns))
        self.hot_seats.watch(now_us)
        return self.duet.drain()

    def pulses_to_resume(self, song_us: int) -> int | None:
        """How many pulses a pause's count-in has still to go; None when it is over."""
        resumed_us = max(self._fed_from_us.values())
        if not self._sticks_us or song_us >= resumed_us:
            return None
        return sum(pulse_us > song_us for pulse_us in self._sticks_us) + 1

    def has_lost_the_sound(self, now_ns: int) -> bool:
        """Whether the sound is so far from the clock that only a pause brings them together."""
        is_known = self.is_running and self._clock.fit.is_clock
        return is_known and abs(self._clock.error_us(now_ns)) > LOST_SOUND_US

    def is_over(self, now_ns: int) -> bool:
        """Whether the last bar and the sound have ended, and the last miss has been announced."""
        behind_ns = max(self._offset_ns.values()) + _JUDGE_BEHIND_NS
        return self._clock.song_us(now_ns - behind_ns) >= self.end_us

    def next_sound_ns(self) -> int | None:
        """The host time at which a bot strikes next."""
        strike_us = self._bots.next_us()
        strike_ns = None if strike_us is None else self._clock.host_ns(strike_us)
        return None if strike_ns is None else strike_ns + self.drum_lead_ns

    def _sound(self, binding: Binding, host_ns: int, velocity: int) -> None:
        at_us = self._clock.song_us(host_ns - self._offset_ns[binding.player])
        self.pressed_ns[binding] = host_ns
        voice = self._sounding[binding.player].voice(binding.lane, at_us)
        self._drums.drum(binding.player, voice, velocity)
        self.hot_seats.touched(binding.player, max(at_us, self._fed_from_us[binding.player]))

    def _judge(self, binding: Binding, host_ns: int, velocity: int) -> None:
        at_us = self._clock.song_us(host_ns - self._offset_ns[binding.player])
        is_fed = self._clock.is_running and at_us >= self._fed_from_us[binding.player]
        if is_fed and self.hot_seats.is_own(binding.player, at_us):
            self.duet.feed(InputEvent(at_us, binding.player, binding.lane, velocity))

    def _judge_pads(self, struck: Iterable[StruckPad]) -> None:
        for each in struck:
            self._judge(each.binding, each.host_ns, each.velocity)

    def _hold_feeding(self, now_ns: int) -> None:
        for player, offset_ns in self._offset_ns.items():
            reached_us = self._clock.song_us(now_ns - offset_ns)
            self._fed_from_us[player] = max(self._fed_from_us[player], reached_us)

    def _follow_device(self, now_ns: int) -> None:
        position_us = self._transport.position_us()
        if position_us is None:
            return
        self._clock.observe(now_ns, position_us)
        # A stream that is slow to start is waited for, as long as nothing has been judged.
        now_us = self._clock.song_us(now_ns)
        self._count_dropouts(now_us)
        nothing_judged = now_us < self._settles_until_us
        is_late = self._clock.fit.steps and abs(self._clock.error_us(now_ns)) > LATE_START_US
        if nothing_judged and is_late:
            self._clock.jump_to_device(now_ns)

    def _count_dropouts(self, now_us: Micros) -> None:
        dropouts = self._clock.fit.dropouts
        if now_us >= max(self._settles_until_us, *self._fed_from_us.values()):
            self.dropouts += dropouts - self._known_dropouts
        self._known_dropouts = dropouts

    def _play_bots(self, now_ns: int, to_us: Micros) -> None:
        for event in self._bots.play(to_us):
            self.pressed_ns[Binding(event.player, event.lane)] = now_ns
            voice = self._sounding[event.player].voice(event.lane, event.at_us)
            self._drums.drum(event.player, voice, event.velocity)
