"""What can go wrong, as exceptions that say what to do next."""

from __future__ import annotations

import os
import traceback
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Optional

from ._spoken import in_python

#: What stands in the paths of files whose lines say nothing to who asked.
_NOT_THE_READERS = (os.path.dirname(__file__), f"{os.sep}IPython{os.sep}", f"{os.sep}ipykernel{os.sep}")
#: How many problems the message of StudyHasErrors lists; `problems` holds all.
_LISTED = 10


class Problem(NamedTuple):
    """One thing that `draad check` says of a study."""

    severity: str
    """``error``, ``warning`` or ``note``."""
    problem: str
    """Its name, such as ``duplicate-id``."""
    message: str
    """What is wrong."""
    help: Optional[str]
    """What to do."""
    file: Optional[str]
    """The file, seen from the folder of the study."""
    line: Optional[int]
    """The line in that file, from 1."""
    column: Optional[str]
    """The column of that table."""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return ": ".join(part for part in (place, self.message) if part) + (f"\n    {self.help}" if self.help else "")


class Error(Exception):
    """What went wrong, with the next step.

    Attributes:
        message: what went wrong, in the language of the study.
        next_step: what to do about it, or None.
        place: the file and line it is about, such as ``cases.csv:3``, or None; `file` and `line` have them apart.
        name: the name of the problem, such as ``unknown-table``, or None.
        said: all that the command said, such as what it did before and what else was wrong; may be empty.
    """

    def __init__(
        self,
        message: str,
        next_step: str | None = None,
        *,
        file: str | None = None,
        line: int | None = None,
        name: str | None = None,
    ) -> None:
        self.message = message
        self.next_step = next_step
        self.file = file
        self.line = line
        self.place = ":".join(str(part) for part in (file, line) if part is not None) or None
        self.name = name
        self.said = ""
        super().__init__(message, next_step)

    def __str__(self) -> str:
        first = f"{self.place}: {self.message}" if self.place else self.message
        return f"{first}\n  {self.next_step}" if self.next_step else first

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows: the lines of the reader that led here, not those of this package, and then the message."""
        lines = []
        for frame in traceback.extract_tb(self.__traceback__):
            if any(path in frame.filename for path in _NOT_THE_READERS):
                continue
            is_cell = frame.filename.startswith("<") or "ipykernel_" in frame.filename
            place = f"line {frame.lineno}" if is_cell else f"{frame.filename}, line {frame.lineno}"
            lines.append(f"{place}: {frame.line}")
        return [*lines, f"{type(self).__name__}: {self}"]


class StudyNotFound(Error):
    """There is no study in that folder."""


class StudyHasErrors(Error):
    """The study cannot be read whole; `problems` lists what is wrong, each with file, line and next step."""

    problems: list[Problem]

    def __init__(
        self, folder: str, problems: Sequence[Problem], title: str | None = None, *, opens: bool = True
    ) -> None:
        self.problems = list(problems)
        n_errors = len(self.problems)
        counted = "1 error" if n_errors == 1 else f"{n_errors} errors"
        lines = [f"The study {title or folder} has {counted}:"]
        lines += [f"  {problem}" for problem in self.problems[:_LISTED]]
        if n_errors > _LISTED:
            lines.append(f"  … and {n_errors - _LISTED} more, in the attribute `problems` of this exception.")
        without = ", or open it without them: draad.open(…, despite_errors=True)" if opens else ""
        super().__init__("\n".join(lines), f"Correct these lines and open the study again{without}.")


class StudyClosed(Error):
    """The study was closed."""


class UsageError(Error):
    """What was asked is not understood: an unknown option, a value that it does not take."""


class CommandNotFound(Error):
    """The command `draad` is not there, or is one that this module cannot talk to."""


class CommandStopped(Error):
    """The command `draad` stopped before it answered, or answered something that is no answer."""


class PackageMissing(Error, ImportError):
    """A Python package is needed for this and not installed."""

    def __init__(self, package: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs the package {package}, which is not installed.", f"pip install {package}")


def from_problem(problem: Mapping[str, Any], exit: int, said: str = "") -> Error:
    """Returns the exception for the `problem` and the `exit` of an answer; what it says of flags is said of keywords."""
    error = _from_problem(problem, exit)
    error.said = said
    return error


def _from_problem(problem: Mapping[str, Any], exit: int) -> Error:
    name = str(problem.get("name") or "")
    message = in_python(str(problem.get("message") or name))
    next_step = in_python(str(problem["help"])) if problem.get("help") else None
    if name == "no-study-here":
        return StudyNotFound(message, "Name the folder that holds study.toml: draad.open(…).", name=name)
    kind = UsageError if exit == 2 else Error
    return kind(message, next_step, file=problem.get("file"), line=problem.get("line"), name=name or None)
