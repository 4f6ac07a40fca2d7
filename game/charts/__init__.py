"""Charts: what a chart is, the lossless `.duet` document, layouts, levels, compile and lint. Pure.

Reads files, but knows no device and no clock. Main types: `Document` (text), `Chart` (beats),
`Timeline` (microseconds). `ChartError` is the only exception that leaves this room.
"""
