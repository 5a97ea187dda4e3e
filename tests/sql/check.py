"""Compares what SQL counts in the Parquet data set of a study with what `draad table` counts, cell by cell.

    python tests/sql/check.py DATASET TABLES SQL ENGINE

DATASET is what `draad export --to parquet` wrote, TABLES a folder with `draad table NAME --format csv` as NAME.csv, SQL the
folder data-schema/sql, ENGINE one of datafusion, spark and duckdb. Each NAME.sql with a NAME.csv is run: counts, flags and
words have to be the same, other numbers within 1e-12. Reads local files only.

Exit code 0 when all is the same, 1 when something differs, 2 when nothing could be compared.
"""

import csv
import math
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

# What tells the rows of a table apart, and its columns that SQL does not give.
TABLES = {
    "cases-by-factors": (["factor", "case"], ["group", "kind_ids", "role_ids", "words", "material_words"]),
    "co-occurrence": (["factor_a", "factor_b"], ["case_ids"]),
    "balance": (["case"], []),
}
# The column that stands in names of folders; ids that look like numbers stay text.
PARTITION = "case"
# How far numbers that were divided may lie apart, as a share of the larger one.
TOLERANCE = 1e-12
# How many differences of a table are printed.
MOST_SHOWN = 20

Row = dict[str, object]
Query = Callable[[str], list[Row]]


def main(arguments: list[str]) -> int:
    if len(arguments) != 4 or arguments[3] not in ENGINES:
        print(__doc__)
        return 2
    dataset, tables, queries = (Path(argument) for argument in arguments[:3])
    names = [name for name in TABLES if (queries / f"{name}.sql").is_file() and (tables / f"{name}.csv").is_file()]
    if not names:
        print(f"{tables}: no table to compare; known are {', '.join(TABLES)}")
        return 2
    query = ENGINES[arguments[3]](dataset)
    differ = False
    for name in names:
        text = (queries / f"{name}.sql").read_text(encoding="utf-8")
        started = time.perf_counter()
        found = query(text)
        seconds = time.perf_counter() - started
        lines = list(differences(name, read_csv(tables / f"{name}.csv"), found))
        cells = len(found) * len(found[0]) if found else 0
        print(f"{name} in {arguments[3]}: {len(found)} rows, {cells} cells, {len(lines)} differences, {seconds:.1f} s")
        for line in lines[:MOST_SHOWN]:
            print(f"  {line}")
        differ = differ or bool(lines)
    return 1 if differ else 0


def differences(name: str, expected: list[dict[str, str]], found: list[Row]) -> Iterator[str]:
    """Yields a line for each row, column and cell that is not the same."""
    keys, left_out = TABLES[name]
    columns = list(found[0]) if found else []
    given = [column for column in (expected[0] if expected else []) if column not in left_out]
    if sorted(columns) != sorted(given) and found and expected:
        yield f"columns: {sorted(set(columns) ^ set(given))} are in one of the two only"
    of_key = {tuple(str(row[key]) for key in keys): row for row in found}
    if len(of_key) != len(found):
        yield f"rows: {len(found) - len(of_key)} stand there more than once"
    asked = {tuple(row[key] for key in keys): row for row in expected}
    for key in sorted(asked.keys() ^ of_key.keys()):
        yield f"{key}: only in {'draad' if key in asked else 'SQL'}"
    for key in sorted(asked.keys() & of_key.keys()):
        for column in set(columns) & set(given):
            cell, value = asked[key][column], of_key[key][column]
            if not is_same(cell, value):
                yield f"{key} {column}: draad {cell!r}, SQL {value!r}"


def is_same(cell: str, value: object) -> bool:
    """Returns whether a cell of the CSV says what a query found."""
    if value is None or cell == "":
        return value is None and cell == ""
    if isinstance(value, bool):
        return cell == ("yes" if value else "no")
    if isinstance(value, int):
        return cell == str(value)
    if isinstance(value, float):
        return math.isclose(float(cell), value, rel_tol=TOLERANCE, abs_tol=0.0)
    return cell == value


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def folders(dataset: Path) -> Iterator[tuple[str, Path, bool]]:
    """Yields the tables of a data set: name, folder, and whether it is partitioned."""
    for folder in sorted({path.relative_to(dataset).parts[0] for path in dataset.rglob("*.parquet")}):
        folder = dataset / folder
        yield folder.name, folder, any(folder.glob(f"{PARTITION}=*"))


def datafusion(dataset: Path) -> Query:
    import pyarrow
    from datafusion import SessionContext

    context = SessionContext()
    for name, folder, is_partitioned in folders(dataset):
        partitions = [(PARTITION, pyarrow.string())] if is_partitioned else []
        context.register_parquet(name, str(folder), table_partition_cols=partitions)
    return lambda text: [row for batch in context.sql(text).collect() for row in batch.to_pylist()]


def duckdb(dataset: Path) -> Query:
    from duckdb import connect

    connection = connect()
    for name, folder, _ in folders(dataset):
        files = str(folder / "**" / "*.parquet").replace("'", "''")
        files = f"read_parquet('{files}', hive_partitioning = true, hive_types_autocast = false)"
        connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM {files}')

    def query(text: str) -> list[Row]:
        cursor = connection.execute(text)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor.fetchall()]

    return query


def spark(dataset: Path) -> Query:
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.host", "localhost")
        # small tables: what is made to be fast on large ones costs more than it brings
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.codegen.wholeStage", "false")
        .config("spark.sql.adaptive.enabled", "false")
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    for name, folder, _ in folders(dataset):
        session.read.parquet(folder.absolute().as_uri()).createOrReplaceTempView(name)
    return lambda text: [row.asDict() for row in session.sql(text).collect()]


ENGINES = {"datafusion": datafusion, "spark": spark, "duckdb": duckdb}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
