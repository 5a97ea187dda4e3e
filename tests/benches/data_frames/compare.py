"""How long two tables take with draad, and with pandas and polars written by hand on the exported data set, in one run.

    python tests/benches/data_frames/compare.py STUDY [--times 3]

STUDY is a folder with a study, such as `cargo run --release -p draad-tests --example generate -- L FOLDER` makes. Needs draad
(command and module), pandas, polars and pyarrow. What is counted by hand is compared with the table of draad, cell by cell; where
a number differs, nothing is said about time.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import by_hand_pandas
import by_hand_polars
import draad
import polars as pl

#: What is computed by hand of each table, and by which columns its rows are told apart.
TABLES: dict[str, tuple[list[str], list[str]]] = {
    "cases-by-factors": (
        ["factor", "case"],
        ["codings", "passages", "promoting", "hindering", "sources", "kinds", "chars_union"],
    ),
    "co-occurrence": (["factor_a", "factor_b"], ["pairs_passages", "shared_chars"]),
}
BY_HAND: dict[str, dict[str, Callable[[Path], Any]]] = {
    "pandas": {"cases-by-factors": by_hand_pandas.cases_by_factors, "co-occurrence": by_hand_pandas.co_occurrence},
    "polars": {"cases-by-factors": by_hand_polars.cases_by_factors, "co-occurrence": by_hand_polars.co_occurrence},
}


def timed(act: Callable[[], Any], times: int) -> tuple[float, Any]:
    """Returns the median of so many runs in seconds, and what the last one gave."""
    seconds, result = [], None
    for _ in range(times):
        begin = time.perf_counter()
        result = act()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds), result


def of_command(study: Path, table: str, folder: Path) -> None:
    """The whole command, from starting a process to a file on disk."""
    out = folder / f"{table}.arrows"
    command = [draad.find_command(), "--study", str(study), "table", table, "--format", "arrow", "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)


def counted(frame: pl.DataFrame, keys: list[str], measures: list[str]) -> pl.DataFrame:
    """The rows in which something was counted, in the order of their keys."""
    frame = frame.select([*keys, *[pl.col(measure).cast(pl.Int64) for measure in measures]])
    return frame.filter(pl.col(measures[0]) > 0).sort(keys)


def compare(study: Path, data_set: Path, folder: Path, table: str, times: int) -> None:
    keys, measures = TABLES[table]
    opened = draad.open(study)
    opened.table("sample")  # the study is loaded
    process, _ = timed(lambda: of_command(study, table, folder), times)
    warm, answer = timed(lambda: opened.table(table).to_polars(), times)
    expected = counted(answer, keys, measures)
    rows = [("draad, a new process, to a file", process), ("draad, study loaded, to polars", warm)]
    for name, functions in BY_HAND.items():
        seconds, frame = timed(lambda: functions[table](data_set), times)
        frame = frame if isinstance(frame, pl.DataFrame) else pl.from_pandas(frame)
        found = counted(frame, keys, measures)
        if not found.equals(expected):
            raise SystemExit(f"{table}: {name} counts otherwise than draad\n{found}\n{expected}")
        rows.append((f"{name} by hand, from the data set", seconds))
    print(f"\n{table}: {len(expected)} rows")
    for name, seconds in rows:
        print(f"  {name:34} {seconds:8.3f} s  {seconds / warm:6.1f} times")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("study", type=Path)
    parser.add_argument("--times", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data_set = folder / "data-set"
        export = [draad.find_command(), "--study", str(asked.study), "export", "--to", str(data_set), "--format", "parquet"]
        seconds, _ = timed(lambda: subprocess.run(export, check=True, capture_output=True), 1)
        print(f"export to parquet: {seconds:.2f} s")
        for table in TABLES:
            compare(asked.study, data_set, folder, table, asked.times)


if __name__ == "__main__":
    main()
