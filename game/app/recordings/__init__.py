"""The players' own recordings: which file is played to which song, and where the song lies in it.

A file is named by what it holds, never copied and never changed. Main types: `Recording`,
`RecordingStore`; `Surveyor` aligns a new one.
"""
