"""From the text of a `.duet` file to a `Chart`, collecting every error on the way. Pure.

In the order of reading: `header`, `headings` and `labels` say what single lines mean; `sheet` lays
the cells of all systems out on one row of bars; `bars`, `tempo`, `leads` and `cues` read the lanes
that hold; `pattern`, `repeats`, `lanes` and `sharing` read the notes; `reading` puts all together.
"""
