"""Charts for other programs: as MIDI and as sound.

Knows charts, the drums' sounds and mido's messages; no screen, no clock, no settings. The ways in
are `midi_out.midi_file` and `sound_out.mixed`.
"""
