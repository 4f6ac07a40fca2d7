"""Stand-ins for recordings that belong to others: an arrangement by chance, played and produced.

Each has what a player's file may have: a lead-in of silence, noise, talk or other music, another
speed, crackle, a crowd, compression, a fade; and 128 kbit/s of MP3. FluidSynth plays, ffmpeg
compresses and encodes.
"""

from __future__ import annotations

import subprocess
import tempfile
import wave
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

import mido
import numpy as np
from numpy.typing import NDArray
from stand_in_parts import Band, Event, Form, arrange, form_of

from game.charts.model import Chart

Mono = NDArray[np.float32]

RATE_HZ = 48_000
SOUND_FONT = Path("/usr/share/sounds/sf2/FluidR3_GM.sf2")
_TICKS = 5_000
"""A second has twice as many: a tenth of a millisecond each."""

_HEADROOM_S = 3.0
"""Before bar 1, for pick-ups."""


@dataclass(frozen=True)
class Production:
    """What is done to a performance."""

    lead_s: float = 0.1
    lead: str = "silence"
    """What is heard before bar 1: silence, noise, speech, music or video, which is all of them."""

    tail_s: float = 0.0
    tail: str = "silence"
    speed_ppm: float = 0.0
    crackle: float = 0.0
    crowd: float = 0.0
    fades: bool = False
    joins_s: tuple[float, ...] = ()
    band: Band = field(default_factory=Band)


@dataclass(frozen=True)
class StandIn:
    """A recording whose bars are known."""

    mono: Mono
    """Before it is encoded."""

    form: Form
    lead_s: float
    speed: float

    def at_s(self, form_s: float) -> float:
        """Where in the recording a moment of the form is."""
        return self.lead_s + form_s * self.speed


KINDS = ("release", "silence", "lead-in", "video", "no drums at first", "few drums", "live",
         "vinyl", "swing")  # fmt: skip
"""And "another song", which is not to be found."""


def production(kind: str, song: str, length_s: float | None, chance: Random) -> Production:
    """A recording of one kind, by chance.

    Args:
        length_s: of the release, where the chart says it; only then a release's own lead is short.
    """
    joins_s = tuple(chance.choice((0.0, 0.0, 0.02, -0.03, 0.15, 0.4, -0.35)) for _ in range(9))
    speed_ppm = chance.uniform(-5_000, 5_000)
    noises = ("noise", "speech", "music")
    made: Mapping[str, Production] = {
        "release": Production(chance.uniform(0, 0.3), band=Band(has_claps=True)),
        "silence": Production(chance.uniform(0, 30), speed_ppm=speed_ppm),
        "lead-in": Production(
            chance.uniform(2, 30), chance.choice(noises), speed_ppm=chance.choice((0.0, speed_ppm))
        ),
        "video": Production(
            2 + chance.uniform(-0.2, 0.2) if song == "golden" else 24.2 + chance.uniform(-0.3, 0.3),
            "silence" if song == "golden" else "video",
            tail_s=chance.uniform(0, 25),
            tail=chance.choice(("silence", *noises)),
        ),
        "no drums at first": Production(
            chance.choice((chance.uniform(0, 0.3), chance.uniform(0, 15))), band=Band(0.1)
        ),
        "few drums": Production(
            chance.choice((chance.uniform(0, 0.3), chance.uniform(0, 15))),
            chance.choice(("silence", *noises)),
            band=Band(0.5),
        ),
        "live": Production(
            chance.uniform(0, 25), chance.choice(noises), speed_ppm=speed_ppm, crowd=0.25,
            fades=True, tail_s=chance.uniform(0, 20), tail="noise",
            band=Band(loose_s=0.008),
        ),
        "vinyl": Production(
            chance.uniform(0.5, 6), speed_ppm=speed_ppm, crackle=1.0, fades=chance.random() < 0.5
        ),
        "swing": Production(
            chance.uniform(0, 12), joins_s=joins_s, band=Band(swing=chance.uniform(0.2, 0.65))
        ),
    }  # fmt: skip
    chosen = made[kind]
    if kind == "release" and length_s is not None and chance.random() < 0.5:
        return replace(chosen, joins_s=joins_s)
    return chosen


