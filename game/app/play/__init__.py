"""A play as the program runs it: its parts, its sound, its clock, its picture, its breaks."""
