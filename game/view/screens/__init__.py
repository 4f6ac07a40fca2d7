"""One module a screen: its frozen snapshot and `draw(canvas, snapshot)`."""
