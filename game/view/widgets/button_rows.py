"""Buttons side by side, in as many rows as they need."""

from __future__ import annotations

from game.view import theme
from game.view.widgets.area import Area

MOST_IN_A_ROW = 4

_WIDEST = 360
_HIGHEST = 80
_GAP = 2 * theme.GRID


def rows(count: int) -> tuple[int, ...]:
    """How many buttons stand in each row: as even as can be, the upper ones fuller."""
    if not count:
        return ()
    number = -(-count // MOST_IN_A_ROW)
    least, more = divmod(count, number)
    return tuple(least + (row < more) for row in range(number))


def button_areas(count: int, box: Area) -> tuple[Area, ...]:
    """The places of so many buttons in reading order, all of one size, in the middle of a box."""
    lengths = rows(count)
    if not lengths:
        return ()
    width = min(_WIDEST, (box.width + _GAP) / lengths[0] - _GAP)
    height = min(_HIGHEST, (box.height + _GAP) / len(lengths) - _GAP)
    top = box.center_y - (len(lengths) * (height + _GAP) - _GAP) / 2
    return tuple(
        Area(
            box.center_x - (length * (width + _GAP) - _GAP) / 2 + column * (width + _GAP),
            top + row * (height + _GAP),
            width,
            height,
        )
        for row, length in enumerate(lengths)
        for column in range(length)
    )


def beside(index: int, count: int, across: int, down: int) -> int:
    """The button that an arrow key leads to: along the row into the next, or straight up or down.

    Args:
        index: the button that has the focus.
        count: how many there are.
        across: -1 for left, 1 for right, else 0.
        down: -1 for up, 1 for down, else 0.
    """
    if not down:
        return min(count - 1, max(0, index + across))
    lengths = rows(count)
    row, start = 0, 0
    while index >= start + lengths[row]:
        start += lengths[row]
        row += 1
    if not 0 <= row + down < len(lengths):
        return index
    # From middle to middle, for rows of different length are both centred.
    shift = index - start - (lengths[row] - 1) / 2
    length = lengths[row + down]
    column = min(length - 1, max(0, round(shift + (length - 1) / 2)))
    return sum(lengths[: row + down]) + column
