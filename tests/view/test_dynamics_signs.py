"""The signs over ghosts played soft and accents played loud."""

from dataclasses import replace

import pytest
from view_scenes import STRINGS, canvas, changed, frame, pixels, timelines, verdict, with_seat

from game.view.screens import play
from game.view.screens.play import PlaySnapshot

TEXT = """
P1 snare|X---g---|
P2 snare|X---g---|
"""
ACCENT, GHOST = 0, 1


def picture(snapshot: PlaySnapshot):
    target = canvas()
    play.draw(target, snapshot, STRINGS)
    return pixels(target.surface)


def hit(player_index: int, note: int, age_ms: int, is_as_written: bool) -> PlaySnapshot:
    """A note was hit so long ago."""
    parts = timelines(TEXT)
    at_us = parts[player_index].notes[note].at_us
    seat = frame(parts).seats[player_index].seat
    played = replace(
        seat,
        recent=(verdict(note, "snare", at_us),),
        as_written=(note,) if is_as_written else (),
    )
    return with_seat(frame(parts, at_us + age_ms * 1_000), player_index, seat=played)


@pytest.mark.parametrize("note", [ACCENT, GHOST])
@pytest.mark.parametrize("side", [0, 1])
def test_a_sign_stands_for_a_moment_over_what_was_as_written(note: int, side: int) -> None:
    plain, signed = hit(side, note, 60, False), hit(side, note, 60, True)
    seen = changed(picture(plain), picture(signed))
    assert seen.any()
    # Small: a thousandth of the picture at most, and on the player's own half.
    assert seen.mean() < 0.001
    half = seen.shape[0] // 2
    assert not (seen[half:] if side == 0 else seen[:half]).any()


def test_it_is_gone_with_the_judgement() -> None:
    assert not changed(
        picture(hit(0, ACCENT, 301, False)), picture(hit(0, ACCENT, 301, True))
    ).any()
