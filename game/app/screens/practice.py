"""Practice, before it begins and between whiles: which bars, how fast, who plays what."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum

from game.app.play.setup import PlaySetup
from game.app.practice.choices import Choices, Line
from game.app.screens.base import Change, Pop, Push
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.screens.pad_keys import PLAYED_OUT_NS
from game.app.screens.practice_play import PracticePlayScreen
from game.app.screens.practice_texts import PracticeTexts, pass_bars
from game.app.screens.song_card import title_in
from game.app.services import Services
from game.charts.compile import compile_timeline
from game.duet.practice.bars import Bars, between, section_at, span_us, whole
from game.duet.practice.passes import Pass
from game.duet.practice.plan import Plan
from game.duet.practice.trouble import Trouble
from game.view.butterfly import Butterfly
from game.view.screens import practice as view
from game.view.widgets.area import Target
from game.view.widgets.bar_strip import BarStrip
from game.view.widgets.button import Button

_FEW_BARS = 8
_LAST_LINE = max(Line)


class _Stop(IntEnum):
    """What the focus can be on, besides the rows, from the top of the screen."""

    STRIP = -2
    CHIPS = -1
    START = _LAST_LINE + 1


class PracticeScreen(Menu):
    """Enter begins; coming back from playing, the latest times round are to be seen."""

    pads_rest_ns = PLAYED_OUT_NS

    def __init__(
        self,
        services: Services,
        setup: PlaySetup,
        bars: Bars | None = None,
        trouble: Trouble | None = None,
    ) -> None:
        """
        Args:
            bars: those to begin with; None: where a finished play went wrong, or the first ones.
            trouble: what a finished play suggests.
        """
        super().__init__(services)
        self._setup = setup
        timelines = tuple(
            compile_timeline(setup.chart, seat.player, seat.level, seat.layout)
            for seat in setup.seats
        )
        self._timeline = timelines[0]
        self._butterfly = Butterfly.of(timelines)
        one, other = (seat.is_bot for seat in setup.seats)
        self._choices = Choices(self._timeline, (one, other))
        self._texts = PracticeTexts(services.strings, self._choices)
        self._trouble = trouble or Trouble()
        first_bars = bars or self._trouble.missed or self._trouble.apart or Bars(0, _FEW_BARS - 1)
        self._plan = Plan(
            first_bars.within(len(self._timeline.bars)),
            metronome=services.settings.playing.metronome,
        )
        self.passes: list[Pass] = []
        """Every time round so far, the latest last."""

        self._stop: int = _Stop.START
        self._chip = 0
        self._anchor_us = 0

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key is MenuKey.CHOOSE:
            return self._choose()
        if key is MenuKey.NEXT:
            self._focus(self._beside())
        elif key is MenuKey.UP:
            self._focus(max(_Stop.STRIP, self._above()))
        elif key is MenuKey.DOWN:
            self._focus(min(_Stop.START, self._below()))
        elif key in _SIDEWAYS:
            self._step(_SIDEWAYS[key])
        elif key in (MenuKey.PAGE_UP, MenuKey.PAGE_DOWN):
            self._use_bars(self._section_beside(-1 if key is MenuKey.PAGE_UP else 1))
        return None

    def point(self, target: Target) -> None:
        if target.name == view.ROW:
            self._focus(target.index)
        elif target.name == view.CHIP:
            self._chip = target.index
            self._focus(_Stop.CHIPS)
        elif target.name == view.START:
            self._focus(_Stop.START)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self.point(target)
        if target.name == view.ROW:
            self._step(view.step_at(target.index, x))
            return None
        if target.name == view.STRIP:
            self._focus(_Stop.STRIP)
            self._anchor_us = self._us_at(x)
            self._use_bars(between(self._timeline, self._anchor_us, self._anchor_us))
            return None
        return self._choose()

    def drag(self, target: Target, x: float) -> None:
        if target.name == view.STRIP:
            self._use_bars(between(self._timeline, self._anchor_us, self._us_at(x)))

    def snapshot(self, now_ns: int) -> view.PracticeSnapshot:
        names = [seat.name for seat in self._setup.seats]
        return view.PracticeSnapshot(
            heading=self.strings("practice.heading"),
            title=title_in(self._setup.chart.meta, self.strings.language),
            strip=self._strip(),
            chips=tuple(
                Button(text, self._stop == _Stop.CHIPS and index == self._chip)
                for index, (text, _) in enumerate(self._offers())
            ),
            rows=tuple(self._texts.row(line, self._plan, self._stop == line) for line in Line),
            start=Button(self.strings("practice.start"), self._stop == _Stop.START),
            passes=pass_bars(self.passes, self._plan),
            passes_text=self._texts.passes(self.passes),
            last=self._texts.last(self.passes, names),
            frame=self.frame(
                self.hint("common.hint_move", "↑", "↓"),
                self.hint("common.hint_change", "←", "→"),
                self.hint("practice.hint_section", *_PAGES),
                self.hint("practice.hint_start", self.strings("common.enter")),
                self.hint("common.hint_back", self.strings("common.escape")),
            ),
        )

    def picture(self) -> Picture:
        return view

    def _strip(self) -> BarStrip:
        end_us = max(1, self._timeline.end_us)
        begin_us, to_us = span_us(self._timeline, self._plan.bars)
        return BarStrip(
            self._butterfly,
            tuple(bar.at_us / end_us for bar in self._timeline.bars),
            begin_us / end_us,
            to_us / end_us,
            self._stop == _Stop.STRIP,
        )

    def _offers(self) -> list[tuple[str, Bars]]:
        """Bars that are worth choosing, with what to call them."""
        section = section_at(self._timeline, self._plan.bars.first)
        offers = [
            (self.strings("practice.whole"), whole(self._timeline)),
            (self._texts.bars("practice.section", section), section),
        ]
        for key, bars in (
            ("practice.missed", self._trouble.missed),
            ("practice.apart", self._trouble.apart),
        ):
            if bars is not None:
                offers.append((self._texts.bars(key, bars), bars))
        return offers

    def _focus(self, stop: int) -> None:
        if stop != self._stop:
            self._stop = stop
            self.sound.move()

    def _above(self) -> int:
        if self._stop == _Stop.START:
            return Line.WAIT
        return _Stop.CHIPS if self._stop == view.COLUMN else self._stop - 1

    def _below(self) -> int:
        return _Stop.START if self._stop == view.COLUMN - 1 else self._stop + 1

    def _beside(self) -> int:
        """The row of the other column; from elsewhere the first row."""
        if not 0 <= self._stop <= _LAST_LINE:
            return Line.FIRST
        return (self._stop + view.COLUMN) % (2 * view.COLUMN)

    def _step(self, steps: int) -> None:
        if self._stop == _Stop.STRIP:
            moved = self._plan.bars.moved_last(steps) if steps > 0 else self._plan.bars
            bars = moved.moved_first(steps) if steps > 0 else self._moved_back()
            self._use_bars(bars if bars.last < len(self._timeline.bars) else self._plan.bars)
        elif self._stop == _Stop.CHIPS:
            self._chip = max(0, min(len(self._offers()) - 1, self._chip + steps))
            self.sound.move()
        elif self._stop != _Stop.START:
            self._use(self._choices.stepped(self._plan, Line(self._stop), steps))

    def _moved_back(self) -> Bars:
        bars = self._plan.bars
        return Bars(bars.first - 1, bars.last - 1) if bars.first else bars

    def _section_beside(self, steps: int) -> Bars:
        """The section before or after the one in which the bars begin."""
        section = section_at(self._timeline, self._plan.bars.first)
        bar = section.first - 1 if steps < 0 else section.last + 1
        return section_at(self._timeline, max(0, min(len(self._timeline.bars) - 1, bar)))

    def _use_bars(self, bars: Bars) -> None:
        self._use(replace(self._plan, bars=bars.within(len(self._timeline.bars))))

    def _use(self, plan: Plan) -> None:
        if plan != self._plan:
            self._plan = plan
            self.sound.move()

    def _us_at(self, x: float) -> int:
        return round(view.share_at(x) * self._timeline.end_us)

    def _choose(self) -> Change | None:
        if self._stop == _Stop.CHIPS:
            self._use_bars(self._offers()[self._chip][1])
            self._stop = _Stop.START
            return None
        self.sound.choose()
        play = PracticePlayScreen(
            self.services, self._setup, self._plan, self._texts, self.passes, self._follow_speed
        )
        return Push(play)

    def _follow_speed(self, rate_pct: int) -> None:
        """The speed at which the players have arrived."""
        self._plan = replace(self._plan, rate_pct=rate_pct)


_PAGES = ("PgUp", "PgDn")
_SIDEWAYS = {MenuKey.LEFT: -1, MenuKey.RIGHT: 1}
