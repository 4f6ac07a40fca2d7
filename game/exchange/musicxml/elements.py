"""XML elements, with nothing in them that XML cannot hold."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: Element, tag: str, text: object = "", **attributes: str) -> Element:
    """A new last child; a `_` in an attribute's name stands for a `-`."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    child = SubElement(parent, tag, named)
    child.text = _NOT_IN_XML.sub("", str(text)) or None
    return child
