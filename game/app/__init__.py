"""The application: main loop, screens, settings, files, command line. Wires the rooms.

The one place that reads clocks, finds folders and knows every room.
"""

from game.app import environment as environment
