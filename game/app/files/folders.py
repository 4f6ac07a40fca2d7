"""Where files live: what the game ships, and the player's own folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parents[2]
_APP_NAME = "drum-duet"


def shipped() -> Path:
    """The folder that holds `assets/` and `charts/`: the checkout's own, else the wheel's."""
    checkout = _PACKAGE.parent
    if (checkout / "assets").is_dir() and (checkout / "pyproject.toml").is_file():
        return checkout
    return _PACKAGE / "_data"


@dataclass(frozen=True, slots=True)
class Folders:
    """The player's folders. They need not exist; whoever writes into one makes it."""

    config: Path
    data: Path
    cache: Path
    log: Path

    @classmethod
    def of_platform(cls) -> Folders:
        dirs = platformdirs.PlatformDirs(_APP_NAME, appauthor=False)
        return cls(
            Path(dirs.user_config_dir),
            Path(dirs.user_data_dir),
            Path(dirs.user_cache_dir),
            Path(dirs.user_log_dir),
        )

    @property
    def settings(self) -> Path:
        return self.config / "settings.toml"

    @property
    def songs(self) -> Path:
        return self.data / "songs"

    @property
    def replays(self) -> Path:
        return self.data / "replays"

    @property
    def history(self) -> Path:
        return self.data / "history.sqlite3"

    @property
    def shelf(self) -> Path:
        return self.data / "shelf.json"

    @property
    def tables(self) -> Path:
        return self.data / "tables"

    @property
    def recordings(self) -> Path:
        """Where the songs lie in the players' own recordings."""
        return self.data / "recordings.json"

    @property
    def jams(self) -> Path:
        return self.data / "jams"

    @property
    def pictures(self) -> Path:
        return self.data / "pictures"

    @property
    def remembered_songs(self) -> Path:
        """What is known of the charts in the song list."""
        return self.cache / "song-list.json"

    @property
    def prepared_songs(self) -> Path:
        return self.cache / "songs"
