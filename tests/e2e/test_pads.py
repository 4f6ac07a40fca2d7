"""Pads through real MIDI ports: what a second process plays at noted times is what is recorded."""

from __future__ import annotations

import json
import signal
import tomllib
from collections import Counter
from pathlib import Path
from random import Random
from statistics import median
from threading import Thread
from time import perf_counter_ns, sleep

import pytest
from jack import Device, Jack, Sent, device, jack
from jack_registry import list_is_kept
from program import ROOT, Program
from title_way import way_to
from x11 import Hands, KeyPress, Screen

from game.app.cli import main
from game.app.screens.setting_items import ITEMS, KITS, Heading
from game.charts.layouts import LAYOUTS
from game.input.midi.mapping import DEFAULT_NOTES

pytestmark = [pytest.mark.x11, pytest.mark.jack]

MS = 1_000_000
S = 1_000 * MS
BARS = 8
BAR = "P1 snare |x---|\nP2 snare |x---|"
CHART = "#duet 1\ntitle: Pads\nbpm: 120\n\n" + "\n\n".join([BAR] * BARS)
BUSY = (str(Path(__file__).with_name("busy_game.py")),)
HITS = 400
UNTIL_DRAWN_S = 0.4
FLOOD_HZ = 5_000
LAST_S = 2 * BARS - 2
DOWN_TO_KITS = sum(not isinstance(item, Heading) for item in ITEMS[: ITEMS.index(KITS)])
SNARE = (0x99, 38, 100)
ACTIVE_SENSING = (0xFE,)
NOTES = tuple(note for note in DEFAULT_NOTES if note not in (33, 21, 23))


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    path = tmp_path / "pads.duet"
    path.write_text(CHART, encoding="utf-8")
    return path


def started(screen: Screen, server: Jack, home: Path, chart: Path, *words: str) -> Program:
    """The game with its interpreter kept busy, playing a chart that writes a replay."""
    replay = home / "replay.json"
    return Program.start(
        home, screen.display, "play", str(chart), "--replay", str(replay), "--quit-at-end", *words,
        variables={**server.variables, "PYTHONPATH": str(ROOT)}, run=BUSY,
    )  # fmt: skip


def no_rhythm(zero_ns: int, from_s: float, to_s: float, hits: int, seed: int) -> list[tuple]:
    """Loud hits of all pads at random times, some of them together, no pad twice at once."""
    random = Random(seed)
    plan, free_ns = [], dict.fromkeys(NOTES, 0)
    moments = (random.randrange(int(from_s * S), int(to_s * S)) for _ in range(hits))
    for at_ns in sorted(zero_ns + moment_ns for moment_ns in moments):
        note = random.choice([note for note in NOTES if free_ns[note] <= at_ns])
        pad = DEFAULT_NOTES[note]
        for other, piece in DEFAULT_NOTES.items():
            if piece is pad or {piece, pad} <= {"snare", "rim"} or {piece, pad} <= {"ride", "bell"}:
                free_ns[other] = at_ns + 60 * MS
        if pad in ("hat", "pedal"):
            free_ns.update(dict.fromkeys((44, 42, 46, 22, 26), at_ns + 60 * MS))
        plan.append((at_ns, (0x99, note, random.randrange(90, 128))))
    return plan


def recorded(home: Path, zero_ns: int) -> list[tuple[int, int, str, int]]:
    """(host ns, player, lane, velocity) of every event of the replay."""
    replay = json.loads((home / "replay.json").read_text(encoding="utf-8"))
    at_us, events = 0, []
    for delta_us, player, lane, velocity in replay["events"]:
        at_us += delta_us
        events.append((zero_ns + at_us * 1_000, player, lane, velocity))
    return events


def errors_ms(sent: list[Sent], events: list[tuple[int, int, str, int]]) -> list[float]:
    """Recorded minus sent, without the median."""
    errors = [(event[0] - each.at_ns) / MS for each, event in zip(sent, events, strict=True)]
    middle = median(errors)
    return sorted(abs(error - middle) for error in errors)


def lanes(sent: list[Sent], layout: str = "four") -> Counter:
    """(lane, velocity) of what was sent, each as often as it was."""
    lane_of = LAYOUTS[layout].lane_of
    return Counter((lane_of(DEFAULT_NOTES[s.message[1]]), s.message[2]) for s in sent)


