"""The play screen: two highways, mirrored, and what the players share between them."""

from __future__ import annotations

from game.view.canvas import Canvas
from game.view.highway.behind import draw_behind
from game.view.highway.dynamics import draw_dynamics
from game.view.highway.field import paint_caps, paint_field
from game.view.highway.headline import (
    draw_count,
    draw_cue,
    draw_lead,
    draw_name,
    draw_note,
    draw_score,
)
from game.view.highway.judgement import FADE_MS, draw_judgement, latest, words_box
from game.view.highway.moment import Moment, cue_at, moment_of
from game.view.highway.seat import LaneView, PressedLane, SeatView
from game.view.highway.side import Now, Sheets, Side
from game.view.highway.threads import Threads
from game.view.screens.play_middle import draw_middle, draw_title
from game.view.screens.play_snapshot import PlaySnapshot
from game.view.strings import Strings

__all__ = [
    "LaneView",
    "PlaySnapshot",
    "PressedLane",
    "SeatView",
    "draw",
    "draw_highways",
    "prepare",
]

_LEAD_MS = 160
_STILL_BEAT = 0.45


class Stage:
    """Everything that stays the same from frame to frame, prepared once."""

    def __init__(self, canvas: Canvas, snapshot: PlaySnapshot) -> None:
        # The next chart looks much like this one.
        size = canvas.surface.get_size()
        sheets = canvas.keep("sheets", (size, canvas.theme), lambda: Sheets(canvas))
        self.sides = tuple(Side(canvas, view, sheets) for view in snapshot.seats)
        self.threads = Threads(canvas, self.sides)
        self._dark = canvas.fresh_background()
        self._paint_still(canvas.onto(self._dark), snapshot)
        self._lit = self._dark.copy()
        self._lit_for: tuple[float, ...] = (0.0,) * len(self.sides)

    def _paint_still(self, canvas: Canvas, snapshot: PlaySnapshot) -> None:
        for side, view in zip(self.sides, snapshot.seats, strict=True):
            paint_field(canvas, side.highway, side.lanes, side.color)
            paint_caps(canvas, side.highway, side.lanes, side.labels, side.color)
            draw_name(canvas, view)
        draw_title(canvas, snapshot.title, snapshot.bpm_text)

    def draw_ground(self, canvas: Canvas, leads: tuple[float, ...]) -> None:
        """The still picture with the light of the lead on each side, from 0 to 1.

        The picture is kept with its light as long as the lead stays: one whole copy is the cheapest
        way to draw it.
        """
        if all(lead in (0, 1) for lead in leads):
            if self._lit_for != leads:
                self._light(canvas.onto(self._lit), leads)
                self._lit_for = leads
            canvas.surface.blit(self._lit, (0, 0))
        else:
            self._light(canvas, leads)

    def _light(self, canvas: Canvas, leads: tuple[float, ...]) -> None:
        canvas.surface.blit(self._dark, (0, 0))
        for side, lead in zip(self.sides, leads, strict=True):
            side.draw_lead(canvas, lead)


def prepare(canvas: Canvas, snapshot: PlaySnapshot) -> Stage:
    """Build what a play needs; `draw` does it by itself if nobody has."""
    key = (
        canvas.surface.get_size(),
        canvas.theme,
        snapshot.title,
        snapshot.bpm_text,
        *((v.name, v.caption, v.lanes, v.timeline) for v in snapshot.seats),
    )
    return canvas.keep("play", key, lambda: Stage(canvas, snapshot))


def draw(canvas: Canvas, snapshot: PlaySnapshot, strings: Strings) -> None:
    """Draw one frame."""
    moment = draw_highways(canvas, snapshot, strings)
    draw_middle(canvas, snapshot, moment, strings)


def draw_highways(canvas: Canvas, snapshot: PlaySnapshot, strings: Strings) -> Moment:
    """Draw a frame without what stands between the two highways; returns its moment."""
    stage = prepare(canvas, snapshot)
    now = snapshot.now
    moment = moment_of(snapshot.seats[0].timeline, snapshot.visual_us)
    sides = list(zip(stage.sides, snapshot.seats, strict=True))
    leads = tuple(_lead_level(now, moment, view.player) for view in snapshot.seats)
    stage.draw_ground(canvas, leads)
    beat = _beat_level(canvas, moment)
    for side, view in sides:
        side.draw_floor(canvas, view, now, beat)
        draw_dynamics(canvas, side, view, now)
        _praise(canvas, side, view, now, strings)
    stage.threads.draw(canvas, snapshot.seats, now)
    for side, view in sides:
        side.draw_notes(canvas, view, now)
    for side, view in sides:
        side.draw_hits(canvas, view, now)
        _write(canvas, snapshot, view, moment, strings)
    return moment


def _praise(canvas: Canvas, side: Side, view: SeatView, now: Now, strings: Strings) -> None:
    """The last judgement, behind the notes: it never covers what is still to be read."""
    verdict = latest(view.seat)
    age_ms = FADE_MS if verdict is None else now.age_ms(verdict.at_us)
    if age_ms < FADE_MS:

        def words() -> None:
            draw_judgement(canvas, view.player, view.seat, age_ms, strings)

        draw_behind(canvas, side, view, now, words_box(canvas, view.player), words)


def _write(
    canvas: Canvas, snapshot: PlaySnapshot, view: SeatView, moment: Moment, strings: Strings
) -> None:
    """The words and numbers over one highway."""
    if snapshot.has_score:
        draw_score(canvas, view)
    if moment.leads == (view.player,):
        draw_lead(canvas, view.player, strings("play.lead"))
    cue = cue_at(view.timeline, snapshot.visual_us, snapshot.language)
    if cue is not None:
        draw_cue(canvas, view.player, cue.text)
    if view.note:
        draw_note(canvas, view.player, view.note)
    if snapshot.count_in is not None:
        draw_count(canvas, view.player, snapshot.count_in)


def _beat_level(canvas: Canvas, moment: Moment) -> float:
    """The hit line breathes: bright on the beat, then out."""
    if canvas.theme.reduced_motion or canvas.theme.reduced_flash:
        return _STILL_BEAT
    return 0.2 + 0.8 * (1 - moment.beat_phase) ** 2


def _lead_level(now: Now, moment: Moment, player: int) -> float:
    """How much of the lead's light falls on a highway while it passes from one to the other."""
    arrived = min(1.0, now.age_ms(moment.lead_at_us) / _LEAD_MS)
    leads, led = player in moment.leads, player in moment.led_before
    return arrived * leads + (1 - arrived) * led
