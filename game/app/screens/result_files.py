"""Files that players may take from their results."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from game.app.files import pictures
from game.app.play.setup import PlaySetup
from game.app.services import Services
from game.duet.replay_reader import read_replay
from game.view.canvas import Fonts
from game.view.screens.results import ResultsSnapshot
from game.view.screens.results.picture import results_picture
from game.view.theme import Theme


def save_midi(setup: PlaySetup, replay_path: Path) -> Path:
    """Write both parts as a MIDI file beside the replay, under the same name.

    Raises:
        GameError: the replay has gone or is broken.
        OSError: the file cannot be written.
    """
    # Imported here: few plays are saved so, and nobody waits for it.
    from game.app.files import midi_file  # noqa: PLC0415

    path = replay_path.with_suffix(".mid")
    names = [seat.name for seat in setup.seats]
    midi_file.save(midi_file.midi_file(read_replay(replay_path), setup.chart, names), path)
    return path


def save_picture(services: Services, pages: Sequence[ResultsSnapshot]) -> Path:
    """Write all pages as one picture; always of the same size, whatever the window's.

    Raises:
        OSError: the file cannot be written.
    """
    theme = Theme(palette=services.settings.display.palette)
    fonts = Fonts(services.shipped / "assets" / "fonts")
    now = datetime.now()
    foot = services.strings("results.picture_foot", date=f"{now:%Y-%m-%d}")
    surface = results_picture(fonts, theme, pages, foot)
    return pictures.save_picture(surface, services.folders.pictures, pages[0].title, now)
