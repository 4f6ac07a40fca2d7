"""The game, headless: seats, judges and scores; bots; replays. Pure.

A function of charts and events: no clock, no device, no picture. `duet` is the game, `play` one
player's side of it, `result` what comes out; `bots` and `simulate` play by themselves; `replay`
keeps a play, `rescore` and `verify` judge it again. Main types: `Seat`, `InputEvent`, `Duet`,
`DuetSnapshot`, `Bot`, `Replay`.
"""
