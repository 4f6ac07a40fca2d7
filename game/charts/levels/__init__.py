"""What a player plays at each of the five levels.

In each bar: what the author wrote for that level; else it is derived from the nearest harder level
that is written in that bar, else from the full part. The way down goes one level at a time and only
ever leaves notes out:

4. No ghosts; flams and drags become plain hits. Two onsets a pulse, four where the hands fill, and
   no kick under them. Seven presses a second.
3. Onsets lie on the halves or thirds of a pulse, two a pulse, two drums at once. Five presses a
   second, so that the strokes between the beats go first.
2. One drum at once on two lanes, one onset a pulse. Two and a half presses a second.
1. One lane, or half as many onsets as pulses (two of three). Two presses a second. The two players'
   halves differ: where both would strike the same drum at the same moment, one takes another lane,
   or each takes every other pulse.

What stays longest: `&` and the starts of sections at every level, then the back-beat, then the kick
on the first and the middle pulse, then what lies on a pulse, then between. What is equally
important goes together, so a thinned bar is still a pattern.

A moment of a level is a moment of the next one, and whatever falls together there did so one level
up. Only `&` is ever put back: into a bar for which an author wrote none.
"""

from game.charts.levels.playing import notes_at_level

__all__ = ["notes_at_level"]
