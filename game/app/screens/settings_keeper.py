"""Changes of settings: in use at once, written when the hand rests or the screen is left."""

from __future__ import annotations

from game.app.services import Services
from game.app.settings.values import Settings

NS_PER_MS = 1_000_000
_REST_NS = 400 * NS_PER_MS


class SettingsKeeper:
    """Spares the disk a write for every step of a slider."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self.due_ns: int | None = None
        """When the present settings are written; None if they are."""

    def use(self, settings: Settings, at_ns: int) -> bool:
        """Use these from now on; True if they differ from those before."""
        if settings == self._services.store.settings:
            return False
        self._services.store.settings = settings
        self.due_ns = at_ns + _REST_NS
        return True

    def tick(self, now_ns: int) -> None:
        """Write if it is time."""
        if self.due_ns is not None and now_ns >= self.due_ns:
            self.write()

    def write(self) -> None:
        """Write now what is not yet written; a fault is told as a notice."""
        if self.due_ns is None:
            return
        self.due_ns = None
        fault = self._services.store.save(self._services.store.settings)
        if fault is not None:
            self._services.notices.append(str(fault))
