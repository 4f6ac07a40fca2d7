"""The editor: charts written with mouse, keyboard and pads.

`work` holds the document, the cursor and what is chosen, and does the edits; `screen` takes events
(`keys`, `pointer` and `mouse` say what they mean) and asks what has to be asked (`dialogs`); `playback` lets
it be heard, `sheet` and `texts` make the picture. The edits themselves are in `game/editor`.
"""
