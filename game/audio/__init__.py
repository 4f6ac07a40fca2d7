"""Sound: the mixer, the song, the drum voices, the click.

Knows no screens and no judging; sounds on request. A song is asked for by a `SongRequest`, rendered
to a WAV by `prepare` (in a process of its own) and played by `SongPlayer`; everything else sounds
at once: `DrumKit`, `Click`, `UiSounds`, `Preview`. Main types: `Mixer`, `SongPlayer`, `DrumKit`.
"""
