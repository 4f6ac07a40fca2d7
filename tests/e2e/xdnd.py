"""A file dragged from a file manager and dropped on a window, by the X protocol for that (XDND)."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep

from Xlib import X, Xatom, display
from Xlib.protocol import event
from Xlib.xobject.drawable import Window

_VERSION = 5
_LONGEST_S = 10.0


class NoDropError(AssertionError):
    """The window did not take the file."""


def drop_file(display_name: str, title: str, path: Path) -> None:
    """Drop a file on the middle of the window whose title begins so; returns when it was read."""
    client = display.Display(display_name)
    try:
        _Drag(client, _window(client, title)).drop(path)
    finally:
        client.close()


class _Drag:
    """The source of a drag: it owns the selection, and hands it over when it is asked."""

    def __init__(self, client: display.Display, target: Window) -> None:
        self._display, self._target = client, target
        self._source = client.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self._uris = client.intern_atom("text/uri-list")
        self._source.set_selection_owner(client.intern_atom("XdndSelection"), X.CurrentTime)

    def drop(self, path: Path) -> None:
        at = self._target.get_geometry()
        place = (at.width // 2) << 16 | at.height // 2
        copy = self._display.intern_atom("XdndActionCopy")
        self._tell("XdndEnter", _VERSION << 24, self._uris, 0, 0)
        self._tell("XdndPosition", 0, place, X.CurrentTime, copy)
        self._tell("XdndDrop", 0, X.CurrentTime, 0, 0)
        self._hand_over(f"{path.as_uri()}\r\n".encode())

    def _tell(self, name: str, *values: int) -> None:
        message = event.ClientMessage(
            window=self._target,
            client_type=self._display.intern_atom(name),
            data=(32, [self._source.id, *values]),
        )
        self._target.send_event(message)
        self._display.flush()

    def _hand_over(self, data: bytes) -> None:
        """Until the window says that it is done: it answers to a source that is still there."""
        finished = self._display.intern_atom("XdndFinished")
        until = monotonic() + _LONGEST_S
        while monotonic() < until:
            if not self._display.pending_events():
                sleep(0.01)
                continue
            told = self._display.next_event()
            if told.type == X.SelectionRequest:
                self._answer(told, data)
            elif told.type == X.ClientMessage and told.client_type == finished:
                return
        raise NoDropError("nobody took the file")

    def _answer(self, asked: event.SelectionRequest, data: bytes) -> None:
        asked.requestor.change_property(asked.property, self._uris, 8, data)
        asked.requestor.send_event(
            event.SelectionNotify(
                time=asked.time,
                requestor=asked.requestor,
                selection=asked.selection,
                target=asked.target,
                property=asked.property,
            )
        )
        self._display.sync()


def _window(client: display.Display, title: str) -> Window:
    waiting = [client.screen().root]
    while waiting:
        window = waiting.pop()
        name = window.get_full_property(client.intern_atom("_NET_WM_NAME"), X.AnyPropertyType)
        text = name.value if name else window.get_full_property(Xatom.WM_NAME, X.AnyPropertyType)
        found = text if isinstance(text, bytes) else getattr(text, "value", b"")
        if found.decode(errors="replace").startswith(title):
            return window
        waiting += window.query_tree().children
    raise NoDropError(f"no window called {title}")
