"""What every screen may use: made once at the start and handed down, never global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from game.app.files.folders import Folders
from game.app.history.database import Database
from game.app.history.history import History
from game.app.kits.midi import Midi
from game.app.library.library import Library
from game.app.notices import Notices
from game.app.recordings.store import RecordingStore
from game.app.screens.pad_keys import PadKeys
from game.app.settings.store import SettingsStore
from game.app.settings.values import Settings
from game.app.shelf.shelf import Shelf
from game.app.sound.sound import Sound
from game.input.key_times import ArrivalTimes, KeyTimes
from game.input.keyboard import Keyboard
from game.view.strings import Strings


@dataclass(slots=True)
class Services:
    """The wired rooms."""

    shipped: Path
    """The folder of `assets/` and `charts/`."""

    folders: Folders
    store: SettingsStore
    strings: Strings
    sound: Sound
    keyboard: Keyboard
    library: Library
    midi: Midi = field(default_factory=Midi)
    key_times: KeyTimes = field(default_factory=ArrivalTimes)
    """When keys were pressed: the most exact source that works here."""

    pad_keys: PadKeys = field(default_factory=PadKeys)
    """Pads as they steer menus, from one screen to the next."""

    recordings: RecordingStore = field(default_factory=RecordingStore)
    """The players' own sound files to songs."""

    notices: Notices = field(default_factory=Notices)
    """Sentences for the players that they have not read yet."""

    rescue: Callable[[], Path | None] | None = None
    """Saves the play in progress after a crash; None outside play."""

    database: Database = field(init=False)
    """The file of what the players keep; opened when it is first needed."""

    history: History = field(init=False)
    shelf: Shelf = field(init=False)
    """The sticks that were signed here."""

    def __post_init__(self) -> None:
        tell = self.notices.append
        self.database = Database(self.folders.history, lambda fault: tell(str(fault)))
        self.history = History(self.database)
        self.shelf = Shelf(self.folders.shelf, lambda fault: tell(str(fault)))

    @property
    def settings(self) -> Settings:
        return self.store.settings
