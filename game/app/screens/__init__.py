"""One module a screen: what keys do, what time does, and the snapshot that the view draws."""
