"""A player's highway: perspective, lanes, the empty field, notes, lights and words on it.

Draws what a `SeatView` holds; knows nothing of the other player but his mirrored place. Main types:
`Highway` (geometry), `Track` (a timeline prepared for drawing), `Side` (all of one player).
"""
