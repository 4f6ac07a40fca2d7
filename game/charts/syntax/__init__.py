"""The text of a `.duet` file, lossless: bytes, lines, rows, systems. Knows nothing of music.

Nothing here raises: what a line means, and whether it is right, is for `charts/reader` to say.
Main types: `Line`, `Row`, `System`.
"""
