"""Aligning a recording by whoever made it: beats, bars and form, without any note of the chart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.alignment.beats import find_beats
from game.alignment.choice import Choice, choose
from game.alignment.clues import clues, listen
from game.alignment.envelope import Bands, Signal
from game.alignment.line import BY_OTHERS, bar_one_error_us, fitted
from game.alignment.pattern import BANDS, Pattern
from game.alignment.pins import pins_through
from game.alignment.reference import pulses_of
from game.alignment.refine import Doubt, agreement, place
from game.alignment.result import Alignment, Confidence
from game.alignment.search import Found

_ROUNDS = 3
_SURE, _LIKELY = 0.996, 0.95
"""Fitted probabilities are too sure of themselves, above all of recordings with a crowd."""

_LEAST_AGREEMENT, _SURE_AGREEMENT = 0.3, 0.5
_SURE_ERROR_US = 2_500
"""Where it may be further off, bar 1 was found 4 ms late and more."""

_PIN_US = 30_000
"""Sections begin softly or sharply, so they seem late or early by some hundredths."""

_RISE_US = 7_000
"""So long after they begin drums and strings rise most; the clicks that they are compared with rise
at once."""


def align_any(
    mono: Signal, strength: Bands, heard: Bands, pattern: Pattern, steady_us: int
) -> Alignment:
    """Find the song in a recording of it.

    Args:
        mono: the recording.
        strength: its onset strength.
        heard: its features.
        steady_us: up to here the song keeps to its tempo.
    """
    pulses_us = np.array([each for each in pattern.pulses_us if each < steady_us], np.float64)
    beats = find_beats(heard[:BANDS], pulses_us)
    evidence = clues(listen(mono, strength, heard[:BANDS]), beats, pattern, steady_us)
    choice = choose(evidence)
    leads_us = [float(beats.leads_us[index]) for index in choice.order]
    found = Found(leads_us[0], beats.stretch_ppm, choice.margin)
    expected, doubt = pulses_of(pattern), Doubt(steady_us)
    for _ in range(_ROUNDS):
        stretches = place(heard, expected, found, pattern, doubt)
        steady = [each for each in stretches if each.end_us <= steady_us]
        found = fitted(steady, found, BY_OTHERS)
    stretches = place(heard, expected, found, pattern, doubt)
    steady = [each for each in stretches if each.end_us <= steady_us]
    agreed, error_us = agreement(stretches), bar_one_error_us(steady, BY_OTHERS)
    found = replace(found, lead_us=found.lead_us - _RISE_US)
    moved_us = found.lead_us - leads_us[0]
    pins = pins_through(stretches, found, pattern, _PIN_US)
    return Alignment(
        pins,
        choice.margin,
        agreed,
        _confidence(choice, agreed, error_us, is_line=len(pins) == 2),
        tuple(round(lead_us + moved_us) for lead_us in leads_us[1:]),
    )


def _confidence(choice: Choice, agreed: float, error_us: float, *, is_line: bool) -> Confidence:
    """A song that leaves its line is likely at most: nobody knows which beat it went on with.

    So is one whose sections do not say together where bar 1 lies.
    """
    if not choice.is_this_song or agreed < _LEAST_AGREEMENT or choice.margin < _LIKELY:
        return Confidence.UNSURE
    is_placed = is_line and agreed >= _SURE_AGREEMENT and error_us <= _SURE_ERROR_US
    is_sure = is_placed and choice.margin >= _SURE
    return Confidence.SURE if is_sure else Confidence.LIKELY
