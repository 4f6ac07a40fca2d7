"""Pop arrangements by chance: what a band might play to a song of which only the form is known.

Nothing is taken from the charts' notes or from the game's own music: drums, harmony, voices and
fills are drawn anew from each seed. Sections of one kind share their parts, as in real songs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from game.charts.model import Chart
from game.timing.tempo_map import TempoMap

KICK, SNARE, CLAP, CLOSED, OPEN, CRASH, RIDE, TAMBOURINE = 36, 38, 39, 42, 46, 49, 51, 54
TOMS = (50, 47, 45, 43)
DRUM_CHANNEL = 9
PAD, KEYS, BASS, LEAD, BRASS = range(5)
PROGRAMS = {
    PAD: (48, 50, 89, 90, 91, 52),
    KEYS: (0, 4, 5, 24, 25, 27, 81),
    BASS: (33, 34, 36, 38, 39),
    LEAD: (53, 54, 85, 65, 73, 80),
    BRASS: (61, 62, 56, 30, 29),
}
FULL_ROLES = ("chorus", "post", "hit")


@dataclass(frozen=True)
class Event:
    """A note; negative moments are pick-ups to bar 1."""

    at_s: float
    length_s: float
    channel: int
    pitch: int
    velocity: int


@dataclass(frozen=True)
class Bar:
    at_s: float
    length_s: float
    pulses: int
    cells: int
    """In a pulse: four in straight time, three in compound."""

    section: int


@dataclass(frozen=True)
class Form:
    """When the bars of a recording truly begin, counted from bar 1."""

    names: tuple[str, ...]
    bars: tuple[Bar, ...]

    @property
    def end_s(self) -> float:
        return self.bars[-1].at_s + self.bars[-1].length_s

    def bars_of(self, section: int) -> list[Bar]:
        return [bar for bar in self.bars if bar.section == section]


@dataclass(frozen=True)
class Band:
    """What kind of recording it is."""

    drumless: float = 0.0
    """The share of sections without drums; the intro has none as soon as there is any."""

    swing: float = 0.0
    """How much later the second of two sixteenths comes, in sixteenths."""

    has_claps: bool = False
    loose_s: float = 0.003
    """The spread of the players around the grid."""


def form_of(chart: Chart, joins_s: tuple[float, ...] = ()) -> Form:
    """The chart's form at the tempo as written; pinned sections come later by `joins_s` each."""
    tempo_map = TempoMap.build(chart.tempo_map.steps)
    pinned = [index for index, each in enumerate(chart.sections) if each.pin_s is not None]
    late_s = dict(zip(pinned, joins_s, strict=False))
    starts_s = [tempo_map.us(bar.beat) / 1e6 for bar in chart.bars]
    starts_s.append(tempo_map.us(chart.end_beat) / 1e6)
    first_bars = [section.bar for section in chart.sections] or [0]
    bars, shift_s = [], 0.0
    for index, bar in enumerate(chart.bars):
        section = max((i for i, first in enumerate(first_bars) if first <= index), default=0)
        if index in first_bars:
            shift_s += late_s.get(section, 0.0)
        pulses = len(list(bar.pulse_beats()))
        cells = 3 if Fraction(3, 2) in bar.meter.pulse_lengths_beats else 4
        length_s = starts_s[index + 1] - starts_s[index]
        bars.append(Bar(starts_s[index] + shift_s, length_s, pulses, cells, section))
    return Form(tuple(section.name for section in chart.sections) or ("All",), tuple(bars))


def role_of(name: str) -> str:
    lowered = name.casefold()
    roles = ("pre", "post", "chorus", "verse", "intro", "outro", "break", "middle", "held", "hit")
    return next((role for role in roles if role in lowered), lowered.split()[0])


def arrange(form: Form, band: Band, chance: Random) -> tuple[list[Event], dict[int, int]]:
    """The notes, and each channel's program."""
    programs = {channel: chance.choice(some) for channel, some in PROGRAMS.items()}
    key = chance.randrange(12)
    feels = {role: _Feel(role, band, chance) for role in dict.fromkeys(map(role_of, form.names))}
    events: list[Event] = []
    for section, name in enumerate(form.names):
        feel = feels[role_of(name)]
        bars = form.bars_of(section)
        is_bare = chance.random() < band.drumless or (section == 0 and band.drumless > 0)
        events += _harmony(feel, bars, key, chance)
        events += _melody(feel, bars, key, chance)
        if not is_bare and feel.has_drums:
            events += _drums(feel, bars, band, chance)
    return [_loosely(event, band.loose_s, chance) for event in events], programs


