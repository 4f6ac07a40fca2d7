"""`python -m game` is the command `drum-duet`."""

import sys

from game.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
