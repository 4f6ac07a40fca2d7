"""One level down for one player's bar: levels 4, 3 and 2."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.charts.levels.limits import LIMITS, ONSETS_A_PULSE_IN_FILLS
from game.charts.levels.moments import Moment, Moments, Place, by_pulse
from game.charts.levels.ranks import BACK_BEAT

_HANDS_ON_DRUMS = ("snare", "tom")
_FILL_ONSETS = 3


def to_hard(moments: Moments, bar_s: float) -> Moments:
    """Level 4 from the full part."""
    plain = _without_ghosts(moments)
    thinned: list[Moment] = []
    for pulse in by_pulse(plain):
        if len(pulse) >= _FILL_ONSETS and _is_fill(pulse):
            thinned += _most_important(_without_kicks(pulse), ONSETS_A_PULSE_IN_FILLS)
        else:
            thinned += _most_important(pulse, LIMITS[4].onsets_a_pulse)
    return slowed(thinned, LIMITS[4].presses_a_second, bar_s)


def to_normal(moments: Moments, bar_s: float) -> Moments:
    """Level 3 from level 4."""
    limit = LIMITS[3]
    on_grid = [each for each in moments if each.is_kept or each.place <= Place.MIDDLE_THIRD]
    thinned = [
        moment.with_at_most(limit.drums_at_once)
        for pulse in by_pulse(on_grid)
        for moment in _most_important(pulse, limit.onsets_a_pulse)
    ]
    return slowed(thinned, limit.presses_a_second, bar_s)


def to_easy(moments: Moments, bar_s: float) -> Moments:
    """Level 2 from level 3."""
    lanes = _two_lanes(moments)
    single: list[Moment] = []
    for moment in moments:
        if moment.lane in lanes:
            single.append(moment.with_at_most(1))
            continue
        playable = [each for each in moment.notes if each.lane in lanes]
        if playable or moment.is_kept:
            single.append(moment.with_notes((playable or moment.notes)[:1]))
    thinned = [
        moment
        for pulse in by_pulse(single)
        for moment in _most_important(pulse, LIMITS[2].onsets_a_pulse)
    ]
    return slowed(thinned, LIMITS[2].presses_a_second, bar_s)


STEPS: Mapping[int, Callable[[Moments, float], Moments]] = {4: to_hard, 3: to_normal, 2: to_easy}
"""Level -> what derives it from the next harder one; the float is the bar's length in seconds."""


def slowed(moments: Moments, presses_a_second: float, bar_s: float) -> Moments:
    """Without the least important notes, all equal ones at once, until two hands are fast enough.

    What must be kept stays, whatever the speed.
    """
    most = presses_a_second * bar_s
    while _presses(moments) > most:
        ranks = [each.rank for m in moments if not m.is_kept for each in m.notes]
        if not ranks:
            break
        lowest = min(ranks)
        kept = (m if m.is_kept else _above(m, lowest) for m in moments)
        moments = [moment for moment in kept if moment.notes]
    return moments


def _above(moment: Moment, rank: int) -> Moment:
    if moment.notes[-1].rank > rank:
        return moment
    return moment.with_notes(each for each in moment.notes if each.rank > rank)


def _presses(moments: Moments) -> int:
    return sum(
        1 if len(moment.notes) == 1 else len({each.lane for each in moment.notes})
        for moment in moments
    )


def _without_ghosts(moments: Moments) -> list[Moment]:
    found: list[Moment] = []
    for moment in moments:
        struck = [each for each in moment.notes if not each.is_ghost]
        if len(struck) == len(moment.notes):
            found.append(moment)
        elif struck:
            found.append(moment.with_notes(struck))
        elif moment.is_kept:
            found.append(moment)
    return found


def _most_important(moments: list[Moment], count: int) -> list[Moment]:
    """The `count` moments of a pulse that matter most, and every one that must be kept."""
    if len(moments) <= count:
        return moments
    by_rank = sorted(moments, key=lambda moment: (not moment.is_kept, -moment.rank))
    chosen = {moment.at for moment in by_rank[:count]}
    return [moment for moment in moments if moment.is_kept or moment.at in chosen]


def _without_kicks(moments: list[Moment]) -> list[Moment]:
    """A fill without the kicks that fall together with a hand; shared ones stay."""
    return [
        moment.with_notes(each for each in moment.notes if each.lane != "kick" or each.is_shared)
        if any(each.lane != "kick" for each in moment.notes)
        else moment
        for moment in moments
    ]


def _is_fill(pulse: Moments) -> bool:
    struck = sum(any(each.lane in _HANDS_ON_DRUMS for each in m.notes) for m in pulse)
    return struck >= _FILL_ONSETS


def _two_lanes(moments: Moments) -> list[str]:
    """The lanes that say most with one drum at a time.

    Those of `&` and of the back-beat; then whichever fills most of the pulses that are still empty.
    """
    scores: dict[str, dict[int, int]] = {}
    chosen: list[str] = []
    for moment in moments:
        is_due = moment.notes[0].is_shared or moment.rank == BACK_BEAT
        if is_due and moment.lane not in chosen:
            chosen.append(moment.lane)
        for each in moment.notes:
            pulses = scores.setdefault(each.lane, {})
            pulses[moment.pulse] = max(pulses.get(moment.pulse, 0), each.rank)
    while len(chosen) < LIMITS[2].lanes and len(chosen) < len(scores):
        covered = {pulse for lane in chosen for pulse in scores[lane]}
        left = sorted(scores.keys() - set(chosen))
        chosen.append(max(left, key=lambda lane: _new_score(scores[lane], covered)))
    return chosen


def _new_score(pulses: Mapping[int, int], covered: set[int]) -> int:
    return sum(rank for pulse, rank in pulses.items() if pulse not in covered)
