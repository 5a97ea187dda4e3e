"""Exports studies as Parquet data sets and holds SQL against `draad table` on each, cell by cell (see check.py).

    python tests/sql/studies.py DRAAD ENGINE [STUDY...]

DRAAD is the command, ENGINE one of datafusion, spark and duckdb. Without STUDY: the example study, parts of it, the same under
other coder policies, and a copy with everything that is hard to count: an id of odd signs, sources about several cases and
about none, parts of sources, codings of whole sources, a case without material and one that nobody coded, columns called
like ours. Reads and writes local files only.
"""

import csv
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import check

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples" / "gedeeld-opvoederschap"
SQL = ROOT / "data-schema" / "sql"
FILTERS = [
    ["--role", "parent"],
    ["--phase", "stabilisation", "--kind", "interview"],
    ["--code", "houding"],
    ["--valence", "hindering", "--case", "p01", "--case", "p03"],
    ["--coder", "anna"],
]
# A case id of signs that mean something in paths, in names of partitions, in SQL and in regular expressions.
ODD_ID = "it's 100% [a=b] {é}^"


def main(arguments: list[str]) -> int:
    if len(arguments) < 2 or arguments[1] not in check.ENGINES:
        print(__doc__)
        return 2
    command, engine = Path(arguments[0]).resolve(), arguments[1]
    with tempfile.TemporaryDirectory() as folder:
        studies = [(Path(study), []) for study in arguments[2:]] or list(prepared(Path(folder), engine))
        failed = [study for study in studies if not is_same(command, engine, Path(folder), *study)]
    is_cheap = engine != "spark"
    if is_cheap and not arguments[2:] and not changes_are_found(command, engine):
        return 1
    return 1 if failed else 0


def prepared(folder: Path, engine: str) -> Iterator[tuple[Path, list[str]]]:
    """Yields studies with filters. Spark takes half a minute for each, so it gets the whole example and the hard one."""
    hard = copy(folder, "hard")
    make_hard(hard)
    yield EXAMPLE, []
    yield hard, []
    if engine == "spark":
        return
    for flags in FILTERS:
        yield EXAMPLE, flags
        yield hard, [ODD_ID if flag == "p03" else flag for flag in flags]
    for policy in ['use = "one"\ncoder = "anna"', 'use = "adjudicated"\ncoder = "consensus"']:
        study = copy(folder, policy.split('"')[1])
        settings = study / "study.toml"
        settings.write_text(settings.read_text(encoding="utf-8").replace('use = "all"', policy), encoding="utf-8")
        yield study, []
        yield study, FILTERS[0]


def copy(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(EXAMPLE, folder / name, ignore=shutil.ignore_patterns(".draad", "output")))


def is_same(command: Path, engine: str, folder: Path, study: Path, flags: list[str]) -> bool:
    print(f"{study.name} {' '.join(flags)}")
    exported = Path(tempfile.mkdtemp(dir=folder))
    make(command, study, flags, exported)
    return check.main([str(exported / "parquet"), str(exported / "tables"), str(SQL), engine]) == 0


def make(command: Path, study: Path, flags: list[str], exported: Path) -> None:
    """Writes the data set of a study and its tables as CSV."""
    world = {"SOURCE_DATE_EPOCH": "1700000000", "PATH": os.environ.get("PATH", "")}

    def draad(*words: str) -> bytes:
        run = [str(command), "--study", str(study), *words, *flags]
        return subprocess.run(run, check=True, capture_output=True, cwd=exported, env=world).stdout

    draad("export", "--to", "parquet")
    (exported / "tables").mkdir()
    for name in check.TABLES:
        (exported / "tables" / f"{name}.csv").write_bytes(draad("table", name, "--format", "csv"))


def changes_are_found(command: Path, engine: str) -> bool:
    """Changes one cell of each table and looks whether the comparison says so: a check that finds nothing checks nothing."""
    with tempfile.TemporaryDirectory() as folder:
        exported = Path(folder)
        make(command, EXAMPLE, [], exported)
        for name, column in [("cases-by-factors", "passages"), ("co-occurrence", "pairs_c"), ("balance", "material_chars")]:
            path = exported / "tables" / f"{name}.csv"
            rows = check.read_csv(path)
            row = next(row for row in rows if row[column] not in ("", "0"))
            row[column] = str(float(row[column]) * 1.000001 if "." in row[column] else int(row[column]) + 1)
            write_csv(path, list(rows[0]), [list(row.values()) for row in rows])
        print("with one cell changed in each table:")
        query, found = check.ENGINES[engine](exported / "parquet"), 0
        for name in check.TABLES:
            rows = query((SQL / f"{name}.sql").read_text(encoding="utf-8"))
            lines = list(check.differences(name, check.read_csv(exported / "tables" / f"{name}.csv"), rows))
            print(f"{name}: {len(lines)} differences")
            found += len(lines) == 1
    return found == len(check.TABLES)


def make_hard(study: Path) -> None:
    """Changes a copy of the example study into one that is hard to count."""
    rename_case(study)
    header, sources = table(study / "sources.csv")
    cases = header.index("cases")
    for place, row in enumerate(sources):
        if row[0].startswith("p12-"):
            row[cases] = ""  # which leaves p12 without material
        elif place % 7 == 0:
            row[cases] = f"p01;p05;{ODD_ID}"
        elif place % 11 == 0:
            row[cases] = "p02;p04"
    write_csv(study / "sources.csv", header, sources)
    add_parts(study, [row[0] for row in sources if row[cases].startswith("p01;p05")])
    code_whole_sources(study)
    for path in [path for name in ("p06-[c-d]*", "p11-*") for path in study.glob(f"codings/*/{name}.csv")]:
        path.unlink()  # so that nobody has looked there for anything
    header, codes = table(study / "codebook.csv")
    write_csv(study / "codebook.csv", [*header, "position", "Distance"], [[*row, "mine", "mine"] for row in codes])


def rename_case(study: Path) -> None:
    for path in sorted(path for ending in ("csv", "toml", "md") for path in study.rglob(f"*.{ending}")):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?<![\w-])p03(?![\w-])", lambda _: ODD_ID, text), encoding="utf-8")


def add_parts(study: Path, sources: list[str]) -> None:
    """Gives parts of some sources to one case each; some of them overlap, some begin in the middle of a turn."""
    header, parts = table(study / "case_spans.csv")
    for source in sources[:6]:
        n = len((study / "sources" / f"{source}.txt").read_text(encoding="utf-8"))
        parts += [
            [source, "p01", "5", str(n // 3)],
            [source, ODD_ID, str(n // 3), str(n // 2 + 30)],
            [source, "p05", str(n // 2), str(n // 2 + 60)],
        ]
    write_csv(study / "case_spans.csv", header, parts)


def code_whole_sources(study: Path) -> None:
    """Adds codings without a place, and gives others another direction."""
    chance = random.Random(7)
    for path in sorted((study / "codings").glob("*/*.csv")):
        header, codings = table(path)
        added = []
        for number, row in enumerate(codings):
            if chance.random() < 0.1:
                whole = dict(zip(header, row)) | {"id": f"whole{number:07d}", "start": "", "end": "", "quote": ""}
                added.append(list(whole.values()))
            if chance.random() < 0.1:
                row[header.index("valence")] = chance.choice(["ambivalent", "hindering", "promoting"])
        write_csv(path, header, added + codings)


def table(path: Path) -> tuple[list[str], list[list[str]]]:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, rows


def write_csv(path: Path, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
