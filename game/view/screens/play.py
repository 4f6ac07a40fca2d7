"""The play screen: two highways, mirrored, and what the players share between them."""

from __future__ import annotations

from dataclasses import dataclass

from game.view import theme
from game.view.butterfly import Butterfly, draw_butterfly
from game.view.canvas import WIDTH, Canvas
from game.view.highway.field import paint_caps, paint_field
from game.view.highway.geometry import CENTRE
from game.view.highway.judgement import draw_judgement, latest
from game.view.highway.moment import Moment, cue_at, moment_of
from game.view.highway.seat import LaneView, PressedLane, SeatView
from game.view.highway.side import Now, Sheets, Side
from game.view.highway.threads import Threads
from game.view.meter import TogetherView, draw_meter
from game.view.strings import Strings

__all__ = ["LaneView", "PlaySnapshot", "PressedLane", "SeatView", "draw", "prepare"]

MIDDLE = WIDTH / 2
_SCORE_Y = 88
_NAME_Y = 84
_CAPTION_Y = 122
_NAME_WIDTH = 262
_TITLE_Y = 80
_LEAD_Y = 174
_LEAD_HEIGHT = 36
_FIGURE = (MIDDLE - 240, 110, 480, 64)
_PLACE_Y = 204
_METER = (MIDDLE - 30, 300, 60, 484)
_METER_LABEL_Y = 832
_CUE_Y = 990
_HINT_Y = 990
_MESSAGE_Y = 1036
_COUNT_Y = 500
_COUNT_SIZE = 220
_LEAD_MS = 160
_STILL_BEAT = 0.45


