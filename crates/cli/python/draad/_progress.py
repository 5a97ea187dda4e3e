"""How far a command is, on one line of stderr that goes away when it is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import Any

#: Seconds after which a command that is still busy shows how far it is.
_PATIENCE = 0.5

_shown = True


def progress(show: bool = True) -> None:
    """Shows how far long commands are, or no longer: ``draad.progress(False)``.

    It is shown on stderr after half a second, in a terminal and in a notebook, and goes away when the command is done.
    """
    global _shown
    _shown = show


class Line:
    """The line of one command."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._width = 0

    def show(self, step: Mapping[str, Any]) -> None:
        """Shows the step, `{"step": …, "done": …, "of": …}`, once the command has taken long enough."""
        if not _shown or time.monotonic() - self._began < _PATIENCE or not _watched():
            return
        text = str(step.get("step") or "")
        if step.get("of"):
            text = f"{text} {step.get('done', 0)}/{step['of']}".strip()
        self._write(text)

    def clear(self) -> None:
        """Takes the line away, if there is one."""
        if self._width:
            self._write("")
            self._width = 0

    def _write(self, text: str) -> None:
        print("\r" + text.ljust(self._width), end="" if text else "\r", file=sys.stderr, flush=True)
        self._width = len(text)


def _watched() -> bool:
    """Whether somebody sees stderr as it is written: in a terminal or a notebook, not in a file."""
    if sys.stderr is None:
        return False
    return sys.stderr.isatty() or type(sys.stderr).__module__.startswith("ipykernel")
