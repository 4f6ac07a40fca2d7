"""The editor's heart: edits of a chart that keep every line they have no business with. Pure.

Works on the lossless `Document`. Knows no screen, no device and no clock.
- `edit`, `history`: what an edit is, and undo without limit;
- `draft`, `system_draft`: new texts for single bars of a document, laid out like those around them;
- `lane_notes`, `bar_text`, `relane`: the notes of a lane out of the text and into it again;
- `notes`, `sharing`, `holds`, `meters`, `sections`, `bars`, `header`: the edits;
- `pattern`: the clipboard; `snap`: the grid; `recorder`: hits into notes;
- `new_chart`: the first text of a song that has none.

Main types: `Edit`, `History`, `Spot`.
"""
