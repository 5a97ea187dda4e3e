"""Where the command is found, and what an old Python is told."""

from __future__ import annotations

import ast
import glob
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

import draad
from draad import _command

Pretend = Callable[[str], Path]
PACKAGE = Path(draad.__file__).parent


def test_draad_says_where_the_command_is(pretend: Pretend) -> None:
    assert draad.find_command() == str(pretend(""))


def test_draad_may_be_a_name_on_path(pretend: Pretend, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pretend("")
    monkeypatch.setenv("PATH", str(path.parent))
    monkeypatch.setenv("DRAAD", path.name)
    assert draad.find_command() == str(path)


def test_a_wrong_draad_is_not_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAAD", str(tmp_path / "nowhere"))
    with pytest.raises(draad.CommandNotFound, match="nowhere") as missing:
        draad.find_command()
    assert missing.value.next_step


def test_the_command_beside_python_comes_before_that_on_path(
    pretend: Pretend, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pretend("").rename(tmp_path / "draad")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.delenv("DRAAD")
    monkeypatch.setattr(_command, "_scripts", lambda: iter([elsewhere]))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert draad.find_command() == str(tmp_path / "draad")
    (elsewhere / "draad").write_text("#!/bin/sh\n")
    (elsewhere / "draad").chmod(0o755)
    assert draad.find_command() == str(elsewhere / "draad")
    monkeypatch.setattr(_command, "_scripts", lambda: iter([]))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(draad.CommandNotFound, match="PATH"):
        draad.find_command()


def test_scripts_of_this_python_are_looked_at_first() -> None:
    assert next(_command._scripts()) == Path(sysconfig.get_path("scripts"))


def test_python_m_draad_is_the_command(pretend: Pretend) -> None:
    pretend("print(sys.argv[1:]); sys.exit(3)")
    done = subprocess.run(
        [sys.executable, "-m", "draad", "table", "--by", "role"],
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "['table', '--by', 'role']\n"), done.stderr


def test_python_m_draad_without_a_command(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {**os.environ, "DRAAD": "/nowhere", "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run([sys.executable, "-m", "draad"], capture_output=True, text=True, env=environment)
    assert done.returncode == 1 and "/nowhere" in done.stderr and "Traceback" not in done.stderr


def test_an_old_python_understands_the_first_file() -> None:
    ast.parse((PACKAGE / "__init__.py").read_text("utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", ["3.6", "3.7", "3.8"])
def test_an_old_python_is_told_what_to_do(version: str) -> None:
    found = sorted(glob.glob(os.path.expanduser(f"~/.pyenv/versions/{version}.*/bin/python")))
    if not found:
        pytest.skip(f"no Python {version} here")
    environment = {"PYTHONPATH": str(PACKAGE.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([found[0], "-c", "import draad"], capture_output=True, env=environment)
    last = done.stderr.decode().strip().splitlines()[-1]
    assert last.startswith(f"ImportError: draad needs Python 3.9 or newer; this is Python {version}. Install")
