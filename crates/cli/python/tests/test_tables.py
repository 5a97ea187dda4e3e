"""Tables: the same values in every library, with the types that were promised, on one memory."""

from __future__ import annotations

import builtins
import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
from streams import EMPTY, ROW, TYPES, stream

import draad

MakeTable = Callable[[bytes], draad.Table]

#: Rows with and without empty cells, of which a byte of eight bits is not a multiple.
ROWS = [ROW, EMPTY, {**ROW, "n": -1, "flag": False, "said": ""}] * 7

TYPES_OF_PANDAS = {
    "n": "Int64",
    "share": "float64",
    "said": "str" if int(pandas.__version__.partition(".")[0]) >= 3 else "string",
    "flag": "boolean",
    "day": "datetime64[s]",
    "time": "datetime64[us]",
    "moment": "datetime64[us, UTC]",
}


@pytest.fixture(params=["empty", "whole", "with empty cells", "several batches"])
def some(request: pytest.FixtureRequest, a_table: MakeTable) -> tuple[draad.Table, list[dict[str, object]]]:
    rows = {"empty": [], "whole": [ROW] * 3}.get(request.param, ROWS)
    return a_table(stream(rows, batch=5 if request.param == "several batches" else None)), rows


Some = tuple[draad.Table, "list[dict[str, object]]"]


def test_values_and_types_of_python(some: Some) -> None:
    table, rows = some
    assert table.to_dicts() == rows
    assert len(table) == len(rows) and table.shape == (len(rows), len(TYPES)) and table.columns == list(TYPES)


def test_polars(some: Some) -> None:
    table, rows = some
    frame = table.to_polars()
    assert frame.to_dicts() == rows
    assert frame.schema == {
        "n": polars.Int64, "share": polars.Float64, "said": polars.String, "flag": polars.Boolean, "day": polars.Date,
        "time": polars.Datetime("us"), "moment": polars.Datetime("us", "UTC"),
    }  # fmt: skip


def test_arrow(some: Some) -> None:
    table, rows = some
    arrow = table.to_arrow()
    assert arrow.to_pylist() == rows
    assert dict(zip(arrow.schema.names, arrow.schema.types)) == TYPES


def test_duckdb(some: Some) -> None:
    table, rows = some
    connection = duckdb.connect()
    connection.execute("set timezone = 'UTC'")
    relation = table.to_duckdb(connection)
    for _ in range(2):
        assert [dict(zip(relation.columns, row)) for row in relation.fetchall()] == rows
    positive = [row for row in rows if isinstance(row["n"], int) and row["n"] > 0]
    assert table.to_duckdb().filter("n > 0").aggregate("count(*)").fetchall() == [(len(positive),)]


