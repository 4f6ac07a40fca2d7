"""Charts for other programs and from them: MIDI both ways, sheet music and sound out.

Knows charts, the drums' sounds and mido's messages; no screen, no clock, no settings. The ways in
are `midi_out.midi_file`, `midi_in.read_midi` with `from_midi.chart_of`, `sound_out.mixed` and
`musicxml.score.musicxml_bytes`.
"""
