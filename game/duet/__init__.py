"""The game, headless: seats, judges and scores; bots; replays. Pure.

A function of charts and events: no clock, no device, no picture. Main types: `Seat`, `InputEvent`,
`Duet`, `DuetSnapshot`, `Bot`, `Replay`.
"""
