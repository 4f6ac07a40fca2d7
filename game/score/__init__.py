"""Score: verdicts into points. Pure; points are integers.

Notes that a stand-in played leave a part, down to a quarter of it: a few notes of one's own are not
worth a whole part. What is missed before a stand-in sits down stays missed.

Knows nothing of seats, replays or devices. `together/` measures how well two play together. Main
types: `Tally`; `part_score`, `duet_score`; `lane_stats`; `dynamics_of`; `together.playing.Playing`.
"""
