"""What a play shows in one frame: the session and the players' choices as a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.app.library.facts import facts_of
from game.app.play.breaks import seat_note
from game.app.play.session import PlaySession
from game.app.play.setup import SeatSetup
from game.app.play.together_view import together_view
from game.app.screens.player_keys import cap
from game.app.screens.song_card import tempo_text, title_in
from game.app.services import Services
from game.charts.count_in import count_in_us
from game.charts.layouts import LAYOUTS
from game.duet.snapshot import SeatSnapshot
from game.view.butterfly import Butterfly
from game.view.screens.play import LaneView, PlaySnapshot, PressedLane, SeatView

_NS_PER_MS = 1_000_000
_PRESS_SHOWN_MS = 200


def sit_at_kits_alone(seats: Iterable[SeatSetup]) -> bool:
    """Whether nobody has a key within reach."""
    people = [seat for seat in seats if not seat.is_bot]
    return bool(people) and all(seat.kit is not None for seat in people)


class PlayPicture:
    """Everything that stays the same in the frames of one play, and the frames themselves."""

    def __init__(self, services: Services, session: PlaySession) -> None:
        self._services = services
        self._session = session
        self._butterfly = Butterfly.of(session.timelines)
        self._lanes = {seat.player: self._lane_views(seat) for seat in session.setup.seats}
        self._captions = {seat.player: self._caption(seat) for seat in session.setup.seats}
        self._counted_us = count_in_us(session.setup.chart)
        self._title = title_in(session.setup.chart.meta, services.strings.language)
        self._hint = self._pause_hint()
        self._tempo = tempo_text(services.strings, facts_of(session.setup.chart))

    def frame(
        self, now_ns: int, visual_ns: int, messages: Sequence[str] = (), held: float = 0.0
    ) -> PlaySnapshot:
        """The picture at a host time.

        Args:
            visual_ns: how much earlier than the host time the song stands in the picture.
            held: how far a pause is that somebody holds for, 0 to 1.
        """
        session, setup = self._session, self._session.setup
        visual_us = session.song_us(now_ns - visual_ns)
        duet = session.duet.snapshot()
        seats = zip(setup.seats, session.timelines, duet.seats, strict=True)
        return PlaySnapshot(
            visual_us=visual_us,
            title=self._title,
            bpm_text=self._tempo,
            seats=tuple(
                SeatView(
                    name=seat.name,
                    timeline=timeline,
                    lanes=self._lanes[seat.player],
                    seat=played,
                    pressed=self._pressed(played, now_ns),
                    caption=self._captions[seat.player],
                    note=seat_note(self._services, session, seat.player, visual_us),
                )
                for seat, timeline, played in seats
            ),
            butterfly=self._butterfly,
            approach_ms=self._services.settings.playing.approach_ms,
            rate_pct=setup.rate_pct,
            count_in=self._count(visual_us),
            together=together_view(duet.together, self._services.strings),
            messages=tuple(messages),
            hint=self._hint,
            held=held,
            language=self._services.strings.language,
        )

    def _pause_hint(self) -> str:
        """How to pause: who sits at kits alone does it with a stick."""
        playing = self._services.settings.playing
        if playing.menus_by_pads and sit_at_kits_alone(self._session.setup.seats):
            return self._services.strings("play.hint_roll")
        key = "play.hint_hold" if playing.pause_hold_ms else "play.hint_pause"
        return self._services.strings(key)

    def _count(self, visual_us: int) -> int | None:
        """The number of a count-in: up before the song, down after a pause."""
        if self._counted_us and self._counted_us[0] <= visual_us < 0:
            return sum(pulse_us <= visual_us for pulse_us in self._counted_us)
        return self._session.pulses_to_resume(visual_us)

    def _pressed(self, played: SeatSnapshot, now_ns: int) -> tuple[PressedLane, ...]:
        ages = (
            (binding, (now_ns - at_ns) / _NS_PER_MS)
            for binding, at_ns in self._session.pressed_ns.items()
            if binding.player == played.player
        )
        return tuple(
            PressedLane(binding.lane, max(0.0, age_ms))
            for binding, age_ms in ages
            if age_ms <= _PRESS_SHOWN_MS
        )

    def _lane_views(self, seat: SeatSetup) -> tuple[LaneView, ...]:
        keys = self._services.settings.keys[seat.layout][seat.player]
        return tuple(
            LaneView(lane, cap(self._services, keys[lane]) if seat.is_at_keyboard else "")
            for lane in LAYOUTS[seat.layout].lanes
        )

    def _caption(self, seat: SeatSetup) -> str:
        strings = self._services.strings
        level = strings(f"levels.level_{seat.level}")
        return strings("play.caption", level=level, rules=strings(f"rules.{seat.rules}"))
