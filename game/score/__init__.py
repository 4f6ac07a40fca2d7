"""Score: verdicts into points. Pure; points are integers.

Knows nothing of seats, replays or devices. `together/` measures how well two play together. Main
types: `Tally`; `part_score`, `duet_score`; `lane_stats`; `dynamics_of`; `together.playing.Playing`.
"""
