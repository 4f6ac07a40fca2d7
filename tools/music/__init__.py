"""Backings for the songs: notes written as text, played by FluidSynth, mastered and encoded.

`notation` and `chords` read the notes, `midi` writes them, `synth` plays them, `master` makes the
result as loud as it should be, `onsets` measures whether it lies on the grid. One folder a song.
"""
