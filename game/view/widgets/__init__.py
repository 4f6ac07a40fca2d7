"""What several menu screens draw alike: rows, buttons, fields, keys. Small values and functions.

Each widget is a frozen value that stands in a screen's snapshot, and a function that draws it into
an `Area`. Knows no screen.
"""
