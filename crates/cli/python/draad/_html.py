"""Tables for notebooks. Everything is escaped, and nothing is loaded from anywhere."""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

from . import _spoken

#: A note below a table.
_NOTE = re.compile(r"(?<=<li>)(.*?)(?=</li>)", re.DOTALL)
#: So many rows of a table a notebook shows, as the command has it too.
ROWS = 60
#: So many characters of a cell are shown as text.
_CELL = 24
#: So wide is a table as text.
_WIDTH = 110

_MORE = {"nl": ("… nog 1 rij", "… nog {n} rijen"), "en": ("… 1 more row", "… {n} more rows")}
_NONE = {"nl": "geen rijen", "en": "no rows"}


def says_something(fragment: str) -> bool:
    """Whether there is more in it than a frame."""
    return any(f"<{element}" in fragment for element in ("table", "p>", "details"))


def in_python(fragment: str) -> str:
    """Returns the fragment with its notes in the words of Python; cells stay as they are."""
    return _NOTE.sub(lambda note: html.escape(_spoken.in_python(html.unescape(note[1])), quote=False), fragment)


def plain(title: str, columns: Sequence[str], rows: Sequence[Mapping[str, Any]], n_rows: int, language: str) -> str:
    """Returns the cells as they are, for when the command cannot be asked how people read them."""
    head = "".join(f"<th>{html.escape(column)}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(_cell(row[column]))}</td>" for column in columns) + "</tr>" for row in rows
    )
    more = _more_row(n_rows - len(rows), language) if n_rows > len(rows) else ""
    if not rows:
        return f'<div class="draad">{html.escape(title)}: {_NONE.get(language, _NONE["en"])}</div>'
    caption = f"<caption>{html.escape(title)}</caption>"
    return f'<div class="draad"><table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}{more}</tbody></table></div>'


def as_text(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """Returns the rows as lines of text, with as many columns as fit."""
    lines = [""] * (len(rows) + 1)
    for column in columns:
        cells = [column, *(" ".join(_cell(row[column]).split()) for row in rows)]
        # the last column has what is left of the line
        most = max(_CELL, _WIDTH - len(lines[0])) if column == columns[-1] else _CELL
        cells = [cell if len(cell) <= most else cell[: most - 1] + "…" for cell in cells]
        width = max(map(len, cells))
        if len(lines[0]) + min(width, _CELL) + 2 > _WIDTH:
            return [f"{line}  …" for line in lines]
        numeric = any(isinstance(row[column], (int, float)) and not isinstance(row[column], bool) for row in rows)
        lines = [line + "  " + (cell.rjust(width) if numeric else cell.ljust(width)) for line, cell in zip(lines, cells)]
    return [line.rstrip() for line in lines]


def _more_row(n: int, language: str) -> str:
    one, several = _MORE.get(language, _MORE["en"])
    return f'<tr><td colspan="1000" style="text-align:left">{one if n == 1 else several.format(n=n)}</td></tr>'


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.6g}"
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ")
    return str(value)
