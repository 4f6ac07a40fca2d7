"""A process that is a MIDI device: plays what it reads, and says when it did.

Reads lines of JSON `[at_ns, [byte, ...]]`, sorted by time; writes for each `[sent_ns, [...]]`.
`[at_ns, []]` pulls the plug at that time, and the next message plugs it in again at its own time.
Its argument is the name of its port.
"""

from __future__ import annotations

import json
import sys
from time import perf_counter_ns, sleep

import rtmidi2

NS_PER_S = 1_000_000_000


def plugged_in() -> rtmidi2.MidiOut:
    port = rtmidi2.MidiOut("Kit", api=rtmidi2.API_UNIX_JACK)
    port.open_virtual_port(sys.argv[1])
    return port


def main() -> None:
    port = plugged_in()
    print("ready", flush=True)
    for line in sys.stdin:
        at_ns, message = json.loads(line)
        left_ns = at_ns - perf_counter_ns()
        if left_ns > 0:
            sleep(left_ns / NS_PER_S)
        port = port or plugged_in()
        sent_ns = perf_counter_ns()
        if message:
            port.send_raw(*message)
        else:
            port = port.close_port()
        print(json.dumps([sent_ns, message]), flush=True)


if __name__ == "__main__":
    main()
