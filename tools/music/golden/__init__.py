"""An accompaniment of our own for the chart of Golden: its tempo and form, and nothing else of it.

Harmony, bass and chords are written for this project, in another key; there is no tune.
"""

from music.golden.band import tracks
from music.golden.form import FORM

TITLE = "Practice backing at 123, 12/8"

__all__ = ["FORM", "TITLE", "tracks"]
