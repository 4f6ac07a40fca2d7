"""Two Kits: the backing. `form` holds the plan and the harmony, the other modules one band each."""
