"""Runs the notebooks and holds what they show against what is committed, or renews it.

    python notebooks/run.py check [NAME ...]     fails where a cell shows something else than is committed
    python notebooks/run.py renew [NAME ...]     writes what the cells show into the notebooks

Without names: all notebooks of this folder. They are run by nbmake on a copy of `notebooks/` and `examples/`, so that
nothing here changes while they run. `cargo xtask test` and `cargo xtask notebooks` call this with the freshly built
command and module at hand.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
# All that a notebook may say about the program that ran it: enough for Jupyter to open it, the same on every machine.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
}
# No notebook takes nearly as long; one that hangs is to be found out.
SECONDS_PER_CELL = 120
# How many lines of a difference are shown: the first ones say what happened.
LINES_SHOWN = 3


def main() -> int:
    arguments = read_arguments()
    notebooks = named(arguments.names) or sorted(HERE.glob("*.ipynb"))
    if not notebooks:
        sys.exit(f"{HERE}: no notebooks")
    with tempfile.TemporaryDirectory(prefix="draad-notebooks-") as folder:
        copies = copied(notebooks, Path(folder).resolve())
        if not executed(copies):
            return 1
        return compare(notebooks, copies) if arguments.task == "check" else renew(notebooks, copies)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["check", "renew"])
    parser.add_argument("names", nargs="*", help="notebooks, by the beginning of their names")
    return parser.parse_args()


def named(names: list[str]) -> list[Path]:
    """Returns the notebooks whose names begin so, each once; a name that fits none ends the run."""
    found: set[Path] = set()
    for name in names:
        fitting = set(HERE.glob(f"{Path(name).name}*"))
        notebooks = {path for path in fitting if path.suffix == ".ipynb"}
        if not notebooks:
            sys.exit(f"{name}: no notebook in {HERE} begins with this")
        found |= notebooks
    return sorted(found)


def copied(notebooks: list[Path], folder: Path) -> list[Path]:
    """Copies the notebooks and what they read into a folder, laid out as here."""
    made = shutil.ignore_patterns(".draad", "output", ".ipynb_checkpoints", "__pycache__")
    shutil.copytree(ROOT / "examples", folder / "examples", ignore=made)
    shutil.copytree(HERE, folder / "notebooks", ignore=made)
    return [folder / "notebooks" / notebook.name for notebook in notebooks]


def executed(copies: list[Path]) -> bool:
    """Runs the copies in place, two at a time; nbmake prints where one fails, and how long each took."""
    folder = copies[0].parent
    nbmake = ["--nbmake", "--overwrite", f"--nbmake-timeout={SECONDS_PER_CELL}"]
    pytest = [sys.executable, "-m", "pytest", "--quiet", "--no-header", "--durations=0", "--rootdir", folder]
    names = [copy.name for copy in copies]
    parallel = ["-n", "2"] if len(copies) > 1 else []
    return subprocess.run([*pytest, *nbmake, *parallel, *names], cwd=folder).returncode == 0


def renew(notebooks: list[Path], copies: list[Path]) -> int:
    """Writes what the copies show into the notebooks, except where it may not be committed."""
    status = 0
    for notebook, copy in zip(notebooks, copies, strict=True):
        fresh = normalised(read(copy))
        unfit = unfit_outputs(fresh, copy.parent.parent)
        for line in unfit:
            print(f"{notebook.name}: {line}")
        if unfit:
            status = 1
            continue
        text = nbformat.writes(fresh, version=4) + "\n"
        changed = text != notebook.read_text(encoding="utf-8")
        if changed:
            notebook.write_text(text, encoding="utf-8", newline="\n")
        print(f"{notebook.name}: {'renewed' if changed else 'as it was'} ({len(text) // 1024} KB)")
    return status


def compare(notebooks: list[Path], copies: list[Path]) -> int:
    """Says which cells show something else than is committed."""
    stale = [
        line
        for notebook, copy in zip(notebooks, copies, strict=True)
        for line in differences(notebook, normalised(read(copy)), copy.parent.parent)
    ]
    for line in stale:
        print(line)
    if stale:
        print("look at the change; `cargo xtask notebooks` renews what is committed")
    return 1 if stale else 0


def differences(notebook: Path, fresh: NotebookNode, folder: Path) -> list[str]:
    committed = read(notebook)
    found = [f"{notebook.name}: {line}" for line in unfit_outputs(fresh, folder)]
    for number, (old, new) in enumerate(zip(committed.cells, fresh.cells, strict=True), start=1):
        if old.get("outputs") != new.get("outputs"):
            found.append(f"{notebook.name}: cell {number} shows something else than is committed")
            found += [f"    {line}" for line in changed_lines(lines(old), lines(new))]
        elif old != new:
            found.append(f"{notebook.name}: cell {number} is not as `cargo xtask notebooks` writes it")
    if committed.metadata != fresh.metadata:
        found.append(f"{notebook.name}: what it says about its kernel is not as `cargo xtask notebooks` writes it")
    return found


def normalised(notebook: NotebookNode) -> NotebookNode:
    """Leaves out what differs from run to run or from machine to machine, and numbers the cells as they stand."""
    notebook.metadata = nbformat.from_dict(METADATA)
    count = 0
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number:02}"
        cell.metadata = nbformat.from_dict({key: cell.metadata[key] for key in ("tags",) if key in cell.metadata})
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
            cell.outputs = [output for output in cell.outputs if not is_wiped(output)]
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = count
    return notebook


def is_wiped(output: NotebookNode) -> bool:
    """Whether nothing is left of it on a screen: a line of progress that took itself away."""
    return output.get("name") == "stderr" and not any(line.split("\r")[-1].strip() for line in output.text.split("\n"))


def unfit_outputs(notebook: NotebookNode, folder: Path) -> list[str]:
    """Returns what no committed notebook may show: warnings, and places on the machine that ran it."""
    private = [str(folder), str(ROOT), str(Path.home()), tempfile.gettempdir(), sys.prefix]
    found = []
    for number, cell in enumerate(notebook.cells, start=1):
        for output in cell.get("outputs", []):
            if output.get("name") == "stderr":
                found.append(f"cell {number} warns: {output.text.strip().splitlines()[0]}")
        shown = "\n".join(lines(cell))
        found += [f"cell {number} shows a place on this machine: {place}" for place in private if place in shown]
    return found


def lines(cell: NotebookNode) -> list[str]:
    """Returns what a cell shows, line by line, whatever its form."""
    texts: list[str] = []
    for output in cell.get("outputs", []):
        shown = [output["text"]] if "text" in output else list(output.get("data", {}).values())
        texts += [text if isinstance(text, str) else repr(text) for text in shown]
    return "\n".join(texts).splitlines()


def changed_lines(old: list[str], new: list[str]) -> list[str]:
    """Returns the first lines that differ, as they were committed and as they are now."""
    pairs = [(before, now) for before, now in zip(old, new) if before != now]
    shown = [line for before, now in pairs[:LINES_SHOWN] for line in (f"- {before[:160]}", f"+ {now[:160]}")]
    if len(old) != len(new):
        shown.append(f"{len(old)} lines were committed, {len(new)} are shown now")
    return shown


def read(notebook: Path) -> NotebookNode:
    return nbformat.read(notebook, as_version=4)


if __name__ == "__main__":
    sys.exit(main())
