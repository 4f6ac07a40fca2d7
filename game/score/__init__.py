"""Score: verdicts into points. Pure, integers only.

Knows nothing of notes, time or devices. Main types: `Tally`; `part_score`, `duet_score`.
"""
