"""Leaving, coming back and joining in mid-song, as the play's screen offers it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from game.app.play.offsets import play_offsets
from game.app.play.session import PlaySession
from game.app.play.setup import SeatSetup
from game.app.screens.pause import Break
from game.app.screens.player_keys import cap, lanes_of
from game.app.services import Services
from game.input.raw_hit import KEYBOARD


def open_seats(seats: Iterable[SeatSetup]) -> frozenset[int]:
    """Whose keys join: bots beside a person. Bots among themselves are watched."""
    seats = tuple(seats)
    bots = frozenset(seat.player for seat in seats if seat.is_bot)
    return bots if len(bots) < len(seats) else frozenset()


def welcome(services: Services, session: PlaySession, player: int) -> None:
    """A person sits down at the keyboard in a bot's stead."""
    seat = next(seat for seat in session.setup.seats if seat.player == player)
    name = services.settings.player(player).name or services.strings(f"common.p{player}")
    guest = replace(seat, device=KEYBOARD, name=name)
    offsets = play_offsets(services.settings, services.sound.output, [guest])
    is_calibrated = player in offsets.calibrated
    session.seat_guest(guest, offsets.input_ns[player], is_calibrated=is_calibrated)


def breaks(services: Services, session: PlaySession) -> tuple[Break, ...]:
    """For each person, a way to leave or to come back."""
    return tuple(
        Break(
            services.strings("pause.break_ends", name=seat.name),
            partial(session.end_break, seat.player),
        )
        if session.hot_seats.is_away(seat.player)
        else Break(
            services.strings("pause.break", name=seat.name),
            partial(session.take_break, seat.player),
        )
        for seat in session.setup.seats
        if not seat.is_bot
    )


def seat_note(services: Services, session: PlaySession, player: int, now_us: int) -> str:
    """What stands on a player's highway while a bot plays there; "" while nothing is to say."""
    if session.hot_seats.is_away(player):
        return services.strings("play.away")
    if session.hot_seats.is_coming_back(player, now_us):
        return services.strings("play.coming_back")
    if now_us < 0 and player in open_seats(session.setup.seats):
        # In the lead-in alone: afterwards the highway is for reading notes.
        return services.strings("play.open_seat", keys=_caps(services, session, player))
    return ""


def _caps(services: Services, session: PlaySession, player: int) -> str:
    """The keys of a seat in the order in which they lie."""
    seat = next(seat for seat in session.setup.seats if seat.player == player)
    keys = services.settings.keys[seat.layout][player]
    lanes = lanes_of(services, player, seat.layout)
    return " ".join(cap(services, keys[lane]) for lane in lanes)
