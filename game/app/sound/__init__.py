"""All that sounds, as screens ask for it, and the output that it goes to."""
