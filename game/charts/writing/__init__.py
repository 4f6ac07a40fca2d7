"""The text of a chart that has none yet. Pure.

`header` and `holds` write what both players share, `pattern` one bar of one lane in the fewest
usual symbols, `lanes` the notes of both players; `numbers` and `words` see to it that nothing is
written that the reader would take for something else, `refusal` that nothing is lost.
"""
