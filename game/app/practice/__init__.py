"""Practice as the app runs it: bars played over and over, with sound, at a chosen speed.

Nothing here writes to the best results, the history or the replays.
"""
