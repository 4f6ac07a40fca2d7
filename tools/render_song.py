"""Renders the backing of a song: notes -> MIDI -> FluidSynth -> master -> charts/SONG/SONG.ogg.

    python tools/render_song.py SONG...

SONG is a folder in tools/music with a `FORM` and `tracks()`, such as `first-minute`. It ends by
measuring what it made.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import numpy as np
from music.form import Form
from music.loudness import integrated_lufs, true_peak_db
from music.master import master
from music.midi import Track, write_midi
from music.onsets import deviations_ms
from music.synth import RATE_HZ, MissingToolError, Samples, play_midi, require_tools, write_ogg

CHARTS = Path(__file__).resolve().parents[1] / "charts"
QUALITY = 3
TAIL_BARS = 2
AFTER_LAST_HIT_S = 3.0
FADE_S = 1.4


def main() -> int:
    """Render; returns the exit status: 0, or 1 where something is missing."""
    try:
        require_tools()
        for name in sys.argv[1:]:
            render_song(name)
    except MissingToolError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def render_song(name: str) -> None:
    """Render one song and say how it came out."""
    song = import_module(f"music.{name.replace('-', '_')}")
    form: Form = song.FORM
    tracks: list[Track] = song.tracks()
    finished = render(form, tracks)
    out = CHARTS / name / f"{name}.ogg"
    title = f"TITLE={song.TITLE}"
    write_ogg(out, finished, QUALITY, (title, "LICENSE=MIT", "COMMENT=FluidR3 GM, see NOTICE.md"))
    sys.stdout.write(f"{out.name}: {out.stat().st_size:,} bytes, {len(finished) / RATE_HZ:.2f} s\n")
    sys.stdout.write(report(form, finished, tracks))


def render(form: Form, tracks: Sequence[Track]) -> Samples:
    """The finished recording, before encoding: it dies away three seconds after its last bar line.

    The last bar of a song holds its last hit alone.
    """
    cells = form.cells_in_all + TAIL_BARS * form.grid.cells_per_bar
    with tempfile.TemporaryDirectory() as folder:
        midi = Path(folder) / "song.mid"
        write_midi(midi, tracks, form.quarters_a_minute, cells, form.lead_in_s)
        played = play_midi(midi)
    last_bar = sum(form.sections.values()) - 1
    last_hit_s = form.lead_in_s + form.first_cell_of_bar(last_bar) * form.cell_s
    return master(played, last_hit_s + AFTER_LAST_HIT_S, FADE_S)


def report(form: Form, finished: Samples, tracks: Sequence[Track]) -> str:
    """Loudness, peak, and how far the onsets of the bass lie from the grid."""
    mono = finished.mean(axis=1)
    cells = sorted({s.start_cells for s in tracks[0].sounds})
    expected_s = [form.lead_in_s + cell * form.cell_s for cell in cells]
    late_ms = np.array(deviations_ms(mono, RATE_HZ, expected_s))
    slope = np.polyfit(np.array(expected_s), late_ms, 1)[0]
    low, middle, high = np.percentile(late_ms, (5, 50, 95))
    return (
        f"  {integrated_lufs(finished):.2f} LUFS, true peak {true_peak_db(finished):.2f} dB\n"
        f"  first onset {late_ms[0]:+.1f} ms from its place; {len(cells)} bass notes: median "
        f"{middle:+.1f} ms, 5-95 % {low:+.1f} to {high:+.1f} ms, drift {slope:+.4f} ms a second\n"
    )


if __name__ == "__main__":
    sys.exit(main())
