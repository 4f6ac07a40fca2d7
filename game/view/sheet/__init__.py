"""A chart as a score sheet on white paper: both players' drums under each other, page by page.

Two steps. `layout.lay_out` decides where everything stands, in units of a page 1240 wide: pages of
systems, systems of measures and staves, and each note, word and thread at its place. `page.draw`
puts one page onto a surface of any width. Needs pygame's fonts, but neither a display nor a window.

A stave has a line for each drum that is struck in its system, named as in the chart's text. Shapes
are those of play; a legend says which sign of the text each stroke is.
"""
