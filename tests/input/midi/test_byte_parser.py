"""Bytes into channel messages: all that were sent, none that were not."""

from __future__ import annotations

from random import Random

import pytest

from game.input.midi.byte_parser import ByteParser
from game.input.midi.messages import message_of

HIT = bytes((0x99, 38, 100))


def parsed(*pieces: bytes) -> list[bytes]:
    parser = ByteParser()
    return [message for piece in pieces for message in parser.feed(piece)]


@pytest.mark.parametrize(
    ("pieces", "messages"),
    [
        ([HIT], [HIT]),
        # A running status: the status byte is sent once.
        ([b"\x99\x26\x64\x24\x50"], [b"\x99\x26\x64", b"\x99\x24\x50"]),
        ([b"\x99\x26\x64", b"\x24\x50"], [b"\x99\x26\x64", b"\x99\x24\x50"]),
        # A message in pieces.
        ([b"\x99", b"\x26", b"\x64"], [HIT]),
        # A clock within a message.
        ([b"\x99\xf8\x26\xfe\x64"], [HIT]),
        # A message that another one cuts off.
        ([b"\x99\x26\x99\x26\x64"], [HIT]),
        # Data without a status.
        ([b"\x26\x64" + HIT], [HIT]),
        # System exclusive: whole, cut off by a status, in pieces, with a clock in it.
        ([b"\xf0\x7e\x26\x64\xf7" + HIT], [HIT]),
        ([b"\xf0\x7e\x26\x64" + HIT], [HIT]),
        ([b"\xf0\x7e", b"\x26\x64\x26\x64", b"\xf7", HIT], [HIT]),
        ([b"\xf0\x26\xf8\x26\x64\xf7" + HIT], [HIT]),
        # A system message ends the running status.
        ([HIT + b"\xf2\x26\x64\x26\x64"], [HIT]),
        ([HIT + b"\xf6\x26\x64"], [HIT]),
        # One data byte: program change and channel pressure.
        ([b"\xc9\x05\x06\xd9\x40" + HIT], [b"\xc9\x05", b"\xc9\x06", b"\xd9\x40", HIT]),
    ],
)
def test_messages_are_found_whatever_stands_around_them(pieces, messages):
    assert parsed(*pieces) == messages


@pytest.mark.parametrize("status", range(256))
def test_every_first_byte_is_taken_and_the_hit_behind_it_is_found(status):
    found = parsed(bytes((status, 1, 2)), HIT)
    assert found[-1] == HIT
    assert len(found) <= 3


def test_a_hundred_thousand_messages_among_rubbish_are_found_and_no_other():
    random = Random(7)
    sent, stream, status = [], bytearray(), 0
    for _ in range(100_000):
        kind = random.randrange(8)
        if kind == 0:
            stream += bytes((0xF0, *random.choices(range(128), k=random.randrange(9))))
            stream += b"\xf7" * random.randrange(2)
            status = 0
        elif kind == 1:
            stream.append(random.randrange(0xF8, 0x100))
        elif kind == 2:
            stream.append(random.choice((0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6)))
            stream += bytes(random.choices(range(128), k=random.randrange(3)))
            status = 0
        elif kind == 3:
            # Cut off after its first data byte.
            status = random.randrange(0x80, 0xC0)
            stream += bytes((status, random.randrange(128)))
            status = 0
        else:
            new = random.choice((0x99, 0x89, 0xB9, 0xA3, 0xE0, 0xC0, 0xD5))
            data = bytes(random.choices(range(128), k=1 if new & 0xF0 in (0xC0, 0xD0) else 2))
            if status != new or random.random() < 0.5:
                stream.append(new)
            status = new
            stream += data
            sent.append(bytes((new,)) + data)
    parser, found = ByteParser(), []
    at = 0
    while at < len(stream):
        size = random.randrange(1, 9)
        found += parser.feed(stream[at : at + size])
        at += size
    assert found == sent


def test_pure_noise_makes_only_well_formed_messages():
    noise = Random(11).randbytes(300_000)
    parser = ByteParser()
    for at in range(0, len(noise), 7):
        for message in parser.feed(noise[at : at + 7]):
            assert 0x80 <= message[0] < 0xF0
            assert max(message[1:]) < 0x80
            strike = message_of(message, at)
            assert strike is None or strike.channel in range(1, 17)
