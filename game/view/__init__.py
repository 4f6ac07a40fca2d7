"""The picture: draws frozen snapshots, decides nothing.

Laid out in a space of 1920x1080 units and rasterised at the window's own size. Knows no engine, no
device and no clock: what it needs stands in the snapshot. Anything kept between frames is a cache
that can be dropped. Main types: `Canvas`, `Theme`, `Strings`; one module a screen in `screens/`.
"""
