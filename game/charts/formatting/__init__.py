"""The canonical layout of a document: which column each symbol stands in. Pure.

Moves spaces only and never judges: what is faulty keeps its text. `meters` tells the meter of each
bar, `grid` the columns of one bar, `rows` puts a system's rows under each other.
"""
