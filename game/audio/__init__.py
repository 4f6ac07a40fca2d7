"""Sound: the mixer, the song, the drum voices, the click.

Knows no screens and no judging; sounds on request. Main types: `Mixer`, `SongPlayer`, `DrumKit`.
"""
