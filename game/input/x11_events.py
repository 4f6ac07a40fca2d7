"""The raw X events that SDL hands over: which of them carry a stamp of the server."""

from __future__ import annotations

import struct
from dataclasses import dataclass

import pygame

KEY_PRESS = 2
PROPERTY_NOTIFY = 28

_LEAVE_NOTIFY = 8
_EVENT_TYPE = struct.Struct("@i")

# Xlib.h on 64 bits: int type; unsigned long serial; Bool send_event; Display *display; Window
# window; then of keys, buttons, motion and crossings: Window root, subwindow; Time time.
_POINTED_EVENT = struct.Struct("@iLiPLLLL")

# Of a property: Atom atom; Time time.
_PROPERTY_EVENT = struct.Struct("@iLiPLLL")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the server said about an event."""

    kind: int
    server_ms: int
    """Wraps after 49.7 days."""


def stamp_of(event: pygame.Event) -> Stamp | None:
    """The stamp of a raw event; None for one without, and for one that another client made up."""
    raw = getattr(event, "event", None)
    if not isinstance(raw, bytes) or len(raw) < _POINTED_EVENT.size:
        return None
    kind = _EVENT_TYPE.unpack_from(raw)[0]
    if KEY_PRESS <= kind <= _LEAVE_NOTIFY:
        values = _POINTED_EVENT.unpack_from(raw)
    elif kind == PROPERTY_NOTIFY:
        values = _PROPERTY_EVENT.unpack_from(raw)
    else:
        return None
    is_made_up = values[2]
    return None if is_made_up else Stamp(kind, values[-1] % 2**32)