@pytest.mark.quiet
@pytest.mark.parametrize("period_frames", [256, 64])
def test_every_hit_is_recorded_once_when_it_was_sent(
    period_frames: int, screen: Screen, tmp_path: Path, chart: Path
) -> None:
    with jack(period_frames) as server, device(server) as kit:
        program = started(screen, server, tmp_path, chart, "--p1", f"midi:{kit.name}",
                          "--p2", "bot")  # fmt: skip
        zero_ns = program.song_zero_ns()
        sent = kit.play(no_rhythm(zero_ns, 0.5, LAST_S, HITS, seed=period_frames))
        assert program.finish(within_s=30) == 0, program.output()
    events = [event for event in recorded(tmp_path, zero_ns) if event[1] == 1]
    assert Counter((lane, velocity) for _, _, lane, velocity in events) == lanes(sent)
    errors = errors_ms(sent, events)
    p99_ms = errors[len(errors) * 99 // 100]
    print(f"{period_frames} frames: p50 {median(errors):.2f}, p99 {p99_ms:.2f}, "
          f"max {errors[-1]:.2f} ms")  # fmt: skip
    assert p99_ms <= 1 + server.period_ms
    assert main(["verify", str(tmp_path / "replay.json"), "--chart", str(chart)]) == 0


def test_a_kit_that_comes_back_with_another_number_goes_on_with_its_map(
    screen: Screen, tmp_path: Path, chart: Path, shots: Path
) -> None:
    settings = tmp_path / "config" / "drum-duet" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[midi."Kit:TD".drums]\n60 = "kick"\n', encoding="utf-8")
    hit = (0x90, 60, 100)
    with jack(256) as server:
        with device(server, "TD [24]") as kit:
            program = started(screen, server, tmp_path, chart, "--p1", "midi:Kit:TD", "--p2", "bot")
            zero_ns = program.song_zero_ns()
            before = kit.play([(zero_ns + n * 200 * MS, hit) for n in range(10, 30)])
        program.wait_for_log("pause: Kit:TD is gone")
        sleep(UNTIL_DRAWN_S)
        screen.screenshot(shots / "pause-unplugged.png")
        with device(server, "TD [31]") as kit:
            again_ns = program.song_zero_ns(nth=2)
            after = kit.play([(again_ns + n * 200 * MS, hit) for n in range(50, 70)])
            assert program.finish(within_s=30) == 0, program.output()
    events = [event for event in recorded(tmp_path, 0) if event[1] == 1]
    assert {lane for _, _, lane, _ in events} == {"kick"}
    song_ns = [each.at_ns - zero_ns for each in before] + [each.at_ns - again_ns for each in after]
    apart_ms = [abs(event[0] - at_ns) / MS for event, at_ns in zip(events, song_ns, strict=True)]
    assert max(apart_ms) < 50


def test_a_plug_that_slips_out_for_less_than_a_second_goes_on_where_it_was(
    screen: Screen, tmp_path: Path, chart: Path
) -> None:
    with jack(256) as server, device(server) as kit:
        program = started(screen, server, tmp_path, chart, "--p1", "midi:Kit:TD", "--p2", "bot")
        zero_ns = program.song_zero_ns()
        before = kit.play([(zero_ns + n * 200 * MS, SNARE) for n in range(10, 30)])
        slip_ns = perf_counter_ns() + 100 * MS
        kit.play([(slip_ns, ()), (slip_ns + 800 * MS, ACTIVE_SENSING)])
        again_ns = program.song_zero_ns(nth=2)
        after = kit.play([(again_ns + n * 200 * MS, SNARE) for n in range(50, 70)])
        assert program.finish(within_s=30) == 0, program.output()
    events = [event for event in recorded(tmp_path, 0) if event[1] == 1]
    song_ns = [each.at_ns - zero_ns for each in before] + [each.at_ns - again_ns for each in after]
    apart_ms = [abs(event[0] - at_ns) / MS for event, at_ns in zip(events, song_ns, strict=True)]
    assert max(apart_ms) < 50


def test_a_midi_service_that_is_started_anew_pauses_and_goes_on(
    screen: Screen, tmp_path: Path, chart: Path
) -> None:
    with list_is_kept():
        with jack(256) as server, device(server) as kit:
            program = started(screen, server, tmp_path, chart, "--p1", "midi:Kit:TD", "--p2", "bot")
            zero_ns = program.song_zero_ns()
            kit.play([(zero_ns + n * 200 * MS, SNARE) for n in range(10, 30)])
        program.wait_for_log("pause: Kit:TD is gone")
        with jack(256, server.name) as server, device(server) as kit:
            again_ns = program.song_zero_ns(nth=2)
            kit.play([(again_ns + n * 200 * MS, SNARE) for n in range(50, 70)])
            assert program.finish(within_s=30) == 0, program.output()
    events = [event for event in recorded(tmp_path, 0) if event[1] == 1]
    assert Counter(lane for _, _, lane, _ in events) == {"snare": 40}


def test_two_kits_of_the_same_name_are_two_players(
    screen: Screen, tmp_path: Path, chart: Path
) -> None:
    with jack(256) as server, device(server) as first, device(server) as second:
        program = started(screen, server, tmp_path, chart, "--p1", "midi:Kit:TD",
                          "--p2", "midi:Kit:TD (2)")  # fmt: skip
        zero_ns = program.song_zero_ns()
        first.play([(zero_ns + n * 150 * MS, (0x99, 38, 100)) for n in range(10, 40)])
        second.play([(zero_ns + n * 150 * MS, (0x9A, 36, 90)) for n in range(50, 90)])
        assert program.finish(within_s=30) == 0, program.output()
    events = Counter(event[1:] for event in recorded(tmp_path, zero_ns))
    assert events == {(1, "snare", 100): 30, (2, "kick", 90): 40}


def test_two_share_one_kit_and_a_keyboard_plays_beside_a_kit(
    screen: Screen, hands: Hands, tmp_path: Path, chart: Path
) -> None:
    shared_home, mixed_home = tmp_path / "shared", tmp_path / "mixed"
    with jack(256) as server, device(server) as kit:
        program = started(screen, server, shared_home, chart, "--p1", f"midi:{kit.name}",
                          "--p2", f"midi:{kit.name}")  # fmt: skip
        zero_ns = program.song_zero_ns()
        kit.play([(zero_ns + n * 150 * MS, (0x99, (38, 43)[n % 2], 100)) for n in range(10, 50)])
        assert program.finish(within_s=30) == 0, program.output()
        shared = Counter(event[1:] for event in recorded(shared_home, zero_ns))
        assert shared == {(1, "snare", 100): 20, (2, "tom", 100): 20}

        program = started(screen, server, mixed_home, chart, "--p1", f"midi:{kit.name}")
        zero_ns = program.song_zero_ns()
        kit.play([(zero_ns + n * 150 * MS, (0x99, 38, 77)) for n in range(10, 30)])
        hands.play([KeyPress(zero_ns + n * 200 * MS, "j") for n in range(30, 50)])
        assert program.finish(within_s=30) == 0, program.output()
    mixed = Counter(event[1:] for event in recorded(mixed_home, zero_ns))
    assert mixed == {(1, "snare", 77): 20, (2, "kick", 100): 20}


@pytest.mark.quiet
@pytest.mark.parametrize("status", [0xB9, 0x99], ids=["a controller", "a pad"])
def test_the_flood_of_what_is_stuck_slows_nothing(
    status: int, screen: Screen, tmp_path: Path, chart: Path
) -> None:
    with jack(256) as server, device(server) as kit, device(server, "Stuck") as stuck:
        program = started(screen, server, tmp_path, chart, "--p1", f"midi:{kit.name}",
                          "--p2", "bot")  # fmt: skip
        zero_ns = program.song_zero_ns()
        flood = [(zero_ns + n * S // FLOOD_HZ, (status, 16, n % 128)) for n in range(5 * FLOOD_HZ)]
        flooding = Thread(target=stuck.play, args=(flood,))
        flooding.start()
        sent = kit.play(no_rhythm(zero_ns, 0.5, 5, 100, seed=5))
        flooding.join()
        assert program.finish(within_s=40) == 0, program.output()
    events = [event for event in recorded(tmp_path, zero_ns) if event[1] == 1]
    assert Counter((lane, velocity) for _, _, lane, velocity in events) == lanes(sent)
    errors = errors_ms(sent, events)
    assert errors[len(errors) * 95 // 100] <= 1 + server.period_ms


def test_the_monitor_prints_each_hit_and_the_list_its_port(screen: Screen, tmp_path: Path) -> None:
    with jack(256) as server, device(server) as kit:
        listing = Program.start(
            tmp_path, screen.display, "devices", "--json", variables=server.variables
        )
        assert listing.finish(within_s=30) == 0
        assert json.loads(listing.output())["midi_inputs"] == [kit.name]

        program = Program.start(
            tmp_path, screen.display, "devices", "--monitor", variables=server.variables
        )
        lines = program.process.stdout
        while "plugged in: Kit:TD" not in (line := lines.readline()):
            assert line
        kit.play([(perf_counter_ns(), (0x99, 38, 100)), (perf_counter_ns(), (0x99, 36, 5))])
        assert lines.readline().split()[1:] == ["Kit:TD", "10", "38", "100", "snare", "hit"]
        assert "dropped: softer than the floor" in lines.readline()
        program.process.send_signal(signal.SIGINT)
        assert program.finish(within_s=10) == 130


def test_a_kit_joins_in_the_lobby_and_is_taught_in_the_settings(
    screen: Screen, hands: Hands, tmp_path: Path, shots: Path
) -> None:
    with jack(256) as server, device(server) as kit:
        program = Program.start(tmp_path, screen.display, variables=server.variables)
        program.wait_for_log("MIDI: Kit:TD is here")
        press(hands, *way_to("settings"), *["Down"] * DOWN_TO_KITS, "Return")
        program.wait_for_log("screen: KitsScreen")
        press(hands, "Return")
        strike(kit, 60, 61)
        screen.screenshot(shots / "kits.png")
        press(hands, "Return", "Escape", "Escape", *way_to("play"), "Return")
        program.wait_for_log("screen: LobbyScreen")
        strike(kit, 60)
        screen.screenshot(shots / "lobby-kit.png")
        press(hands, "Return")
        program.song_zero_ns()
        program.output()
    settings = tmp_path / "config" / "drum-duet" / "settings.toml"
    kept = tomllib.loads(settings.read_text(encoding="utf-8"))["midi"]
    assert kept == {"Kit:TD": {"drums": {"60": "snare", "61": "snare"}}}


def press(hands: Hands, *keys: str) -> None:
    for key in keys:
        hands.press(key)
        sleep(0.1)


def strike(kit: Device, *notes: int) -> None:
    kit.play((perf_counter_ns() + n * 100 * MS, (0x99, note, 100)) for n, note in enumerate(notes))
    sleep(UNTIL_DRAWN_S)
