"""What the players may set, and the file that keeps it."""
