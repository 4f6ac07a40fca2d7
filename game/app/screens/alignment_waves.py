"""The waveform in sight with all that lies on it, as the view draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.app.screens.alignment_hand import AlignmentHand
from game.view.widgets.waves import Waves

if TYPE_CHECKING:
    from game.alignment.waveform import Waveform


def waves_of(waveform: Waveform, hand: AlignmentHand, position_us: int | None) -> Waves:
    """The picture at this moment; the window follows what is played.

    Args:
        position_us: what of the recording is heard now; None if nothing is.
    """
    sight, sound_map, timeline = hand.sight, hand.sound_map, hand.timeline
    if position_us is not None:
        sight.follow(position_us)
    return Waves(
        waveform,
        sight.from_us,
        sight.to_us,
        pulses=sight.pulses(timeline, sound_map),
        bars=sight.bars(timeline, sound_map),
        sections=sight.sections(timeline, sound_map),
        pins=sight.pins(sound_map, hand.edit.pin),
        cursor=_inside(sight.share(sight.cursor_us)),
        playhead=None if position_us is None else _inside(sight.share(position_us)),
    )


def _inside(share: float) -> float | None:
    return share if 0 <= share <= 1 else None
