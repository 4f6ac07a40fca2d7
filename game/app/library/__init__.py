"""The songs on this machine: found in folders, read in the background, remembered.

`song` is what the list knows of one, `facts` computes it from a chart, `remembered` keeps it from
one start to the next, `reading` is the pass through the folders, `library` what the screens ask.
"""
