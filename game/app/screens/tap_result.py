"""The result of a timing test: keep it, share the middle, try again, or leave all as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from game.app.play.offsets import setup_of
from game.app.screens.base import Change, Pop, Replace, Screen
from game.app.screens.menu import Menu, Picture
from game.app.screens.menu_keys import MenuKey
from game.app.screens.timing_texts import TimingTexts
from game.app.services import Services
from game.charts.model import PLAYERS
from game.timing.calibration import Estimate, Refusal, is_worth_splitting, split_the_difference
from game.timing.offsets import Calibration, Kind, with_test
from game.view.screens import tap_result as view
from game.view.widgets.area import Target
from game.view.widgets.button import Button
from game.view.widgets.rug import Rug

_US_PER_MS = 1_000
_LEAST_REACH_MS = 120.0


class TapResultScreen(Menu):
    """Nothing is kept before somebody says so."""

    def __init__(
        self,
        services: Services,
        kind: Kind,
        again: Callable[[Services], Screen],
        results: Mapping[int, Estimate | Refusal],
        errors_us: Mapping[int, tuple[int, ...]],
        devices: Mapping[int, str],
    ) -> None:
        """
        Args:
            kind: of the test.
            again: makes the test anew.
            results: of those who tapped, by player.
            errors_us: tap - beat of the taps that count, by player.
            devices: what they tapped on, by player.
        """
        super().__init__(services)
        self._kind = kind
        self._again = again
        self._results = results
        self._errors_us = errors_us
        self._devices = devices
        self._texts = TimingTexts(services.strings)
        self._chosen = 0
        self._choices = self._offered()

    def press(self, key: MenuKey, at_ns: int) -> Change | None:
        if key is MenuKey.CHOOSE:
            return self._choose()
        if key is MenuKey.BACK:
            self.sound.back()
            return Pop()
        if key in (MenuKey.LEFT, MenuKey.UP):
            self._focus(max(0, self._chosen - 1))
        elif key in (MenuKey.RIGHT, MenuKey.DOWN, MenuKey.NEXT):
            self._focus(min(len(self._choices) - 1, self._chosen + 1))
        return None

    def point(self, target: Target) -> None:
        self._focus(target.index)

    def click(self, target: Target, x: float, y: float, at_ns: int) -> Change | None:
        self._focus(target.index)
        return self._choose()

    def snapshot(self, now_ns: int) -> view.TapResultSnapshot:
        return view.TapResultSnapshot(
            heading=self.strings(f"calibration.{self._kind}_heading"),
            sentence=self._sentence(),
            cards=tuple(self._card(player) for player in PLAYERS),
            buttons=tuple(
                Button(self.strings(f"calibration.{name}"), index == self._chosen)
                for index, (name, _) in enumerate(self._choices)
            ),
            frame=self.frame(
                self.hint("common.hint_move", "←", "→"),
                self.hint("common.hint_choose", self.strings("common.enter")),
                self.hint("calibration.hint_leave", self.strings("common.escape")),
            ),
        )

    def picture(self) -> Picture:
        return view

    def _offered(self) -> list[tuple[str, Callable[[], Change]]]:
        """What can be chosen, the likeliest first."""
        choices: list[tuple[str, Callable[[], Change]]] = []
        if self._estimates:
            choices.append(("keep", self._keep))
        if self._are_apart:
            choices.append(("split", self._split))
        choices.append(("again", self._repeat_test))
        choices.append(("leave", Pop))
        return choices

    @property
    def _estimates(self) -> dict[int, Estimate]:
        return {p: each for p, each in self._results.items() if isinstance(each, Estimate)}

    @property
    def _are_apart(self) -> bool:
        found = [each.median_us for each in self._estimates.values()]
        is_sound = self._kind is Kind.SOUND
        is_one_device = len(set(self._devices.values())) == 1
        are_two = len(found) == len(PLAYERS)
        return is_sound and is_one_device and are_two and is_worth_splitting(*found)

    def _sentence(self) -> str:
        if not self._results:
            return self.strings("calibration.nobody")
        if self._are_apart:
            first, second = (each.median_us for each in self._estimates.values())
            ms = round(abs(first - second) / _US_PER_MS)
            middle = self._texts.offset(split_the_difference(first, second))
            return self.strings("calibration.apart", ms=ms, middle=middle)
        return self.strings("calibration.found" if self._estimates else "calibration.not_found")

    def _card(self, player: int) -> view.ResultCard:
        name = self.services.settings.player(player).name or self.strings(f"common.p{player}")
        result = self._results.get(player)
        if result is None:
            absent = self.strings("calibration.absent")
            return view.ResultCard(name, absent, "", "", is_found=False, rug=None)
        if isinstance(result, Refusal):
            title, text = self._texts.refusal_title(result), self._texts.refusal(result)
            return view.ResultCard(name, title, text, "", is_found=False, rug=self._rug(player))
        return view.ResultCard(
            name=name,
            value=self._texts.estimate(result.median_us, result.uncertainty_us),
            meaning=self._texts.meaning(self._kind, result.median_us),
            detail=self._texts.scatter(result),
            is_found=True,
            rug=self._rug(player),
        )

    def _rug(self, player: int) -> Rug | None:
        errors_ms = tuple(each / _US_PER_MS for each in self._errors_us.get(player, ()))
        if not errors_ms:
            return None
        result = self._results[player]
        middle_ms = result.median_us / _US_PER_MS if isinstance(result, Estimate) else None
        farthest_ms = abs(middle_ms or 0) + _LEAST_REACH_MS
        return Rug(
            errors_ms,
            reach_ms=farthest_ms,
            middle_ms=middle_ms,
            early=self.strings("calibration.side_early"),
            late=self.strings("calibration.side_late"),
        )

    def _focus(self, choice: int) -> None:
        if choice != self._chosen:
            self._chosen = choice
            self.sound.move()

    def _choose(self) -> Change:
        self.sound.choose()
        return self._choices[self._chosen][1]()

    def _keep(self) -> Change:
        self._store(self._estimates)
        return Pop()

    def _split(self) -> Change:
        middle_us = split_the_difference(*(each.median_us for each in self._estimates.values()))
        self._store({p: replace(each, median_us=middle_us) for p, each in self._estimates.items()})
        return Pop()

    def _repeat_test(self) -> Change:
        return Replace(self._again(self.services))

    def _store(self, estimates: Mapping[int, Estimate]) -> None:
        output = self.sound.output
        settings = self.services.settings
        calibrations = settings.calibrations
        for player, found in estimates.items():
            calibration = Calibration(
                player=player,
                setup=setup_of(output, self._devices[player]),
                kind=self._kind,
                median_us=found.median_us,
                uncertainty_us=found.uncertainty_us,
                robust_sd_us=found.robust_sd_us,
                taps=found.taps,
                date=date.today(),
            )
            calibrations = with_test(calibrations, calibration)
        fault = self.services.store.save(replace(settings, calibrations=calibrations))
        if fault is not None:
            self.services.notices.append(str(fault))
