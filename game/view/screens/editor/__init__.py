"""The editor's picture: a time line with everything that a chart says, from left to right.

`snapshot` is what is to be seen, `geometry` where it lies, `picture` draws it: `top`, `strips`,
`lanes` and `overlays` do the parts. What stays the same while the song plays is painted once.
"""