class _Feel:
    """What all sections of one kind have in common."""

    def __init__(self, role: str, band: Band, chance: Random) -> None:
        is_full = role in FULL_ROLES or (role == "pre" and chance.random() < 0.5)
        self.is_full = is_full
        self.has_drums = is_full or role == "verse" or chance.random() < 0.6
        self.swing, self.has_claps = band.swing, band.has_claps
        self.beat = chance.choice(("floor", "rock", "half", "floor", "hats" if not is_full else ""))
        self.hat = chance.choice(("eighths", "off", "sixteenths", "quarters", "ride"))
        self.kicks = frozenset(chance.sample(range(16), chance.randrange(0, 3)))
        self.chords = tuple(chance.choice(((0, 5, 3, 4), (5, 3, 0, 4), (0, 3), (1, 4, 0, 0),
                                           (3, 4, 5, 5), (0, 2, 3, 4))))  # fmt: skip
        self.has_pushes = chance.random() < 0.35
        self.stabs = sorted(chance.sample(range(16), chance.randrange(2, 6)))
        self.comping = chance.choice(("pad", "stabs", "arpeggio", "eighths", "pad"))
        self.bass = chance.choice(("root", "eighths", "octaves", "off", "kick"))
        self.has_brass = is_full and chance.random() < 0.5
        self.has_bass = is_full or chance.random() < 0.7
        self.motif = [
            (chance.randrange(32), chance.randrange(1, 9), chance.randrange(0, 8))
            for _ in range(chance.randrange(4, 12))
        ]
        self.has_pickup = chance.random() < 0.4
        self.level = 100 if is_full else chance.randrange(60, 90)


def _drums(feel: _Feel, bars: list[Bar], band: Band, chance: Random) -> Iterator[Event]:
    if chance.random() < 0.75:
        yield _drum(bars[0].at_s, CRASH, 112)
    for number, bar in enumerate(bars):
        is_last = number == len(bars) - 1
        filled = chance.random() < (0.65 if is_last else 0.12)
        until = bar.pulses - chance.choice((1, 2)) if filled else bar.pulses
        for pulse in range(max(0, until)):
            yield from _pulse(feel, bar, pulse, chance)
        for pulse in range(max(0, until), bar.pulses):
            for cell in range(bar.cells):
                if chance.random() < 0.8:
                    drum = chance.choice((SNARE, *TOMS))
                    yield _drum(_at(bar, pulse, cell, band.swing), drum, chance.randrange(80, 120))


def _pulse(feel: _Feel, bar: Bar, pulse: int, chance: Random) -> Iterator[Event]:
    def at(cell: int) -> float:
        return _at(bar, pulse, cell, feel.swing)

    half = bar.cells // 2
    back = pulse % 2 == 1 if bar.pulses % 2 == 0 else pulse == bar.pulses - 1
    if feel.beat == "half":
        back = pulse == bar.pulses // 2
    if feel.beat == "floor" or (feel.beat and feel.beat != "hats" and pulse % 2 == 0 and not back):
        yield _drum(at(0), KICK, 110)
    for cell in range(1, bar.cells):
        if feel.beat in ("rock", "half") and pulse * bar.cells + cell in feel.kicks:
            yield _drum(at(cell), KICK, 95)
    if back and feel.beat != "hats":
        yield _drum(at(0), CLAP if feel.has_claps else SNARE, 112)
    hat = RIDE if feel.hat == "ride" else CLOSED
    if bar.cells == 3:
        cells = {"eighths": (0, 2), "off": (2,), "sixteenths": (0, 1, 2)}.get(feel.hat, (0,))
    else:
        cells = {"eighths": (0, half), "off": (half,), "sixteenths": (0, 1, 2, 3)}.get(
            feel.hat, (0,)
        )
    for cell in cells:
        opens = feel.hat == "off"
        yield _drum(at(cell), OPEN if opens else hat, 60 + chance.randrange(30))
    if feel.is_full and pulse % 2 == 1 and feel.has_claps:
        yield _drum(at(0), TAMBOURINE, 70)


