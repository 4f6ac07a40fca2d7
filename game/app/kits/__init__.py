"""MIDI kits as screens see them: what is plugged in, whose each pad is, and what was struck."""
