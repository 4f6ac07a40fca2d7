"""Drum Duet: two people drum a song together, and are measured against each other.

The rooms, in the order in which data flows:
errors <- timing <- charts <- judge <- score <- duet <- {input | audio | view} <- app
"""