@dataclass(frozen=True, slots=True)
class PlaySnapshot:
    """One frame of play. Bar, section, lead, cues and beat are read from the timelines."""

    visual_us: int
    """Song time at which to draw."""

    title: str
    bpm_text: str
    seats: tuple[SeatView, ...]
    """P1, then P2."""

    butterfly: Butterfly
    approach_ms: int = 1500
    """Real milliseconds for which a note is seen before its moment."""

    rate_pct: int = 100
    """Speed of a practice; song time runs that much slower."""

    count_in: int | None = None
    """The number to show while counting in."""

    together: TogetherView | None = None
    """None: not known; the meter is empty."""

    messages: tuple[str, ...] = ()
    """Whole sentences, such as that there is no sound."""

    hint: str = ""
    """A quiet line between the highways, such as how to pause."""

    language: str = "en"
    """For cues in several languages."""

    @property
    def now(self) -> Now:
        approach_us = max(1, self.approach_ms * 1000 * self.rate_pct // 100)
        return Now(self.visual_us, approach_us, self.rate_pct)


class Stage:
    """Everything that stays the same from frame to frame, prepared once."""

    def __init__(self, canvas: Canvas, snapshot: PlaySnapshot) -> None:
        sheets = Sheets(canvas)
        self.sides = tuple(Side(canvas, view, sheets) for view in snapshot.seats)
        self.threads = Threads(canvas, self.sides)
        self.still = canvas.fresh_background()
        self._paint_still(canvas.onto(self.still), snapshot)

    def _paint_still(self, canvas: Canvas, snapshot: PlaySnapshot) -> None:
        for side, view in zip(self.sides, snapshot.seats, strict=True):
            paint_field(canvas, side.highway, side.lanes, side.color)
            paint_caps(canvas, side.highway, side.lanes, side.labels, side.color)
            _draw_name(canvas, view)
        _draw_title(canvas, snapshot)


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
    stage = prepare(canvas, snapshot)
    now = snapshot.now
    moment = moment_of(snapshot.seats[0].timeline, snapshot.visual_us)
    pairs = list(zip(stage.sides, snapshot.seats, strict=True))
    canvas.surface.blit(stage.still, (0, 0))
    beat = _beat_level(canvas, moment)
    for side, view in pairs:
        side.draw_floor(canvas, view, now, beat, _lead_level(now, moment, view.player))
    stage.threads.draw(canvas, snapshot.seats, now)
    for side, view in pairs:
        side.draw_notes(canvas, view, now)
    for side, view in pairs:
        side.draw_hits(canvas, view, now)
        leads_alone = moment.leads == (view.player,)
        _draw_seat(canvas, snapshot, view, leads_alone, strings)
    _draw_middle(canvas, snapshot, moment, strings)


def place_text(moment: Moment, strings: Strings) -> str:
    """Section and bar; nothing before the first bar."""
    if not moment.bar:
        return ""
    return strings("play.place", section=moment.section, bar=moment.bar)


def _beat_level(canvas: Canvas, moment: Moment) -> float:
    """The hit line breathes: bright on the beat, then out."""
    if canvas.theme.reduced_motion or canvas.theme.reduced_flash:
        return _STILL_BEAT
    return 0.2 + 0.8 * (1 - moment.beat_phase) ** 2


def _lead_level(now: Now, moment: Moment, player: int) -> float:
    arrived = min(1.0, now.age_ms(moment.lead_at_us) / _LEAD_MS)
    leads, led = player in moment.leads, player in moment.led_before
    return arrived * leads + (1 - arrived) * led


def _outer(player: int, distance: float) -> float:
    """A place that far from the player's own edge of the screen."""
    return distance if player == 1 else WIDTH - distance


def _draw_name(canvas: Canvas, view: SeatView) -> None:
    x, anchor = _outer(view.player, theme.EDGE), "left" if view.player == 1 else "right"
    color = theme.player_color(view.player)
    for text, y, size, ink in (
        (view.name, _NAME_Y, theme.SIZE_NAME, color),
        (view.caption, _CAPTION_Y, theme.SIZE_SMALL, theme.TEXT_DIM),
    ):
        width = _NAME_WIDTH if y == _NAME_Y else _NAME_WIDTH - 64
        canvas.text(text, x, y, size, ink, anchor=anchor, max_width=width)  # type: ignore[arg-type]


def _draw_title(canvas: Canvas, snapshot: PlaySnapshot) -> None:
    gap = 24
    tempo_width = canvas.text_width(snapshot.bpm_text, theme.SIZE_SMALL) if snapshot.bpm_text else 0
    room = 540 - tempo_width - gap
    width = canvas.text_width(snapshot.title, theme.SIZE_BODY, max_width=room)
    left = MIDDLE - (width + gap + tempo_width) / 2 if tempo_width else MIDDLE - width / 2
    canvas.text(snapshot.title, left, _TITLE_Y, max_width=room)
    canvas.text(
        snapshot.bpm_text, left + width + gap, _TITLE_Y + 2, theme.SIZE_SMALL, theme.TEXT_DIM
    )


def _draw_seat(
    canvas: Canvas, snapshot: PlaySnapshot, view: SeatView, lead: bool, strings: Strings
) -> None:
    x = _outer(view.player, CENTRE)
    score = f"{view.seat.score:,}"
    canvas.text(score, x, _SCORE_Y, theme.SIZE_SCORE, anchor="center", weight="black", tabular=True)
    verdict = latest(view.seat)
    if verdict is not None:
        draw_judgement(canvas, x, view.seat, snapshot.now.age_ms(verdict.at_us), strings)
    if lead:
        _draw_lead(canvas, view.player, strings)
    cue = cue_at(view.timeline, snapshot.visual_us, snapshot.language)
    if cue is not None:
        _draw_cue(canvas, x, cue.text, view.player)
    if snapshot.count_in is not None:
        number = str(snapshot.count_in)
        for y, ink in ((_COUNT_Y + 6, theme.PANEL), (_COUNT_Y, theme.TEXT)):
            canvas.text(number, x, y, _COUNT_SIZE, ink, anchor="center", weight="black")


def _draw_lead(canvas: Canvas, player: int, strings: Strings) -> None:
    word, color = strings("play.lead"), theme.player_color(player)
    width = canvas.text_width(word, theme.SIZE_SMALL) + 32
    middle = _outer(player, theme.EDGE + width / 2)
    top = _LEAD_Y - _LEAD_HEIGHT / 2
    canvas.rounded(middle - width / 2, top, width, _LEAD_HEIGHT, color, radius=_LEAD_HEIGHT / 2)
    canvas.text(word, middle, _LEAD_Y, theme.SIZE_SMALL, theme.PANEL, anchor="center")


def _draw_cue(canvas: Canvas, x: float, text: str, player: int) -> None:
    width = min(620.0, canvas.text_width(text, theme.SIZE_BODY) + 64)
    color = theme.player_color(player)
    canvas.panel(x - width / 2, _CUE_Y - 26, width, 52, border=color, radius=26)
    canvas.text(text, x, _CUE_Y, anchor="center", max_width=width - 48)


def _draw_middle(canvas: Canvas, snapshot: PlaySnapshot, moment: Moment, strings: Strings) -> None:
    draw_butterfly(canvas, snapshot.butterfly, *_FIGURE, progress=moment.progress)
    place, size, dim = place_text(moment, strings), theme.SIZE_SMALL, theme.TEXT_DIM
    canvas.text(place, MIDDLE, _PLACE_Y, size, dim, anchor="center", max_width=500)
    draw_meter(canvas, *_METER, snapshot.together)
    known = snapshot.together is not None
    label = theme.TOGETHER_MINT if known else theme.TEXT_DIM
    canvas.text(strings("play.together"), MIDDLE, _METER_LABEL_Y, color=label, anchor="center")
    if snapshot.together is not None:
        caption = snapshot.together.caption
        y = _METER_LABEL_Y + 36
        canvas.text(caption, MIDDLE, y, theme.SIZE_SMALL, theme.TEXT_DIM, anchor="center")
    canvas.text(
        snapshot.hint,
        MIDDLE,
        _HINT_Y,
        theme.SIZE_SMALL,
        theme.TEXT_DIM,
        anchor="center",
        max_width=240,
    )
    for index, message in enumerate(snapshot.messages[-1:]):
        y = _MESSAGE_Y - index * 40
        canvas.text(message, MIDDLE, y, theme.SIZE_SMALL, anchor="center", max_width=1700)
