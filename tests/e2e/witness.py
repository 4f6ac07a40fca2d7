"""A second client of the X server that reads the server's own stamp of every key press."""

from __future__ import annotations

from threading import Event, Thread

from Xlib import XK, X, display
from Xlib.ext import record
from Xlib.protocol import rq

NS_PER_MS = 1_000_000


class Witness:
    """Reads all key presses of a server through the RECORD extension, until it is closed."""

    def __init__(self, display_name: str) -> None:
        self.stamps_ns: dict[str, list[int]] = {}
        """Key (its keysym's name) -> the server's time of each press, in order."""

        self._control = display.Display(display_name)
        self._reader = display.Display(display_name)
        self._has_begun = Event()
        wanted = {
            "core_requests": (0, 0),
            "core_replies": (0, 0),
            "ext_requests": (0, 0, 0, 0),
            "ext_replies": (0, 0, 0, 0),
            "delivered_events": (0, 0),
            "device_events": (X.KeyPress, X.KeyPress),
            "errors": (0, 0),
            "client_started": False,
            "client_died": False,
        }
        self._context = self._reader.record_create_context(0, [record.AllClients], [wanted])
        self._thread = Thread(target=self._read, name="witness", daemon=True)
        self._thread.start()
        self._has_begun.wait(10)

    def close(self) -> None:
        """Stop reading; everything that was pressed before is there."""
        self._control.record_disable_context(self._context)
        self._control.flush()
        self._thread.join(10)
        self._reader.record_free_context(self._context)
        self._reader.close()
        self._control.close()

    def _read(self) -> None:
        self._reader.record_enable_context(self._context, self._take)

    def _take(self, reply: rq.DictWrapper) -> None:
        self._has_begun.set()
        data = reply.data
        while reply.category == record.FromServer and len(data):
            event, data = rq.EventField(None).parse_binary_value(
                data, self._reader.display, None, None
            )
            keysym = self._control.keycode_to_keysym(event.detail, 0)
            key = XK.keysym_to_string(keysym) or str(event.detail)
            self.stamps_ns.setdefault(key, []).append(event.time * NS_PER_MS)
