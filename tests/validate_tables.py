"""Validates the tables of a study against data-schema/ with frictionless, foreign keys included.

    python tests/validate_tables.py [STUDY]

Without STUDY: the example study, and then broken copies of it, which must be found out. Reads local files only.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

from frictionless import Checklist, Detector, Package, Resource, Schema, system

ROOT = Path(__file__).resolve().parent.parent
SCHEMAS = ROOT / "data-schema"
EXAMPLE = ROOT / "examples" / "gedeeld-opvoederschap"
# Frictionless takes at most this many errors per table; more would not help a reader.
MOST_ERRORS = 20


def main() -> int:
    studies = [Path(argument) for argument in sys.argv[1:]]
    violations = [line for study in studies or [EXAMPLE] for line in violations_in(study)]
    for line in violations:
        print(line)
    if not studies:
        violations += overlooked()
    return 1 if violations else 0


def violations_in(study: Path) -> list[str]:
    """Returns a line for each cell, row or column that does not fit."""
    package = Package(basepath=str(study))
    for table in json.loads((SCHEMAS / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        for path in sorted(study.glob(table["path"])):
            package.add_resource(resource(study, path, table))
    tables = len(package.resources)
    with system.use_context(trusted=True):
        report = package.validate(Checklist(), limit_errors=MOST_ERRORS)
    names = {resource.name: resource.path for resource in package.resources}
    found = [f"{names.get(task.name, task.name)}: {error.message}" for task in report.tasks for error in task.errors]
    found += [f"{study}: {error.message}" for error in report.errors]
    print(f"{study.name}: {tables} tables, {len(found)} violations")
    return found if tables else [f"{study}: no tables"]


def resource(study: Path, path: Path, table: dict) -> Resource:
    relative = path.relative_to(study).as_posix()
    is_one_of_many = "*" in table["path"]
    name = relative.removesuffix(".csv").replace("/", "--") if is_one_of_many else table["name"]
    return Resource(
        name=name.lower(),
        path=relative,
        encoding="utf-8",
        schema=schema(table["schema"]),
        # columns are told apart by their names; some may be absent, and some tables have further ones
        detector=Detector(schema_sync=True),
    )


def schema(file: str) -> Schema:
    descriptor = json.loads((SCHEMAS / file).read_text(encoding="utf-8"))
    descriptor.pop("$schema")  # names a page on the web, which nothing here should need
    return Schema.from_descriptor(descriptor)


# What is done to a copy of the example, and the table in which it must be found.
DAMAGES = [
    ("cases.csv", "p01,Noor", ",Noor"),
    ("participants.csv", "\np01-gho,", "\np01-moeder,"),
    ("events.csv", "\np01,2019-08-28", "\np01,28 augustus"),
    ("scores.csv", "\np01,p01-moeder", "\np01,p01-niemand"),
    ("codings/anna/p01-dossier-1.csv", None, "zzz,geen-code,0,3,,,,,,\n"),
    ("units/p01-dossier-1.csv", None, "veel,9,said,,,\n"),
]


def overlooked() -> list[str]:
    """Returns a line for each damage that the validation does not see."""
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "broken"
        shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns("raw", ".draad", "output", "sources"))
        for path, old, new in DAMAGES:
            file = copy / path
            text = file.read_text(encoding="utf-8")
            assert old is None or old in text, f"{path}: nothing to damage"
            damaged = text + new if old is None else text.replace(old, new, 1)
            file.write_text(damaged, encoding="utf-8", newline="")
        found = violations_in(copy)
    for path, _, _ in DAMAGES:
        if not any(line.startswith(f"{path}:") for line in found):
            missed.append(f"{path}: a violation was overlooked")
            print(missed[-1])
    return missed


if __name__ == "__main__":
    sys.exit(main())