@pytest.mark.parametrize("pyarrow_is_there", [True, False])
def test_pandas(some: Some, pyarrow_is_there: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    table, rows = some
    if not pyarrow_is_there:
        without(monkeypatch, "pyarrow")
    frame = table.to_pandas()
    assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == TYPES_OF_PANDAS
    assert list(frame.index) == list(range(len(rows)))
    for name in TYPES:
        for cell, row in zip(frame[name], rows):
            assert pandas.isna(cell) if row[name] is None else plain(cell, name) == row[name]


@pytest.mark.parametrize("rows", [ROWS, [ROW] * 3], ids=["with empty cells", "whole"])
def test_a_frame_of_pandas_can_be_written_to(a_table: MakeTable, rows: list[dict[str, object]]) -> None:
    table = a_table(stream(rows))
    frame = table.to_pandas()
    for name in TYPES:
        frame.loc[1, name] = frame.loc[0, name]
    assert frame.loc[1].equals(frame.loc[0].rename(1)) or (frame.loc[1] == frame.loc[0]).all()
    assert table.to_dicts() == rows, "the table itself stays as it was"


def test_pyarrow_reads_the_memory_of_the_table(a_table: MakeTable) -> None:
    table = a_table(stream(ROWS))
    assert addresses(pyarrow.table(table)) == addresses(pyarrow.table(table)) == addresses(table.to_arrow())


def test_polars_reads_the_memory_of_the_table(a_table: MakeTable) -> None:
    table = a_table(stream([ROW] * 100))
    of_table, of_polars = table.to_arrow(), table.to_polars().to_arrow(compat_level=polars.CompatLevel.newest())
    for name in ("n", "share", "time", "moment", "day"):
        one, other = (frame.column(name).chunk(0).buffers()[1].address for frame in (of_table, of_polars))
        assert one == other, name


def test_pandas_reads_texts_where_they_are(a_table: MakeTable) -> None:
    table = a_table(stream(ROWS))
    texts = pyarrow.array(table.to_pandas()["said"].array)
    chunk = texts.chunk(0) if isinstance(texts, pyarrow.ChunkedArray) else texts
    assert chunk.buffers()[2].address == table.to_arrow().column("said").chunk(0).buffers()[2].address


def test_a_frame_outlives_its_table(a_table: MakeTable) -> None:
    frame = a_table(stream(ROWS)).to_polars()
    import gc

    gc.collect()
    assert frame.to_dicts() == ROWS


@pytest.mark.parametrize(
    ("package", "ask"),
    [
        ("polars", lambda table: table.to_polars()),
        ("pandas", lambda table: table.to_pandas()),
        ("pyarrow", lambda table: table.to_arrow()),
        ("duckdb", lambda table: table.to_duckdb()),
    ],
)
def test_a_missing_package_says_how_to_get_it(
    a_table: MakeTable, package: str, ask: Callable[[draad.Table], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    table = a_table(stream(ROWS))
    without(monkeypatch, package)
    with pytest.raises(draad.PackageMissing, match=f"pip install {package}") as missing:
        ask(table)
    assert isinstance(missing.value, ImportError)


def test_a_table_can_be_copied_and_sent_to_another_process(a_table: MakeTable) -> None:
    table = a_table(stream(ROWS))
    data = pickle.loads(pickle.dumps(table._data))
    assert data.rows() == table.to_dicts() == copy.deepcopy(table).to_dicts()


def test_what_is_said_of_a_table(a_table: MakeTable) -> None:
    about = {"notes": ["Eerst dit."], "basis": {"n_cases": 13}, "parts": ["fit"], "language": "nl"}
    table = a_table(stream(ROWS, about=about))
    assert (table.name, table.title, table.notes, table.basis, table.parts) == (
        "x", "Een tabel", ["Eerst dit."], {"n_cases": 13}, ["fit"],
    )  # fmt: skip
    assert table.meanings == {name: f"what {name} means" for name in TYPES}
    assert repr(table).startswith("Een tabel (x: 21 rows, 7 columns)\n") and repr(table).endswith("… 13 more rows")


def test_cells_are_escaped_and_rows_are_limited(a_table: MakeTable) -> None:
    html = a_table(stream([ROW] * 100, about={"language": "nl", "title": "<script>"}))._repr_html_()
    assert "<b>" not in html and "<script>" not in html and "&lt;b&gt;&amp;" in html
    assert html.count("<tr>") == 1 + 60 + 1 and "… nog 40 rijen" in html


@pytest.mark.parametrize("attempt", [lambda t: t.head(), lambda t: t["n"], lambda t: list(t)])
def test_what_a_table_is_not_is_said_with_what_is(a_table: MakeTable, attempt: Callable[[Any], Any]) -> None:
    with pytest.raises((AttributeError, TypeError), match=r"to_(pandas|dicts)\(\)"):
        attempt(a_table(stream(ROWS)))


def test_nothing_but_nanoarrow_is_needed(a_table: MakeTable) -> None:
    a_table(stream(ROWS))
    package = Path(draad.__file__).parents[1]
    lines = f"""
import sys
for name in ("numpy", "pandas", "polars", "pyarrow", "duckdb"): sys.modules[name] = None
sys.path.insert(0, {str(package)!r})
import draad
table = draad.open({str(Path(draad.find_command()).parent)!r}, despite_errors=True).table("x")
print(len(table.to_dicts()), table.to_dicts()[0]["moment"].isoformat(), len(repr(table)) > 0)
"""
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True)
    assert done.stdout == "21 2024-01-15T10:00:00+00:00 True\n", done.stderr


def plain(cell: Any, name: str) -> object:
    """A cell of pandas as Python has it."""
    if name == "day":
        return cell.date()
    return cell.to_pydatetime() if name in ("time", "moment") else cell


def addresses(table: pyarrow.Table) -> list[int]:
    return [
        buffer.address for column in table.columns for chunk in column.chunks for buffer in chunk.buffers() if buffer
    ]


def without(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    """Makes as if the package was not installed, for who imports it by name."""
    original = builtins.__import__

    def imported(name: str, given: Any = None, *more: Any) -> Any:
        if name == package and (given or {}).get("__name__", "").startswith("draad"):
            raise ImportError(name)
        return original(name, given, *more)

    monkeypatch.setattr(builtins, "__import__", imported)
