"""The command that is tested, the example study, and commands that only pretend to be `draad`."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import draad
from draad import _pipe

ROOT = Path(__file__).resolve().parents[4]
EXAMPLE = ROOT / "examples" / "gedeeld-opvoederschap"

#: What a command that pretends does before and around the lines of a test.
PRETENDER = """\
#!{python}
import json, os, sys, time

def greet(protocol=1):
    print(json.dumps({{"draad": "0.0.0", "protocol": protocol}}), flush=True)

def say(said="", exit=0, data=b"", problem=None, **more):
    line = {{"exit": exit, "out": len(data), "said": said, "problem": problem, **more}}
    sys.stdout.buffer.write(json.dumps(line).encode() + b"\\n" + data)
    sys.stdout.buffer.flush()

def requests():
    for line in sys.stdin.buffer:
        yield json.loads(line)

{lines}
"""


@pytest.fixture(autouse=True)
def a_pipe_of_its_own() -> Iterator[None]:
    """No test sees the process of another."""
    yield
    _pipe.close()


@pytest.fixture
def pretend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Puts a command in the place of `draad` that does what these lines of Python say."""
    if os.name == "nt":
        pytest.skip("a script is no command on Windows")

    def pretend(lines: str) -> Path:
        path = tmp_path / f"draad-{len(list(tmp_path.glob('draad-*')))}"
        path.write_text(PRETENDER.format(python=sys.executable, lines=textwrap.dedent(lines)), encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("DRAAD", str(path))
        return path

    return pretend


@pytest.fixture
def command() -> str:
    """The real command: that of `DRAAD`, of the installed package, or of PATH."""
    try:
        return draad.find_command()
    except draad.CommandNotFound:
        pytest.skip("no command: set DRAAD to the freshly built one")


@pytest.fixture
def folder(command: str, tmp_path: Path) -> Path:
    """A copy of the example study."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "studie"))


@pytest.fixture
def study(command: str) -> Iterator[draad.Study]:
    """The example study itself, to read."""
    with draad.open(EXAMPLE) as study:
        yield study


@pytest.fixture
def as_csv(command: str) -> Callable[..., list[dict[str, str]]]:
    """Rows as the command prints them as CSV, in a process of its own."""

    def rows(*arguments: str) -> list[dict[str, str]]:
        done = subprocess.run(
            [command, "--study", str(EXAMPLE), *arguments, "--format", "csv"], capture_output=True, check=True
        )
        return list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"))))

    return rows


@pytest.fixture
def a_table(pretend: Callable[[str], Path], tmp_path: Path) -> Callable[[bytes], draad.Table]:
    """A table that consists of this stream, of a command that gives it to whoever asks."""

    def table(stream: bytes) -> draad.Table:
        (tmp_path / "study.toml").write_text('id = "s"\n')
        (tmp_path / "stream").write_bytes(stream)
        pretend(f"""
            greet()
            for request in requests():
                if "--format=html" in request["arguments"]:
                    say(exit=1, problem={{"name": "no", "message": "no"}})
                else:
                    say(data=open({str(tmp_path / "stream")!r}, "rb").read())
        """)
        return draad.open(tmp_path, despite_errors=True).table("x")

    return table


def told(value: object) -> str:
    """A value of Python as the command writes it as CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


__all__ = ["EXAMPLE", "ROOT", "json", "told"]
