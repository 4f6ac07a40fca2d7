"""Practice: which bars are played over and over, in what parts, and how each time round went.

Pure. Each time round is a `Duet` of its own over timelines that are cut to the bars.
"""
