"""A play whose taps are measured instead of judged: the very way that presses take in play."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.app.calibration.taps import Tap
from game.app.play.ports import Drums, Transport
from game.app.play.session import PlaySession
from game.app.play.setup import PlaySetup
from game.duet.sounding import Voice
from game.input.raw_hit import KEYBOARD
from game.timing.calibration import BEAT_US, Estimate, Refusal, estimate, is_enough
from game.timing.taps import match_taps

_LEAD_IN_US = 2_500_000
_GONE_US = 6 * BEAT_US
"""Who has not tapped for so long has left."""


class NoSound:
    """Plays nothing, so that a picture can be tapped to, and drums that keep still."""

    def play(self, from_us: int, sticks_us: Iterable[int], rate_pct: int) -> None:
        """Nothing to be heard."""

    def stop(self) -> None:
        """Nothing to end."""

    def position_us(self) -> int | None:
        """Nothing to follow: host time runs alone."""
        return None

    def drum(self, player: int, voice: Voice, velocity: int) -> None:
        """A drum that came late would lead the hand astray."""


class TapTest:
    """One test of one or two players, who join by tapping."""

    def __init__(
        self,
        setup: PlaySetup,
        transport: Transport,
        drums: Drums,
        *,
        start_us: int = -_LEAD_IN_US,
        end_us: int = 0,
        offset_ns: Mapping[int, int] | None = None,
    ) -> None:
        """
        Args:
            setup: of `tap_song`.
            start_us: song time at which the lead-in begins.
            end_us: song time at which the sound ends.
            offset_ns: input offsets by player; none where they are what is looked for.
        """
        self.session = PlaySession(
            setup, transport, drums, start_us=start_us, end_us=end_us, offset_ns=offset_ns or {}
        )
        self.devices: dict[int, str] = {}
        """What each player who has joined taps on."""

        self._results: dict[int, tuple[int, Estimate | Refusal]] = {}

    def tap(self, tap: Tap) -> None:
        """A player tapped; whoever has begun on one device goes on with it."""
        if self.devices.setdefault(tap.binding.player, tap.device) != tap.device:
            return
        if tap.device == KEYBOARD:
            self.session.press(tap.binding, tap.host_ns, tap.velocity)
        else:
            self.session.strike(tap.binding, tap.host_ns, tap.velocity)

    def taps_us(self, player: int) -> list[int]:
        """When a player tapped, counted from the first beat."""
        return [event.at_us for event in self.session.duet.events if event.player == player]

    def errors_us(self, player: int) -> tuple[int, ...]:
        """Tap - beat of each beat that was tapped once, in order."""
        return match_taps(self.taps_us(player), BEAT_US).offsets_us

    def result(self, player: int) -> Estimate | Refusal:
        """What the player's taps say so far."""
        taps_us = self.taps_us(player)
        known = self._results.get(player)
        if known is None or known[0] != len(taps_us):
            known = self._results[player] = (len(taps_us), estimate(taps_us))
        return known[1]

    def is_done(self, player: int) -> bool:
        """Whether the player has tapped enough."""
        taps = len(self.taps_us(player))
        return taps > 0 and is_enough(self.result(player), taps)

    @property
    def players(self) -> tuple[int, ...]:
        """Who has joined."""
        seats = self.session.setup.seats
        return tuple(seat.player for seat in seats if self.taps_us(seat.player))

    def is_over(self, now_ns: int) -> bool:
        """Whether everyone who joined is done or has left, or the beats have ended."""
        if self.session.is_over(now_ns):
            return True
        now_us = self.session.song_us(now_ns)
        return bool(self.players) and all(
            self.is_done(player) or now_us - self.taps_us(player)[-1] > _GONE_US
            for player in self.players
        )
