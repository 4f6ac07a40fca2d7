"""The lesson: which idea comes next, when it has landed, and which drums are due.

Pure. An idea is a section of a chart; each try at one is a time round of `duet.practice`.
"""