def _harmony(feel: _Feel, bars: list[Bar], key: int, chance: Random) -> Iterator[Event]:
    for number, bar in enumerate(bars):
        degree = feel.chords[number % len(feel.chords)]
        chord = [48 + _degree(key, degree + step) for step in (0, 2, 4)]
        pushes = feel.has_pushes and number % 2 == 1 and number > 0
        start_s = bar.at_s - (bar.length_s / bar.pulses / 2 if pushes else 0)
        whole_s = bar.at_s + bar.length_s - start_s
        if feel.comping == "pad" or not feel.is_full:
            yield from (Event(start_s, whole_s * 0.98, PAD, each + 12, 70) for each in chord)
        for at_s, length_s, picks in _comping(feel, bar, start_s):
            chosen = chord if picks is None else [chord[picks % 3] + 12]
            yield from (Event(at_s, length_s, KEYS, each, feel.level - 10) for each in chosen)
        if feel.has_brass and number % 2 == 0:
            for cell in feel.stabs[:3]:
                at_s = _at(bar, *divmod(cell % (bar.pulses * bar.cells), bar.cells), feel.swing)
                yield from (Event(at_s, 0.18, BRASS, each + 12, 92) for each in chord)
        if feel.has_bass:
            yield from _bass(feel, bar, 36 + _degree(key, degree), chance)


def _comping(feel: _Feel, bar: Bar, start_s: float) -> Iterator[tuple[float, float, int | None]]:
    pulse_s = bar.length_s / bar.pulses
    cells = bar.pulses * bar.cells
    if feel.comping == "stabs":
        for cell in feel.stabs:
            yield _at(bar, *divmod(cell % cells, bar.cells), feel.swing), 0.15, None
    elif feel.comping in ("arpeggio", "eighths"):
        step = 1 if bar.cells == 3 else 2
        for index, cell in enumerate(range(0, cells, step)):
            at_s = _at(bar, *divmod(cell, bar.cells), feel.swing)
            yield at_s, pulse_s / 2, index if feel.comping == "arpeggio" else None
    else:
        yield start_s, bar.length_s, None


def _bass(feel: _Feel, bar: Bar, root: int, chance: Random) -> Iterator[Event]:
    pulse_s = bar.length_s / bar.pulses
    half = 2
    for pulse in range(bar.pulses):
        on_s, off_s = _at(bar, pulse, 0, 0), _at(bar, pulse, half, feel.swing)
        if feel.bass == "root":
            if pulse == 0:
                yield Event(on_s, bar.length_s * 0.9, BASS, root, 95)
        elif feel.bass == "off":
            yield Event(off_s, pulse_s / 3, BASS, root, 92)
        elif feel.bass == "kick":
            if pulse % 2 == 0 or chance.random() < 0.2:
                yield Event(on_s, pulse_s * 0.8, BASS, root, 95)
        else:
            octave = 12 if feel.bass == "octaves" else 0
            yield Event(on_s, pulse_s / 3, BASS, root, 95)
            yield Event(off_s, pulse_s / 3, BASS, root + octave, 88)


def _melody(feel: _Feel, bars: list[Bar], key: int, chance: Random) -> Iterator[Event]:
    """Sung-like: long notes, early and late by some hundredths, two bars of motif and again."""
    for number in range(0, len(bars), 2):
        for at, length, degree in feel.motif:
            bar = bars[min(number + at // 16, len(bars) - 1)]
            if at // 16 and number + 1 >= len(bars):
                continue
            at_s = bar.at_s + (at % 16) * bar.length_s / 16 + chance.gauss(0, 0.014)
            turned = degree + (chance.randrange(-1, 2) if number % 4 else 0)
            yield Event(at_s, length * bar.length_s / 16, LEAD, 60 + _degree(key, turned), 88)
    if feel.has_pickup:
        first = bars[0]
        for step in range(chance.randrange(1, 4), 0, -1):
            at_s = first.at_s - step * first.length_s / 16
            yield Event(at_s, first.length_s / 18, LEAD, 60 + _degree(key, 4 - step), 84)


def _degree(key: int, degree: int) -> int:
    octave, step = divmod(degree, 7)
    return key + 12 * octave + (0, 2, 4, 5, 7, 9, 11)[step]


def _at(bar: Bar, pulse: int, cell: int, swing: float) -> float:
    late = swing if bar.cells == 4 and cell % 2 == 1 else 0.0
    return bar.at_s + (pulse + (cell + late) / bar.cells) * bar.length_s / bar.pulses


def _drum(at_s: float, drum: int, velocity: int) -> Event:
    return Event(at_s, 0.1, DRUM_CHANNEL, drum, velocity)


def _loosely(event: Event, spread_s: float, chance: Random) -> Event:
    at_s = event.at_s + chance.gauss(0, spread_s)
    return Event(at_s, event.length_s, event.channel, event.pitch, event.velocity)
