"""A table of the command, as data frames and as people read it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import _html, _pandas, _result
from ._arrow import Data
from ._errors import Error, PackageMissing
from ._options import Option, arguments, extended
from ._spoken import in_python

if TYPE_CHECKING:
    import duckdb
    import pandas
    import polars
    import pyarrow

    from ._pipe import Answer
    from ._study import Study

#: How many rows a table shows of itself outside notebooks.
_ROWS = 8


class Table:
    """A table, as polars, pandas, pyarrow and duckdb read it, and as people read it in a notebook.

    >>> table = study.table("balance", leave_out="role")
    >>> table.to_pandas()          # or .to_polars(), .to_arrow(), .to_duckdb(), .to_dicts()
    >>> table.meanings["balance_factors"]
    >>> table.parts
    >>> table.part("robustness").to_pandas()
    >>> table.save("balance.xlsx")

    Anything that reads Arrow takes the table itself: ``polars.DataFrame(table)``, ``pyarrow.table(table)``.

    Attributes:
        name: its name, as one asks for it.
        title: its title, in the language of the study, or that which was asked for.
        columns: the names of its columns.
        meanings: what each column means.
        notes: what stands below the table when people read it: definitions, filters, coders, and what it rests on.
        basis: the same for programs: filter, coders, numbers of cases and sources, hash of the data, version.
        parts: the names of the other tables of the same answer, for :meth:`part`.
    """

    def __init__(self, study: Study, request: Sequence[str], data: Data) -> None:
        self._study = study
        self._request = list(request)
        self._data = data
        about = data.about
        self.name: str = about.get("name") or ""
        self.title: str = about.get("title") or self.name
        self.columns: list[str] = data.columns
        self.meanings: dict[str, str] = data.meanings
        self.notes: list[str] = [in_python(note) for note in about.get("notes") or []]
        self.basis: dict[str, Any] = about.get("basis") or {}
        self.parts: list[str] = about.get("parts") or []

    # As data frames

    def to_polars(self) -> polars.DataFrame:
        """Returns a `polars.DataFrame`, which takes numbers and texts as they stand in memory, without a copy of them.

        Raises:
            PackageMissing: without polars.
        """
        try:
            import polars
        except ImportError:
            raise PackageMissing("polars", "to_polars()") from None
        return polars.DataFrame(self)

    def to_pandas(self) -> pandas.DataFrame:
        """Returns a `pandas.DataFrame`.

        Whole numbers stay whole numbers where cells are empty (`Int64`), flags are `boolean`, days and times `datetime64`, texts
        the string type of pandas. Works with and without pyarrow; with it, texts are not copied.

        Raises:
            PackageMissing: without pandas 2 or newer.
        """
        return _pandas.data_frame(self._data)

    def to_arrow(self) -> pyarrow.Table:
        """Returns a `pyarrow.Table` on the same memory.

        Raises:
            PackageMissing: without pyarrow.
        """
        try:
            import pyarrow
        except ImportError:
            raise PackageMissing("pyarrow", "to_arrow()") from None
        return pyarrow.table(self)

    def to_duckdb(self, connection: duckdb.DuckDBPyConnection | None = None) -> duckdb.DuckDBPyRelation:
        """Returns a relation of duckdb, which reads the same memory: ``study.codings.to_duckdb().filter("code = 'vertrouwen'")``.

        Args:
            connection: where to ask; without it duckdb's own.

        Raises:
            PackageMissing: without duckdb or pyarrow, which duckdb needs to read Arrow.
        """
        try:
            import duckdb
        except ImportError:
            raise PackageMissing("duckdb", "to_duckdb()") from None
        table = self.to_arrow()
        return duckdb.from_arrow(table) if connection is None else connection.from_arrow(table)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Returns the rows as dicts, with None where a cell is empty; needs no other package."""
        return self._data.rows()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows by the PyCapsule interface of Arrow, on the memory of this table."""
        return self._data.array.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        """The types of the columns by the PyCapsule interface of Arrow."""
        return self._data.array.schema.__arrow_c_schema__()

    # More of the same answer

    def part(self, name: str) -> Table:
        """Returns another table of the same answer; `parts` says which there are."""
        asked = [word for word in self._request if not word.startswith("--part=")]
        return self._study._table_of(extended(asked, [f"--part={name}"]))

    def save(self, path: str | os.PathLike[str], **options: Option) -> Path:
        """Writes the table to a file, as the command writes it, and returns the path. What stands there is replaced.

        The ending says what it becomes: `.csv`, `.xlsx`, `.json`, `.md`, `.arrow`, and what else the command writes.
        ``format="excel"`` makes a CSV file for a Dutch Excel. The file also says what the table rests on, or a file beside it does.

        Raises:
            Error: when the study has changed since the table was made, so that the file would not hold this table; when the
                file cannot be written.
        """
        if not self._is_fresh():
            raise Error(
                "The study has changed since this table was made, and the file would hold the new numbers.",
                "Ask for the table again and save that.",
            )
        target = Path(path).expanduser().absolute()
        answer = self._ask([*self._whole(), *arguments({"out": target, **options})])
        # the command adds the ending that a form needs, and names the table before what stands beside it
        written = _result.Result("", answer.said, True, os.getcwd()).files
        return written[0] if written else target

    def _whole(self) -> list[str]:
        """What makes the command show all hits of a search where no limit was asked for; other tables it shows whole."""
        is_search = self._request[0] == "search" and not any(word.startswith("--limit=") for word in self._request)
        return [f"--limit={max(len(self), 1)}"] if is_search else []

    def _is_fresh(self) -> bool:
        """Whether the command, asked again, answers the same to the byte."""
        return self._ask(["--format=arrow"]).data == self._data.stream

    def _ask(self, more: Sequence[str]) -> Answer:
        return self._study._ask(extended(self._request, more))

    # As people read it

    @property
    def shape(self) -> tuple[int, int]:
        """How many rows and columns there are."""
        return len(self._data), len(self.columns)

    def __len__(self) -> int:
        return len(self._data)

    def __repr__(self) -> str:
        n_rows, n_columns = self.shape
        shown = _html.as_text(self.columns, self._data.rows(_ROWS))
        more = [f"… {_counted(n_rows - _ROWS, 'more row')}"] if n_rows > _ROWS else []
        name = "" if self.title == self.name else f"{self.name}: "
        size = f"{_counted(n_rows, 'row')}, {_counted(n_columns, 'column')}"
        return "\n".join([f"{self.title} ({name}{size})", *shown, *more])

    def _repr_html_(self) -> str:
        language = str(self._data.about.get("language") or "en")
        try:
            if self._is_fresh():
                fragment = self._ask([*self._whole(), "--format=html"]).data.decode()
                if _html.says_something(fragment):
                    return _html.in_python(fragment)
        except Error:
            pass  # closed, or not to be shown as people read it: the cells as they are
        return _html.plain(self.title, self.columns, self._data.rows(_html.ROWS), len(self), language)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(
            f"A table of draad has no {name!r}; .to_pandas() or .to_polars() makes a data frame of it, which may have."
        )

    def __getitem__(self, key: object) -> Any:
        raise TypeError(f"A table of draad has no [{key!r}]; .to_pandas()[{key!r}] or .to_polars()[{key!r}] does that.")

    def __iter__(self) -> Any:
        raise TypeError("A table of draad is not walked through; .to_dicts() gives its rows.")


def _counted(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
