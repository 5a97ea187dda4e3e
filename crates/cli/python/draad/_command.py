"""Where the command `draad` is, and which version this module came with."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from ._errors import CommandNotFound

_NAME = "draad.exe" if os.name == "nt" else "draad"


def _version() -> str:
    try:
        return importlib.metadata.version("draad")
    except importlib.metadata.PackageNotFoundError:
        return "0+source"


__version__: str = _version()
"""The version of this package; ``0+source`` when it is used from its source folder, without being installed."""


def find_command() -> str:
    """Returns the path of the command `draad` that this module uses.

    The first of these that is there: what the environment variable ``DRAAD`` says, the command that was installed together
    with this module, and the first ``draad`` on ``PATH``.

    Raises:
        CommandNotFound: when there is none, or ``DRAAD`` says a path at which there is nothing to run.
    """
    wished = os.environ.get("DRAAD")
    if wished:
        path = shutil.which(os.path.expanduser(wished))
        if path is None:
            raise CommandNotFound(
                f"The environment variable DRAAD says {wished!r}, but there is no command there.",
                "Correct DRAAD, or remove it to use the command that came with the package.",
            )
        return os.path.abspath(path)
    for folder in _scripts():
        installed = folder / _NAME
        if installed.is_file() and os.access(installed, os.X_OK):
            return str(installed)
    on_path = shutil.which("draad")
    if on_path is None:
        raise CommandNotFound(
            "The command `draad` is not there: not beside this Python, and not on PATH.",
            "Install the package draad again, or say in the environment variable DRAAD where the command is.",
        )
    return os.path.abspath(on_path)


def run(arguments: list[str]) -> int:
    """Runs the command in the terminal, in place of this process where the system can do that; returns its exit code."""
    command = [find_command(), *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)
    return subprocess.call(command)


def _scripts() -> Iterator[Path]:
    """The folders in which pip puts the command that is in the wheel, most likely first."""
    yield Path(sysconfig.get_path("scripts"))
    scheme = {"posix": "posix_user", "nt": "nt_user"}.get(os.name)
    if scheme in sysconfig.get_scheme_names():
        yield Path(sysconfig.get_path("scripts", scheme=scheme))
    # pip install --target, and pip install --prefix
    here = Path(__file__).resolve()
    yield here.parents[1] / "bin"
    if len(here.parents) > 4:
        yield here.parents[4] / ("Scripts" if os.name == "nt" else "bin")
