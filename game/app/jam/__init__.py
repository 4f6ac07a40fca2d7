"""Drumming without a song: a metronome's grid, who strikes what, and takes as MIDI files.

Knows host times and drums; knows no screen. Main types: `Grid`; `Metronome`; `Kits`; `Recorder`,
`Take`; `take_file`.
"""
