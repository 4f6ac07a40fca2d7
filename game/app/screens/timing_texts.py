"""The words and numbers of calibrations."""

from __future__ import annotations

from game.timing.calibration import LEAST_TAPS, LOOSEST_SD_US, Estimate, Reason, Refusal
from game.timing.offsets import Calibration, Kind
from game.view.strings import Strings

_US_PER_MS = 1_000


class TimingTexts:
    """Says offsets in the players' language."""

    def __init__(self, strings: Strings) -> None:
        self._strings = strings

    def offset(self, offset_us: int) -> str:
        """Such as "–18 ms", "+4 ms", "0 ms"."""
        ms = round(abs(offset_us) / _US_PER_MS)
        if ms == 0:
            return self._strings("calibration.zero")
        return self._strings("calibration.early" if offset_us < 0 else "calibration.late", ms=ms)

    def estimate(self, median_us: int, uncertainty_us: int) -> str:
        """With its own uncertainty: "–18 ms ± 6"."""
        within = max(1, round(uncertainty_us / _US_PER_MS))
        return self._strings("calibration.within", offset=self.offset(median_us), ms=within)

    def meaning(self, kind: Kind, median_us: int) -> str:
        """What an offset says of the player's taps, in a sentence."""
        ms = round(abs(median_us) / _US_PER_MS)
        side = "early" if median_us < 0 else "late"
        if ms == 0:
            side = "exact"
        return self._strings(f"calibration.{kind}_{side}", ms=ms)

    def scatter(self, estimate: Estimate) -> str:
        """How even the taps were."""
        return self._strings(
            "calibration.scatter",
            ms=round(estimate.robust_sd_us / _US_PER_MS),
            taps=estimate.taps,
        )

    def refusal(self, refusal: Refusal) -> str:
        """Why there is no offset, and what to do."""
        return self._strings(
            f"calibration.{refusal.reason}",
            taps=refusal.taps,
            least=LEAST_TAPS,
            ms=round((refusal.robust_sd_us or 0) / _US_PER_MS),
            limit=LOOSEST_SD_US // _US_PER_MS,
        )

    def refusal_title(self, refusal: Refusal) -> str:
        """In two or three words."""
        is_short = refusal.reason is Reason.TOO_FEW
        return self._strings("calibration.refused_few" if is_short else "calibration.refused")

    def kept(self, calibration: Calibration) -> str:
        """When and how a kept offset was found."""
        return self._strings(
            "calibration.kept", date=calibration.date.isoformat(), taps=calibration.taps
        )

    def songs(self, calibration: Calibration) -> str:
        """What songs have done to it since; "" if nothing."""
        if not calibration.songs:
            return ""
        key = "calibration.songs_one" if calibration.songs == 1 else "calibration.songs"
        offset = self.offset(calibration.refined_us)
        return self._strings(key, offset=offset, songs=calibration.songs)