def stand_in(chart: Chart, wanted: Production, chance: Random) -> StandIn:
    """Play a song of the chart's form and produce it."""
    form = form_of(chart, wanted.joins_s)
    played = _performed(form, wanted.band, chance)
    written_s = max(form.end_s, float(chart.meta.length_s or 0)) + chance.uniform(-1.5, 1.5)
    played = played[: round((_HEADROOM_S + written_s) * RATE_HZ)]
    speed = 1 + wanted.speed_ppm / 1e6
    at = np.arange(int(len(played) * speed)) / speed
    played = np.interp(at, np.arange(len(played)), played).astype(np.float32)
    if wanted.fades:
        _fade(played, chance.uniform(5, 15))
    pickup = round(_HEADROOM_S * speed * RATE_HZ)
    lead = _filling(wanted.lead, wanted.lead_s, chance)
    tail = _filling(wanted.tail, wanted.tail_s, chance)
    level = float(np.sqrt(np.mean(played**2)))
    whole = np.zeros(len(lead) + len(played) - pickup + len(tail), np.float32)
    whole[: len(lead)] += lead * level
    whole[len(whole) - len(tail) :] += tail * level
    cut = max(0, pickup - len(lead))
    start = len(lead) - pickup + cut
    # A release is cut at its first frame; elsewhere the pick-up lies over the lead-in.
    whole[start : start + len(played) - cut] += played[cut:]
    whole += _surface(len(whole), wanted, chance) * np.float32(level)
    return StandIn(whole * np.float32(0.5 / np.abs(whole).max()), form, len(lead) / RATE_HZ, speed)


def _performed(form: Form, band: Band, chance: Random) -> Mono:
    events, programs = arrange(form, band, chance)
    with tempfile.TemporaryDirectory() as folder:
        midi, sound = Path(folder) / "song.mid", Path(folder) / "song.wav"
        _write_midi(midi, events, programs, chance)
        command = ["fluidsynth", "-ni", "-q", "-g", "0.4", "-r", str(RATE_HZ), "-R", "1", "-C", "0",
                   "-T", "wav", "-F", sound, SOUND_FONT, midi]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True)
        return _read(sound, "acompressor=threshold=0.08:ratio=5:attack=8:release=120:makeup=3")


def _write_midi(
    path: Path, events: list[Event], programs: Mapping[int, int], chance: Random
) -> None:
    changes = [
        (0, 0, mido.Message("program_change", channel=channel, program=program))
        for channel, program in programs.items()
    ]
    changes += [
        (0, 0, mido.Message("control_change", channel=channel, control=7, value=value))
        for channel in (*programs, 9)
        for value in [chance.randrange(75, 110)]
    ]
    for event in events:
        on = max(0, round((event.at_s + _HEADROOM_S) * 2 * _TICKS))
        off = on + max(1, round(event.length_s * 2 * _TICKS))
        pitch = min(127, event.pitch)
        note = {"channel": event.channel, "note": pitch}
        changes.append((on, 2, mido.Message("note_on", velocity=event.velocity, **note)))
        changes.append((off, 1, mido.Message("note_off", **note)))
    track, last = mido.MidiTrack(), 0
    for tick, _, message in sorted(changes, key=lambda each: each[:2]):
        track.append(message.copy(time=tick - last))
        last = tick
    mido.MidiFile(tracks=[track], ticks_per_beat=_TICKS).save(path)


def _read(path: Path, effects: str = "anull") -> Mono:
    command = ["ffmpeg", "-v", "error", "-i", path, "-af", effects, "-f", "f32le", "-ac", "1",
               "-ar", str(RATE_HZ), "-"]  # fmt: skip
    found = subprocess.run(command, check=True, capture_output=True).stdout
    return np.frombuffer(found, "<f4").astype(np.float32)


def _fade(mono: Mono, seconds: float) -> None:
    frames = min(len(mono), round(seconds * RATE_HZ))
    mono[len(mono) - frames :] *= np.linspace(1, 0, frames, dtype=np.float32) ** 2


