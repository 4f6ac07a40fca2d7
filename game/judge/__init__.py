"""Judging: one player's notes against one player's hits. Pure.

Knows nothing of the other player, of scores or of pictures. `windows` says how wide a note may be
missed, `choice` which note a press takes, `judge` lets time pass. Main types: `Rules`, `Judge`,
`Verdict`.
"""
