"""Renders the backing of Two Kits: notes -> MIDI -> FluidSynth -> master -> charts/two-kits.

Run it from anywhere: python tools/render_two_kits.py [OUT.ogg]. It ends by measuring what it made.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np
from music.loudness import integrated_lufs, true_peak_db
from music.master import master
from music.midi import Track, write_midi
from music.notation import CELLS_PER_BAR
from music.onsets import deviations_ms
from music.synth import RATE_HZ, MissingToolError, Samples, play_midi, require_tools, write_ogg
from music.two_kits import rhythm_section, tunes
from music.two_kits.form import BPM, LEAD_IN_S, TAIL_BARS, bars_in_all

OUT = Path(__file__).resolve().parents[1] / "charts" / "two-kits" / "two-kits.ogg"
QUALITY = 3
AFTER_LAST_HIT_S = 3.0
FADE_S = 1.4
CELL_S = 60 / BPM / 4
TAGS = ("TITLE=Two Kits", "LICENSE=MIT", "COMMENT=Rendered with FluidR3 GM, see NOTICE.md")


def main() -> int:
    """Render; returns the exit status: 0, or 1 where something is missing."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    try:
        require_tools()
        tracks = rhythm_section.tracks() + tunes.tracks()
        finished = render(tracks)
        write_ogg(out, finished, QUALITY, TAGS)
    except MissingToolError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{out}: {out.stat().st_size:,} bytes, {len(finished) / RATE_HZ:.2f} s\n")
    sys.stdout.write(report(finished, tracks))
    return 0


def render(tracks: list[Track]) -> Samples:
    """The finished recording, before encoding."""
    cells = (bars_in_all() + TAIL_BARS) * CELLS_PER_BAR
    with tempfile.TemporaryDirectory() as folder:
        midi = Path(folder) / "two-kits.mid"
        write_midi(midi, tracks, BPM, cells, LEAD_IN_S)
        played = play_midi(midi)
    last_hit_s = LEAD_IN_S + (bars_in_all() - 1) * CELLS_PER_BAR * CELL_S
    return master(played, last_hit_s + AFTER_LAST_HIT_S, FADE_S)


def report(finished: Samples, tracks: list[Track]) -> str:
    """Loudness, peak, and how far the onsets lie from the grid."""
    mono = finished.mean(axis=1)
    beats = sorted(
        {s.start_cells for t in tracks for s in t.sounds if s.start_cells % 4 == 0}
        & {s.start_cells for s in tracks[0].sounds}
    )
    late_ms = np.array(deviations_ms(mono, RATE_HZ, [LEAD_IN_S + c * CELL_S for c in beats]))
    slope = np.polyfit(np.array(beats) * CELL_S, late_ms, 1)[0]
    bar_1_ms = late_ms[0]
    low, middle, high = np.percentile(late_ms, (5, 50, 95))
    return (
        f"{integrated_lufs(finished):.2f} LUFS, true peak {true_peak_db(finished):.2f} dB\n"
        f"bar 1 {bar_1_ms:+.1f} ms from its place; {len(beats)} beats with a bass note: median "
        f"{middle:+.1f} ms, 5-95 % {low:+.1f} to {high:+.1f} ms, drift {slope:+.4f} ms a second\n"
    )


if __name__ == "__main__":
    sys.exit(main())
