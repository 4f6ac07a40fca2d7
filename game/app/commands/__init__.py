"""One module a command of `drum-duet`: `add_to(subparsers)` and `run(arguments) -> exit status`.

pygame is imported only where something is drawn, sounded, decoded or listed.
"""
