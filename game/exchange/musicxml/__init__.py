"""A chart as MusicXML 4.0: sheet music for drummers, a percussion part for each player.

From the bar to the page: `spans` cuts a bar where a drummer counts and finds its tuplets, `values`
knows how long note values last, `voices` makes the chords and rests of hands and feet, `beams`
joins them, `notes` and `directions` write them down, `score.musicxml_bytes` is the whole file.
"""