def _filling(kind: str, seconds: float, chance: Random) -> Mono:
    """What is heard before or after the song, with a loudness of about 1."""
    frames = round(seconds * RATE_HZ)
    if kind == "silence" or not frames:
        return np.zeros(frames, np.float32)
    if kind == "video":
        parts = [_filling(each, seconds, chance) for each in ("noise", "speech", "music")]
        gate = np.repeat([chance.random() < 0.6 for _ in range(60)], frames // 60 + 1)[:frames]
        return parts[0] * np.float32(0.3) + parts[1] * np.float32(0.7) + parts[2] * gate
    made = {"noise": _wind, "speech": _talk, "music": _other_music}[kind](frames, chance)
    return made * np.float32(0.8 / max(1e-9, float(np.sqrt(np.mean(made**2)))))


def _wind(frames: int, chance: Random) -> Mono:
    noise = _noise(frames, chance)
    slow = np.interp(
        np.arange(frames), np.linspace(0, frames, 40), [chance.random() for _ in range(40)]
    )
    return (_low(noise, chance.randrange(4, 60)) * slow).astype(np.float32)


def _talk(frames: int, chance: Random) -> Mono:
    """Syllables: buzzes and hisses of uneven length, with pauses."""
    out = np.zeros(frames, np.float32)
    at = 0
    while at < frames:
        length = round(chance.uniform(0.06, 0.3) * RATE_HZ)
        steps = np.arange(length) / RATE_HZ
        hertz = chance.uniform(90, 230)
        voice = sum(np.sin(2 * np.pi * hertz * n * steps) / n for n in range(1, 12))
        hiss = _noise(length, chance) if chance.random() < 0.3 else 0
        shape = np.hanning(length) ** 0.5
        piece = ((voice + hiss) * shape)[: frames - at]
        out[at : at + len(piece)] += piece
        at += length + round(chance.choice((0, 0.03, 0.05, 0.4)) * RATE_HZ)
    return out


def _other_music(frames: int, chance: Random) -> Mono:
    """Bars of another tempo."""
    bpm = chance.uniform(80, 150)
    form = _plain_form(bpm, 4, round(frames / RATE_HZ * bpm / 240) + 2)
    played = _performed(form, Band(), chance)
    return played[round(_HEADROOM_S * RATE_HZ) :][:frames].copy()


def another_song(chance: Random) -> StandIn:
    """Music that nobody has a chart of."""
    bpm = chance.choice(
        (chance.uniform(85, 110), chance.uniform(118, 121), chance.uniform(126, 150))
    )
    form = _plain_form(bpm, 8, round(195 * bpm / 240))
    mono = _performed(form, Band(), chance)
    return StandIn(mono * np.float32(0.5 / np.abs(mono).max()), form, _HEADROOM_S, 1.0)


def _plain_form(bpm: float, bars_each: int, bars: int) -> Form:
    from stand_in_parts import Bar

    names = ("Verse", "Chorus", "Break", "Outro")
    length_s = 240 / bpm
    return Form(
        tuple(names[index % 4] for index in range(-(-bars // bars_each))),
        tuple(Bar(i * length_s, length_s, 4, 4, i // bars_each) for i in range(bars)),
    )


def _surface(frames: int, wanted: Production, chance: Random) -> Mono:
    """Crackle and crowd over everything."""
    out = np.zeros(frames, np.float32)
    if wanted.crackle:
        out += _noise(frames, chance) * np.float32(0.03 * wanted.crackle)
        at = np.random.default_rng(chance.randrange(1 << 30)).integers(0, frames, frames // 6_000)
        out[at] += 3 * wanted.crackle * np.sign(np.sin(at.astype(np.float32)))
    if wanted.crowd:
        out += _low(_noise(frames, chance), 6) * np.float32(wanted.crowd * 3)
    return out


def _noise(frames: int, chance: Random) -> Mono:
    return np.random.default_rng(chance.randrange(1 << 30)).standard_normal(frames, np.float32)


def _low(noise: Mono, width: int) -> Mono:
    """A running mean: the highs go."""
    sums = np.cumsum(np.pad(noise, (width, 0)), dtype=np.float64)
    return ((sums[width:] - sums[:-width]) / width).astype(np.float32)


def encoded(mono: Mono, folder: Path) -> Path:
    """As MP3 of 128 kbit/s, 44.1 kHz."""
    source, target = folder / "song.wav", folder / "song.mp3"
    with wave.open(str(source), "wb") as file:
        file.setparams((2, 2, RATE_HZ, 0, "NONE", ""))
        file.writeframes(np.repeat((mono * 32_767).astype("<i2"), 2).tobytes())
    command = ["ffmpeg", "-v", "error", "-y", "-i", source, "-ar", "44100", "-b:a", "128k", target]
    subprocess.run(command, check=True)
    return target
