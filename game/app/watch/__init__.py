"""The game open beside a text editor: what is on disk, and what is played of it."""
