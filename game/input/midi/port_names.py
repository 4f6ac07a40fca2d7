"""Names by which a device is known again: without numbers that change from day to day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from game.input.midi.apis import Api

_NUMBERS: dict[Api, re.Pattern[str]] = {
    Api.ALSA: re.compile(r"\s+\d+:\d+$"),
    Api.JACK: re.compile(r"-\d\d(?=:)|\s+\[\d+\](?=\s|$)"),
    Api.WINDOWS: re.compile(r"\s+\d+$|^\d+- "),
}
"""ALSA's `client:port`; JACK's count of clients, and ALSA's client in the name that a bridge gives;
RtMidi's index and Windows' count."""


def plain_name(port: str, api: Api) -> str:
    """A port's name without its number, and without a client that is named twice."""
    pattern = _NUMBERS.get(api)
    name = pattern.sub("", port) if pattern else port
    client, colon, rest = name.partition(":")
    return rest.strip() if colon and rest.strip().startswith(client) else name.strip()


class PortBook:
    """Gives each port that is there a name of its own, and keeps it while the port is there.

    The second of two alike is `NAME (2)`. When the first goes, the second stays the second.
    """

    def __init__(self) -> None:
        self._names: dict[tuple[str, int], str] = {}

    def names(self, ports: Sequence[str], api: Api) -> tuple[str, ...]:
        """A name for each of the ports of the system's list, in its order."""
        keys = numbered(ports)
        self._names = {key: name for key, name in self._names.items() if key in keys}
        for key in keys:
            if key not in self._names:
                self._names[key] = self._free_name(plain_name(key[0], api))
        return tuple(self._names[key] for key in keys)

    def _free_name(self, name: str) -> str:
        taken = set(self._names.values())
        candidate, occurrence = name, 1
        while candidate in taken:
            occurrence += 1
            candidate = f"{name} ({occurrence})"
        return candidate


def numbered(ports: Sequence[str]) -> list[tuple[str, int]]:
    """Ports that the system itself calls the same, told apart by their order."""
    seen: Counter[str] = Counter()
    keys = []
    for port in ports:
        keys.append((port, seen[port]))
        seen[port] += 1
    return keys
