"""From the text of a `.duet` file to a `Chart`, collecting every error on the way. Pure.

In the order of reading:
- `stray_lines`, `header`, `headings`, `labels`: what single lines mean;
- `sheet`: the cells of all systems, laid out on one row of bars;
- `repeats`: `%`, in any lane;
- `bars`, `tempo`, `pins`, `leads`, `cues`: the lanes that hold;
- `pattern`, `lanes`, `parts`, `sharing`: the notes;
- `reading`: all of it put together.

Errors go to one `Faults`; each part goes on with the best guess, so that all are found in one run.
"""
