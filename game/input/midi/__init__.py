"""MIDI devices: pads, electronic kits, keyboards. Ports in, decided hits out.

One thread opens what is plugged in, another reads it: bytes (`byte_parser`) with RtMidi's own
stamps (`stamps`) become notes, a `Kit` says which drum a note is (`mapping`) and whether a hand
meant it (`filters`), and each `Decision` goes through one queue to the game's thread (`listener`).
Only `apis` and `backend` know RtMidi; `mapping`, `filters` and `kit` are pure. Main types:
`MidiListener`, `Kit`, `KitMap`, `FilterSettings`, `Decision`.
"""
