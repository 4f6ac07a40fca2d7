"""An accompaniment of our own for the chart of Dynamite: its tempo and form, nothing else of it.

Harmony, bass and chords are written for this project, in another key; there is no tune.
"""

from music.dynamite.band import tracks
from music.dynamite.form import FORM

TITLE = "Practice backing at 114"

__all__ = ["FORM", "TITLE", "tracks"]
