"""What the reader and the lint have to say about a chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One fault of one chart: where it is, what was found, what was expected."""

    line: int
    """From 1; 0 for the file as a whole."""

    column: int
    """From 1, in characters; 0 where no single column is to blame."""

    severity: Severity
    message: str
    hint: str = ""

    def to_json(self) -> dict[str, int | str]:
        """Plain values, as `check --json` prints them."""
        return {
            "line": self.line,
            "column": self.column,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
        }

    def text(self, path: object) -> str:
        """`file:line:column: error|warning: message`, with the hint after it."""
        tail = f"; {self.hint}" if self.hint else ""
        return f"{path}:{self.line}:{self.column}: {self.severity}: {self.message}{tail}"
