"""Whether a hand meant it: floor, echoes, crosstalk and the foot that sends an open hat.

Filters know hits and their host times, never the chart. A soft hit may be the shadow that a louder
one on a neighbouring pad throws ahead, so it is held for up to 8 ms; it keeps its own time.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import StrEnum

from game.charts.pieces import Piece
from game.input.midi.filter_settings import (
    DEAD_NS,
    HOLD_BELOW,
    HOLD_NS,
    NEIGHBOURS,
    FilterSettings,
    pad_of,
)
from game.input.raw_hit import RawHit

_NS_PER_MS = 1_000_000
_REMEMBERED_NS = 100 * _NS_PER_MS
"""As long as the longest mask."""


class Outcome(StrEnum):
    """What became of a hit."""

    PASSED = "passed"
    QUIET = "quiet"
    """Softer than the floor of its pad."""

    ECHO = "echo"
    """The same pad rang on."""

    CROSSTALK = "crosstalk"
    """A louder hit shook this pad."""

    FOOT = "foot"
    """The foot closed the hat, and the kit says besides that it was struck."""

    UNKNOWN = "unknown"
    """A note without a drum."""


@dataclass(frozen=True, slots=True)
class PadHit:
    """A hit and the drum that it is."""

    raw: RawHit
    piece: Piece | None
    is_open: bool = False
    """Of a hat."""

    channel: int = 10


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of a hit, and which other hit is the reason."""

    hit: PadHit
    outcome: Outcome
    because: PadHit | None = None

    @property
    def is_passed(self) -> bool:
        return self.outcome is Outcome.PASSED


class HitFilter:
    """The filters of one kit."""

    def __init__(self, settings: FilterSettings | None = None) -> None:
        self.settings = settings or FilterSettings()
        self._held: deque[PadHit] = deque()
        self._recent: deque[PadHit] = deque()
        """Passed hits of the last moments, the latest last."""

    @property
    def due_ns(self) -> int | None:
        """When the next held hit passes unless something louder comes; None if none is held."""
        return self._held[0].raw.host_ns + HOLD_NS if self._held else None

    def advance(self, now_ns: int) -> list[Decision]:
        """Let time pass: held hits whose time is up pass."""
        passed = []
        while self._held and self._held[0].raw.host_ns + HOLD_NS <= now_ns:
            passed.append(self._pass(self._held.popleft()))
        return passed

    def feed(self, hit: PadHit) -> list[Decision]:
        """Decide on a hit, on those held because of it, or later on both.

        Args:
            hit: not earlier than the one before it by more than a driver mixes up.
        """
        decisions = self.advance(hit.raw.host_ns)
        outcome, because = self._judge(hit)
        if outcome is not Outcome.PASSED:
            return [*decisions, Decision(hit, outcome, because)]
        decisions += self._unmask(hit)
        if hit.raw.velocity < HOLD_BELOW:
            self._held.append(hit)
        else:
            decisions.append(self._pass(hit))
        return decisions

    def _pass(self, hit: PadHit) -> Decision:
        oldest_ns = hit.raw.host_ns - _REMEMBERED_NS
        while self._recent and self._recent[0].raw.host_ns < oldest_ns:
            self._recent.popleft()
        self._recent.append(hit)
        return Decision(hit, Outcome.PASSED)

    def _judge(self, hit: PadHit) -> tuple[Outcome, PadHit | None]:
        """What is known of a hit as it comes."""
        if hit.piece is None:
            return Outcome.UNKNOWN, None
        if hit.raw.velocity < self.settings.of(pad_of(hit.piece)).floor:
            return Outcome.QUIET, None
        for other in reversed((*self._recent, *self._held)):
            if self._is_echo(hit, other):
                return Outcome.ECHO, other
            if self._is_crosstalk(hit, other):
                return Outcome.CROSSTALK, other
            if self._is_foots_work(hit, other) or self._is_told_already(hit, other):
                return Outcome.FOOT, other
        return Outcome.PASSED, None

    def _unmask(self, hit: PadHit) -> list[Decision]:
        """Held hits that this one shows up as its shadows."""
        decisions = []
        for held in tuple(self._held):
            outcome = self._shadow(held, hit)
            if outcome is not None:
                self._held.remove(held)
                decisions.append(Decision(held, outcome, hit))
        return decisions

    def _shadow(self, held: PadHit, hit: PadHit) -> Outcome | None:
        if self._is_crosstalk(held, hit):
            return Outcome.CROSSTALK
        if self._is_foots_work(held, hit):
            return Outcome.FOOT
        is_one_hit = _pad(held) is _pad(hit) and _apart_ns(held, hit) < DEAD_NS
        return Outcome.ECHO if is_one_hit else None

    def _is_echo(self, hit: PadHit, earlier: PadHit) -> bool:
        """Of a hit that passed, or of one that is held and not softer."""
        pad, apart_ns = _pad(hit), _apart_ns(earlier, hit)
        if pad is None or pad is not _pad(earlier):
            return False
        loudness_pct = 100 * hit.raw.velocity / earlier.raw.velocity
        if apart_ns < DEAD_NS:
            return earlier not in self._held or loudness_pct <= 100
        settings = self.settings.of(pad)
        return apart_ns <= settings.mask_ms * _NS_PER_MS and loudness_pct < settings.echo_pct

    def _is_crosstalk(self, soft: PadHit, loud: PadHit) -> bool:
        pad = _pad(soft)
        if pad is None or (pad, _pad(loud)) not in NEIGHBOURS or _apart_ns(soft, loud) > HOLD_NS:
            return False
        share_pct = 100 * soft.raw.velocity / loud.raw.velocity
        return share_pct < self.settings.of(pad).crosstalk_pct

    def _is_foots_work(self, hat: PadHit, foot: PadHit) -> bool:
        if hat.piece is not Piece.HAT or not hat.is_open or foot.piece is not Piece.PEDAL:
            return False
        is_near = _apart_ns(hat, foot) <= self.settings.of(Piece.HAT).foot_ms * _NS_PER_MS
        return is_near and hat.raw.velocity <= foot.raw.velocity

    def _is_told_already(self, foot: PadHit, hat: PadHit) -> bool:
        """Whether the foot's open hat came first, and too loud to be held: then one is enough."""
        is_near = _apart_ns(hat, foot) <= HOLD_NS and hat not in self._held
        return is_near and self._is_foots_work(hat, foot)


def _pad(hit: PadHit) -> Piece | None:
    return pad_of(hit.piece) if hit.piece is not None else None


def _apart_ns(one: PadHit, other: PadHit) -> int:
    return abs(one.raw.host_ns - other.raw.host_ns)
