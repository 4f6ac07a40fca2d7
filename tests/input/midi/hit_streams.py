"""Streams of hits of which it is known whether a hand meant them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

BETWEEN_MS = 400
KICK, SNARE, SIDE, TOM1, TOM2, FLOOR = 36, 38, 37, 48, 45, 43
CLOSED, OPEN, FOOT, CRASH, RIDE = 42, 46, 44, 49, 51
NEIGHBOURS = ((SNARE, CLOSED), (SNARE, TOM1), (TOM1, TOM2), (TOM2, FLOOR), (CLOSED, CRASH),
              (FLOOR, RIDE), (TOM2, RIDE), (SIDE, TOM1))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    at_ms: float
    note: int
    velocity: int
    is_real: bool = True


Stream = Iterator[Row]


def loud(random: Random) -> int:
    return random.randint(80, 127)


def crosstalk_after(random: Random) -> Stream:
    """A neighbour rings up to 8 ms later, at a tenth to a quarter."""
    hit, shaken = random.choice(NEIGHBOURS)
    velocity = loud(random)
    yield Row(0, hit, velocity)
    yield Row(random.uniform(0, 7.9), shaken, max(12, int(velocity * random.uniform(0.1, 0.24))),
              False)  # fmt: skip


def crosstalk_before(random: Random) -> Stream:
    """The neighbour is quicker to tell than the pad that was struck."""
    hit, shaken = random.choice(NEIGHBOURS)
    velocity = loud(random)
    yield Row(0, shaken, max(12, int(velocity * random.uniform(0.1, 0.24))), False)
    yield Row(random.uniform(0, 7.9), hit, velocity)


def double_trigger(random: Random) -> Stream:
    """A pad tells of one stroke twice, 8 to 20 ms apart."""
    note, velocity = random.choice((SNARE, TOM1, FLOOR, RIDE)), loud(random)
    yield Row(0, note, velocity)
    yield Row(random.uniform(8, 20), note, int(velocity * random.uniform(0.15, 0.7)), False)


def beater_bounce(random: Random) -> Stream:
    velocity = loud(random)
    yield Row(0, KICK, velocity)
    yield Row(random.uniform(8, 39), KICK, int(velocity * random.uniform(0.15, 0.7)), False)


def rim_shot_told_twice(random: Random) -> Stream:
    """Head and rim of one stroke."""
    velocity = loud(random)
    yield Row(0, SNARE, velocity)
    yield Row(random.uniform(0, 4), SIDE, min(127, int(velocity * random.uniform(0.3, 1.1))), False)


def hat_foot(random: Random) -> Stream:
    """The foot closes the hat, and the kit adds an open hat: after it, or before it."""
    foot = random.randint(30, 100)
    hat = max(12, int(foot * random.uniform(0.3, 1)))
    if random.random() < 0.5:
        yield Row(0, FOOT, foot)
        yield Row(random.uniform(0, 19), OPEN, hat, False)
    else:
        yield Row(0, OPEN, min(hat, 39), False)
        yield Row(random.uniform(0, 7), FOOT, max(foot, 40))


def roll(step_ms: float) -> Callable[[Random], Stream]:
    def rolled(random: Random) -> Stream:
        note, velocity = random.choice((SNARE, TOM1, FLOOR)), random.randint(40, 110)
        for index in range(8):
            played = max(20, min(127, int(velocity * random.uniform(0.88, 1.12))))
            yield Row(index * step_ms + random.uniform(-4, 4), note, played)

    return rolled


def flam(random: Random) -> Stream:
    """A soft grace, then the stroke."""
    yield Row(0, SNARE, random.randint(15, 45))
    yield Row(random.uniform(20, 40), SNARE, random.randint(60, 127))


def even_flam(random: Random) -> Stream:
    """Both hands alike."""
    velocity = random.randint(50, 110)
    yield Row(0, TOM1, velocity)
    yield Row(random.uniform(20, 40), TOM1, int(velocity * random.uniform(0.85, 1.1)))


def two_hands(random: Random) -> Stream:
    """Hat and snare at once, neither much softer."""
    velocity = loud(random)
    yield Row(0, CLOSED, int(velocity * random.uniform(0.3, 1)))
    yield Row(random.uniform(0, 6), SNARE, velocity)


def ghost_over_kick(random: Random) -> Stream:
    """A loud foot beside a very soft hand."""
    yield Row(0, KICK, loud(random))
    yield Row(random.uniform(0, 8), SNARE, random.randint(12, 28))


def soft_tap(random: Random) -> Stream:
    """Alone."""
    yield Row(0, random.choice((SNARE, RIDE, CLOSED)), random.randint(12, 39))


def foot_and_stick(random: Random) -> Stream:
    """An open hat is struck, louder than the foot beside it."""
    foot = random.randint(20, 60)
    yield Row(0, FOOT, foot)
    yield Row(random.uniform(0, 19), OPEN, random.randint(foot + 1, 127))


def closing_hat(random: Random) -> Stream:
    """An open hat, and the foot that ends it."""
    yield Row(0, OPEN, random.randint(40, 110))
    yield Row(random.uniform(60, 200), FOOT, random.randint(20, 60))


CASES = 500
STREAMS: Mapping[str, Callable[[Random], Stream]] = {
    "crosstalk after the hit": crosstalk_after,
    "crosstalk before the hit": crosstalk_before,
    "double trigger, 8-20 ms": double_trigger,
    "bouncing beater": beater_bounce,
    "rim shot told twice": rim_shot_told_twice,
    "hat foot and open hat": hat_foot,
    "sixteenths at 200 BPM": roll(75),
    "thirty-seconds at 200 BPM": roll(37.5),
    "flam, 20-40 ms": flam,
    "even flam, 20-40 ms": even_flam,
    "two hands at once": two_hands,
    "ghost over a loud kick": ghost_over_kick,
    "soft tap": soft_tap,
    "foot beside an open hat": foot_and_stick,
    "open hat, closed by foot": closing_hat,
}


def rows(name: str) -> list[Row]:
    """`CASES` cases of one kind, one after the other."""
    random = Random(name)
    return [
        Row(case * BETWEEN_MS * 3 + row.at_ms, row.note, row.velocity, row.is_real)
        for case in range(CASES)
        for row in sorted(STREAMS[name](random), key=lambda row: row.at_ms)
    ]
