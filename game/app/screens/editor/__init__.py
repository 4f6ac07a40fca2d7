"""The editor: charts written with mouse, keyboard and pads.

`work` holds the document, the cursor and what is chosen, and `desk` everything of it that is seen.
`screen` takes events; `keys`, `pointer` and `mouse` say what they mean, `commands` and `askings` do
it, `questions` ask before anything is lost, which `saving` sees to. `studio` lets the chart be
heard (`playback`), recorded (`recording`) and tried (`trial`); `sheet`, `marks` and `texts` make
the picture. The edits themselves are in `game/editor`.
"""
