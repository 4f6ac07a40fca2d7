"""A small band that reads a form: parts in, tracks for the synthesiser out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from music.chords import voicings
from music.form import Form
from music.midi import Track
from music.notation import Sound, bass_line, struck_chords

Part = Mapping[str, str]
SHAKER, TAMBOURINE, CLAP, WOODBLOCK = 82, 54, 39, 76
_EARLY_S = {SHAKER: 0.033}
"""A shaker is moved before it is heard."""


@dataclass(frozen=True, slots=True)
class Chair:
    """Who plays: a General MIDI program and its place in the mix."""

    name: str
    program: int
    volume: int
    pan: int = 64
    early_ms: float = 0.0
    reverb: int = 30
    chorus: int = 0


def bass(form: Form, chair: Chair, part: Part, base_velocity: int = 98, lowest: int = 28) -> Track:
    """A bass line in degrees of the chords."""
    sounds = bass_line(form.line(part), form.chords(), base_velocity, lowest, form.grid)
    return _track(chair, form.placed(sounds))


def chords(
    form: Form,
    chair: Chair,
    part: Part,
    register: tuple[int, int],
    base_velocity: int = 76,
    voices: int = 4,
    strum_cells: float = 0.0,
) -> Track:
    """Chords in a rhythm, voiced between two MIDI pitches."""
    voiced = voicings(form.chords(), *register, voices=voices)
    sounds = struck_chords(form.line(part), voiced, base_velocity, strum_cells, form.grid)
    return _track(chair, form.placed(sounds))


def tune(form: Form, chair: Chair, part: Part, base_velocity: int, transpose: int = 0) -> Track:
    """A tune in one voice."""
    return _track(chair, form.tune(part, base_velocity, transpose))


def percussion(
    form: Form, parts: Mapping[int, Part], volume: int, base_velocity: int = 60
) -> Track:
    """Hand percussion by MIDI pitch; the drums are the players'."""
    sounds: list[Sound] = []
    for pitch, part in parts.items():
        early_cells = _EARLY_S.get(pitch, 0.0) / form.cell_s
        sounds += [
            replace(sound, start_cells=sound.start_cells - early_cells)
            for sound in form.struck(part, pitch, base_velocity)
        ]
    return Track("percussion", 0, sounds, volume, pan=44, reverb=30, is_percussion=True)


def _track(chair: Chair, sounds: list[Sound]) -> Track:
    return Track(
        chair.name,
        chair.program,
        sounds,
        chair.volume,
        chair.pan,
        chair.early_ms,
        chair.reverb,
        chair.chorus,
    )
