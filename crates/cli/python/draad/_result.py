"""What a command printed, said and wrote."""

from __future__ import annotations

import html
import os
from pathlib import Path

from ._spoken import in_python


class Result:
    """What came of a command: ``study.run()``, ``study.report()``, ``study.command(…)``.

    Attributes:
        text: what the command printed: its data.
        said: what it said to people beside that, with options as Python writes them.
        fine: whether all went well; False where the study has problems, which `said` names.
        files: the files it says that it wrote.
    """

    def __init__(self, text: str, said: str, fine: bool, folder: str) -> None:
        self.text = text
        self.said = in_python(said)
        self.fine = fine
        self.files: list[Path] = _files(text + "\n" + said, folder)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return "\n\n".join(part for part in (self.text.strip("\n"), self.said.strip("\n")) if part) or "done"

    def _repr_html_(self) -> str:
        return f'<pre style="white-space:pre-wrap">{html.escape(repr(self))}</pre>'


def _files(text: str, folder: str) -> list[Path]:
    """The paths in what was said: a line of their own, or what stands after the first colon, where there is such a file."""
    found: list[Path] = []
    for line in text.splitlines():
        for words in (line.strip(), line.partition(": ")[2].strip()):
            # a path is longer than a word and shorter than a page
            if not words or len(words) > 1000 or not any(mark in words for mark in "/\\."):
                continue
            path = Path(os.path.join(folder, words))
            if path not in found and os.path.exists(path):
                found.append(path)
                break
    return found
