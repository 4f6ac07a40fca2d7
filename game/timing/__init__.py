"""Time: units, meters, tempo maps, the song clock. Pure.

Knows nothing of notes, players or devices. Main types: `Micros`, `Meter`, `TempoMap`, `SongClock`.
"""
