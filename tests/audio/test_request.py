"""What is asked of a song's preparation."""

import json
from pathlib import Path

import pytest

from game.audio.request import PreparedSong, SongRequest
from game.audio.ticks import Tick, TickKind

SONG = Path("song.ogg")


@pytest.mark.parametrize(
    ("audio", "offset_us", "lead_in_us", "start_us"),
    [
        (SONG, 0, 2_000_000, -2_000_000),
        (SONG, 500_000, 2_000_000, -2_000_000),  # the audio starts 0.5 s before the first bar
        (SONG, 9_000_000, 2_000_000, -9_000_000),  # an intro longer than the lead-in is kept
        (SONG, -3_000_000, 2_000_000, -2_000_000),  # the audio starts after the first bar
        (None, 9_000_000, 2_000_000, -2_000_000),
    ],
)
def test_the_file_starts_with_the_lead_in_or_the_audio(
    audio, offset_us, lead_in_us, start_us
) -> None:
    request = SongRequest(audio, 1, offset_us=offset_us, lead_in_us=lead_in_us)
    assert request.start_us == start_us


@pytest.mark.parametrize("rate_pct", [0, 39, 151])
def test_a_speed_beyond_what_can_be_practised_is_refused(rate_pct) -> None:
    with pytest.raises(ValueError, match="40 to 150"):
        SongRequest(None, 1, rate_pct=rate_pct)


@pytest.mark.parametrize("audio", [SONG, None])
def test_a_request_survives_its_journey_to_the_worker(audio) -> None:
    ticks = (Tick(-1_000_000, TickKind.STICKS), Tick(0, TickKind.ACCENT))
    request = SongRequest(audio, 5_000_000, 20_000, rate_pct=75, ticks=ticks, song_gain=0.16)
    assert SongRequest.from_json(json.loads(json.dumps(request.as_json()))) == request


def test_a_prepared_song_knows_its_end_in_song_time() -> None:
    song = PreparedSong(SONG, start_us=-2_000_000, frames=96_000 * 5, rate_pct=50)
    assert song.length_us == 5_000_000
    assert song.end_us == 3_000_000
