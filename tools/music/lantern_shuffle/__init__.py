"""Lantern Shuffle: a shuffle dance-pop song of our own, 12/8 at 123 pulses a minute."""

from music.lantern_shuffle.band import tracks
from music.lantern_shuffle.form import FORM

TITLE = "Lantern Shuffle"

__all__ = ["FORM", "TITLE", "tracks"]
