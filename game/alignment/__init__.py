"""Where a recording's bars lie: a chart's rhythm is looked for in the sound. Pure; knows numpy.

Knows nothing of files, decoders or screens. In: the sound as numbers, and what the chart expects
to hear. Out: a `SoundMap` from song time to the recording's own, and how sure it is. Main types:
`Pattern`, `Alignment`, `Refusal`; the way in is `align`.
"""
