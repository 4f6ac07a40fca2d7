"""Judging: one player's notes against one player's hits. Pure.

Knows nothing of the other player, of points or of pictures. Main types: `Rules`, `Judge`,
`Verdict`.
"""
