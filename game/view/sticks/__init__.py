"""Drumsticks and what their players write on them: wood, signature, and both in the hand."""
