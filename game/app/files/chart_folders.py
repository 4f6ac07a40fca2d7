"""Where charts are written: the player's own songs; what the game ships is copied there first."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from game.app.files import atomic
from game.charts.document import SUFFIX
from game.editor.new_chart import new_chart
from game.errors import FileFaultError

_UNFIT_FOR_A_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\s.]+')
_LONGEST_NAME = 60


def is_shipped(path: Path, shipped: Path) -> bool:
    """Whether a chart belongs to the game itself."""
    return path.resolve().is_relative_to((shipped / "charts").resolve())


def own_copy(path: Path, songs: Path) -> Path:
    """The player's copy of a song's folder, made if there is none; its chart's path.

    Raises:
        FileFaultError: it cannot be made.
    """
    folder = songs / path.parent.name
    copy = folder / path.name
    if copy.is_file():
        return copy
    try:
        folder.mkdir(parents=True, exist_ok=True)
        others = (each for each in sorted(path.parent.iterdir()) if each.is_file())
        # The chart comes last: a folder with a chart is whole.
        for each in (*(other for other in others if other != path), path):
            shutil.copyfile(each, folder / each.name)
    except OSError as error:
        raise _fault(folder, error) from error
    return copy


def begin_chart(title: str, songs: Path) -> Path:
    """A new song's folder with a chart in it; its path.

    Raises:
        FileFaultError: it cannot be made.
    """
    name = _UNFIT_FOR_A_NAME.sub("-", title.lower()).strip("-")[:_LONGEST_NAME] or "song"
    folder, number = songs / name, 2
    while folder.exists():
        folder, number = songs / f"{name}-{number}", number + 1
    path = folder / f"{name}{SUFFIX}"
    try:
        atomic.write_text(path, new_chart(title))
    except OSError as error:
        raise _fault(folder, error) from error
    return path


def _fault(folder: Path, error: OSError) -> FileFaultError:
    reason = error.strerror or str(error)
    return FileFaultError(folder, "", reason, "a folder that can be written")
