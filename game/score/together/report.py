"""All that is known of how two played together, once a play is over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.score.together.estimate import Estimate, constant_gap_us
from game.score.together.feel import shared_feel
from game.score.together.follow import Following, following
from game.score.together.handovers import HandOver, hand_overs
from game.score.together.phrases import phrases
from game.score.together.place import Place, place
from game.score.together.played_pair import gaps_us
from game.score.together.playing import Playing
from game.score.together.reunion import Reunion, reunion
from game.score.together.tendency import Tendency, tendency


@dataclass(frozen=True, slots=True)
class Report:
    """What each measure says; None where there is too little to say anything."""

    players: tuple[int, int]
    """The first and the second, by number."""

    is_relative: bool
    estimate: Estimate
    following: Following | None
    places: Mapping[int, Place | None]
    """By player. A player who is not calibrated is ahead or behind by their device as well."""

    tendencies: Mapping[int, Tendency | None]
    """By player."""

    shared_feel: float | None
    hand_overs: tuple[HandOver, ...]
    reunion: Reunion | None = None


def report_of(playing: Playing) -> Report:
    """The measures of a play so far; once all is judged, of the whole play."""
    first, second = playing.timelines
    rate_pct = playing.rate_pct
    hits = {player: part.hits() for player, part in playing.parts.items()}
    constant_us = constant_gap_us(gaps_us(playing.played)) if playing.is_relative else 0.0
    return Report(
        players=(first.player, second.player),
        is_relative=playing.is_relative,
        estimate=playing.estimate(),
        following=following(hits[first.player], hits[second.player], rate_pct),
        places={player: place([hit.error_us for hit in own]) for player, own in hits.items()},
        tendencies={
            player: tendency(phrases(own, first.bars, first.pulses), first.pulses, rate_pct)
            for player, own in hits.items()
        },
        shared_feel=shared_feel(playing.played),
        hand_overs=hand_overs(first.leads, hits, {first.player: constant_us, second.player: 0.0}),
        reunion=reunion(playing.played, first.sections, constant_us),
    )
