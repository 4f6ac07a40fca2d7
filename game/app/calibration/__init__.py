"""Measuring the players' offsets: taps, their song, and what is said of them."""
