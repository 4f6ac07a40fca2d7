"""The studio: hearing the chart, trying it, and playing into it."""

from __future__ import annotations

from fractions import Fraction

from game.app.screens.base import Change, Push
from game.app.screens.editor.desk import Desk
from game.app.screens.editor.keys import Command
from game.app.screens.editor.playback import RATES_PCT, Playback
from game.app.screens.editor.recording import Recording, device_of_pad
from game.app.screens.editor.trial import TrialScreen, trial_setup
from game.app.services import Services
from game.editor.lane_notes import Spot
from game.editor.recorder import Hit, edit_of
from game.input.midi.filters import PadHit
from game.input.raw_hit import KEYBOARD

_POLL_NS = 50_000_000
_NS_PER_MS = 1_000_000


class Studio:
    """Playback and recording on one desk."""

    def __init__(self, services: Services, desk: Desk) -> None:
        self._services = services
        self._desk = desk
        self.playback = Playback(services, desk.saving.file.path)
        self.recording = Recording(services)

    @property
    def is_running(self) -> bool:
        return self.playback.is_running

    @property
    def is_recording(self) -> bool:
        return self.recording.is_on

    def prepare(self) -> None:
        """Get the sound ready for the chart as it is, if it needs another one."""
        if not self.is_running:
            self.playback.prepare(self._desk.work.chart)

    def leave(self) -> None:
        """Fall silent; a take that was being made is given up."""
        self.recording.end(Fraction(0))
        self.playback.stop(0)
        self.playback.close()

    def do(self, command: Command, at_ns: int) -> Change | None:
        """Commands of the studio; nothing for any other."""
        playback, recording = self.playback, self.recording
        if command is Command.PLAY:
            self.stop(at_ns) if self.is_running else self._play(at_ns, recorded=False)
        elif command is Command.RECORD:
            self.stop(at_ns) if self.is_running else self._play(at_ns, recorded=True)
        elif command is Command.METRONOME:
            playback.has_metronome = not playback.has_metronome
        elif command in (Command.SLOWER, Command.FASTER):
            self._change_rate(1 if command is Command.FASTER else -1, at_ns)
        elif command is Command.WHO:
            recording.change_players()
        elif command is Command.STRENGTH:
            recording.change_strength()
        elif command is Command.KEEP:
            recording.keeps = not recording.keeps
        elif command is Command.TEST:
            return self._try()
        return None

    def stop(self, at_ns: int) -> None:
        """End what plays; the cursor goes there, and a take is written."""
        if not self.is_running:
            return
        work = self._desk.work
        reached_us = self.playback.song_us(at_ns)
        self.playback.stop(at_ns)
        beat = max(Fraction(0), min(work.chart.tempo_map.beat(reached_us), work.bars[-1].end_beat))
        take = self.recording.end(beat)
        if take is None:
            return
        edit = edit_of(
            take,
            work.document,
            work.snap,
            self.recording.strength_pct,
            keeps=self.recording.keeps,
        )
        work.do(edit)
        self._desk.say(work.refusal or self._told(len(take.hits)))

    def tick(self, now_ns: int) -> None:
        """Sound what is due; the song's end ends playing."""
        if self.playback.tick(now_ns):
            self.stop(now_ns)
        if self.playback.fault:
            self._desk.say(self.playback.fault)
            self.playback.fault = ""

    def wake_ns(self, now_ns: int) -> int | None:
        if self.playback.is_preparing:
            return now_ns + _POLL_NS
        return self.playback.wake_ns()

    def playhead_us(self, now_ns: int) -> int | None:
        """Where the song is in the picture; None while nothing plays."""
        if not self.is_running:
            return None
        visual_ns = self._services.settings.playing.audio_offset_ms * _NS_PER_MS
        return self.playback.song_us(now_ns - visual_ns)

    def press(self, key: str, at_ns: int) -> bool:
        """A key while recording; False if it is no drum of whoever is recorded."""
        found = self.recording.key(key)
        if found is None:
            return False
        player, lane = found
        offset_ns = self.recording.offset_ns(player, KEYBOARD)
        hit = self.recording.hit_of_key(player, lane, self.playback.song_us(at_ns - offset_ns))
        self._services.sound.strike(player, hit.piece)
        self.recording.add(hit)
        return True

    def strike(self, pad: PadHit) -> None:
        """A pad: recorded, or the note of its drum at the cursor."""
        if pad.piece is None:
            return
        work = self._desk.work
        player = self.recording.player_of_pad(pad) if self.is_recording else work.player
        self._services.sound.strike(player, pad.piece, pad.raw.velocity, open=pad.is_open)
        if self.is_recording:
            offset_ns = self.recording.offset_ns(player, device_of_pad(pad))
            at_us = self.playback.song_us(pad.raw.host_ns - offset_ns)
            hit = Hit(player, pad.piece, at_us, pad.raw.velocity, pad.is_open)
            self.recording.add(hit)
        elif not self.is_running and work.cursor < work.bars[-1].end_beat:
            lane = work.lane._replace(piece=pad.piece)
            work.place(Spot(lane, work.cursor))
            if lane in work.lines:
                work.row = work.lines.index(lane)

    def _play(self, at_ns: int, *, recorded: bool) -> None:
        work, desk = self._desk.work, self._desk
        start = Fraction(0) if work.cursor >= work.bars[-1].end_beat else work.cursor
        from_us: int = work.chart.tempo_map.us(start)
        silent: tuple[int, ...] = ()
        if recorded:
            # One bar to get ready.
            length_us = work.chart.tempo_map.us(start + work.bars[work.bar].meter.length_beats)
            from_us -= length_us - from_us
            silent = () if self.recording.keeps else self.recording.players
        self.playback.prepare(work.chart)
        if not self.playback.start(at_ns, work.chart, from_us, silent=silent):
            desk.say(self.playback.fault or self._services.strings("editor.not_ready"))
        elif recorded:
            self.recording.begin(start)

    def _change_rate(self, steps: int, at_ns: int) -> None:
        self.stop(at_ns)
        index = RATES_PCT.index(self.playback.rate_pct) + steps
        self.playback.rate_pct = RATES_PCT[max(0, min(len(RATES_PCT) - 1, index))]
        self.prepare()

    def _try(self) -> Change | None:
        """Both players play the chart from the cursor's bar on, and come back."""
        work, desk, song = self._desk.work, self._desk, self.playback.song
        if any(issue.severity == "error" for issue in work.document.issues()):
            desk.findings.is_open = True
            desk.say(self._services.strings("editor.has_errors"))
        elif song is None:
            desk.say(self._services.strings("editor.not_ready"))
        else:
            beat = work.bars[work.bar].beat
            path = desk.saving.file.path
            setup = trial_setup(path, work.chart, beat, self.playback.rate_pct)
            return Push(TrialScreen(self._services, setup, song, desk.saving.rescue))
        return None

    def _told(self, count: int) -> str:
        say = self._services.strings
        if count == 0:
            return say("editor.nothing_recorded")
        return say("editor.did_record_one") if count == 1 else say("editor.did_record", count=count)
