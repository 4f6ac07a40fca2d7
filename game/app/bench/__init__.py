"""What `bench` measures: each module takes some figures, and says so where it cannot.

What needs the whole program runs it in a process of its own (`probe`), with folders of its own and
a watcher around its screens (`watched`). Nothing here is used by the game.
"""
