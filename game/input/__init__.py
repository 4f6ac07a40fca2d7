"""Devices: keyboard and MIDI into raw hits, and bindings that say player and lane.

Knows no chart and no score. Main types: `RawHit`, `KeyBindings`; `midi` has a room of its own.
"""
