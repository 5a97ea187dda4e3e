"""How far a command is: one line that goes away when it is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from typing import Any, Callable

#: Seconds after which a command that is still busy shows how far it is.
_PATIENCE = 0.5

_shown = True


def progress(show: bool = True) -> None:
    """Shows how far long commands are, or no longer: ``draad.progress(False)``.

    It is shown after half a second, on stderr in a terminal and below the cell in a notebook, and goes away when the command is
    done. Where nobody watches, it is not shown: when stderr is a file.
    """
    global _shown
    _shown = show


class Line:
    """The line of one command."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._write: Callable[[str], None] | None = None

    def show(self, step: Mapping[str, Any]) -> None:
        """Shows the step, `{"step": …, "done": …, "of": …}`, once the command has taken long enough."""
        if not _shown or time.monotonic() - self._began < _PATIENCE:
            return
        if self._write is None:
            self._write = _writer()
        text = str(step.get("step") or "")
        if step.get("of"):
            text = f"{text} {step.get('done', 0)}/{step['of']}".strip()
        self._write(text)

    def clear(self) -> None:
        """Takes the line away, if there is one."""
        if self._write is not None:
            self._write("")
            self._write = None


def _writer() -> Callable[[str], None]:
    """What puts a text in the place of the one before, for who watches."""
    if type(sys.stderr).__module__.startswith("ipykernel"):
        return _in_notebook()
    if sys.stderr is not None and sys.stderr.isatty():
        return _in_terminal()
    return lambda text: None


def _in_terminal() -> Callable[[str], None]:
    width = 0

    def write(text: str) -> None:
        nonlocal width
        print("\r" + text.ljust(width), end="" if text else "\r", file=sys.stderr, flush=True)
        width = len(text)

    return write


def _in_notebook() -> Callable[[str], None]:
    """An output of its own, because a line of stderr would stay behind in the notebook."""
    import IPython.display

    display: Any = IPython.display.display
    handle = display({"text/plain": ""}, raw=True, display_id=True)

    def write(text: str) -> None:
        handle.update({"text/plain": text}, raw=True)

    return write
