"""What the players keep: every play that was played to its end, in one SQLite file.

`database` opens the file, brings it up to date and never loses it silently; `plays` writes and
finds plays in it; `recording` makes one of a play that is over. Practice and free play write
nothing. A bot's part is kept and marked, and is nobody's best.
"""
