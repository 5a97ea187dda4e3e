"""One process of `draad pipe`, which keeps studies loaded between questions.

A question is a line of JSON with the arguments; the answer is a line of JSON and as many bytes as that line says. There is one
process for all studies and threads; questions wait for each other. A thread reads the answers, so that whoever waits for one can be
interrupted at any time, on Windows too.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from typing import IO, Any, NamedTuple, NoReturn, Optional, cast

from . import _progress
from ._command import find_command
from ._errors import CommandNotFound, CommandStopped, Error, from_problem

#: The version of the protocol that this module speaks.
_PROTOCOL = 1
#: Seconds within which the command says what it is.
_GREETING = 30.0
#: Seconds between looks whether somebody interrupted.
_LOOK = 0.1
#: Seconds that the process gets to end by itself when Python ends.
_GOODBYE = 2.0


class Answer(NamedTuple):
    """What the command answered."""

    exit: int
    """0 fine, 1 the study has problems or something could not be done, 2 not understood."""
    data: bytes
    """What it printed."""
    said: str
    """What it said to people."""
    problem: Optional[Mapping[str, Any]]
    """What was wrong: `name`, `message`, `help`, `file`, `line`."""
    errors: int = 0
    """How many errors the study has, without whose lines the answer was made."""


class Pipe:
    """One process, started with the first question, and again when it ended."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._messages: queue.SimpleQueue[_Message] = queue.SimpleQueue()
        self._reader: threading.Thread | None = None
        self._command = ""
        self._complaints: IO[bytes] | None = None

    def ask(self, arguments: Sequence[str], folder: str) -> Answer:
        """Asks what is asked after `draad`; relative paths start in `folder`.

        Raises:
            CommandNotFound: when there is no command, or one of another version.
            CommandStopped: when it stopped before it answered; the next question starts a new process.
            KeyboardInterrupt: when interrupted; the process is ended, and the next question starts a new one.
        """
        question = json.dumps({"arguments": list(arguments), "folder": folder}).encode() + b"\n"
        with self._lock:
            line = _progress.Line()
            try:
                process = self._started()
                return self._answer(process, question, line)
            except BaseException:
                # whatever is left of the answer would be taken for the next one
                self._end(0)
                raise
            finally:
                line.clear()

    def close(self, patience: float = _GOODBYE) -> None:
        """Ends the process; it ends by itself when its input does, and is made to after `patience` seconds."""
        with self._lock:
            self._end(patience)

    def forget(self) -> None:
        """In a process that was forked from this one: leaves the process to its owner; the next question starts another."""
        self._lock = threading.Lock()
        process, self._process, self._reader, self._complaints = self._process, None, None, None
        if process is not None:
            process.returncode = 0  # it is not ours to wait for
            _abandoned.append(process)
            with contextlib.suppress(OSError):
                cast("IO[bytes]", process.stdin).close()

    def _started(self) -> subprocess.Popen[bytes]:
        command = find_command()
        if self._process is not None and (self._process.poll() is not None or command != self._command):
            self._end(0)
        if self._process is None:
            self._start(command)
        return cast("subprocess.Popen[bytes]", self._process)

    def _start(self, command: str) -> None:
        self._command = command
        self._complaints = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(
                [command, "pipe"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._complaints,
                # Ctrl-C goes to Python alone, which then decides
                start_new_session=os.name == "posix",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
                | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        except OSError as error:
            raise CommandNotFound(
                f"The command {command} cannot be started: {error.strerror or error}.",
                "Install the package draad again, or say in the environment variable DRAAD where the command is.",
            ) from error
        self._messages = queue.SimpleQueue()
        self._reader = threading.Thread(
            target=_read, args=(self._process.stdout, self._messages), name="draad", daemon=True
        )
        self._reader.start()
        self._greet(command)

    def _greet(self, command: str) -> None:
        greeting = self._next(_GREETING).content
        if greeting is None or "protocol" not in greeting:
            raise CommandNotFound(
                f"The command {command} is no draad that can be talked to.{self._complaint()}",
                "Install the package draad again, so that command and module are of one version, or correct DRAAD.",
            )
        if greeting["protocol"] != _PROTOCOL:
            raise CommandNotFound(
                f"The command {command} (draad {greeting.get('draad')}) speaks version {greeting['protocol']} of the language "
                f"between command and module; this module speaks version {_PROTOCOL}.",
                "Install the package draad again, so that command and module are of one version, or correct DRAAD.",
            )

    def _answer(self, process: subprocess.Popen[bytes], question: bytes, line: _progress.Line) -> Answer:
        stdin = cast("IO[bytes]", process.stdin)
        try:
            stdin.write(question)
            stdin.flush()
        except OSError:
            self._stopped(process)
        while True:
            message = self._next()
            if message.is_cut:
                self._stopped(process)
            content = message.content
            if content is None or not ("exit" in content or "progress" in content):
                raise CommandStopped(
                    f"The command answered something that is no answer: {message.line[:80]!r}.",
                    "Ask again. If it stays so, install the package draad again, so that command and module are of one version.",
                )
            if "progress" in content:
                line.show(content["progress"])
                continue
            said, problem = str(content.get("said") or ""), content.get("problem")
            errors = int(content.get("errors") or 0)
            return Answer(int(content.get("exit", 0)), message.data, said, problem, errors)

    def _next(self, patience: float | None = None) -> _Message:
        """Waits for the next message; a cut one where none comes within so many seconds."""
        deadline = None if patience is None else time.monotonic() + patience
        while deadline is None or time.monotonic() < deadline:
            try:
                return self._messages.get(timeout=_LOOK)
            except queue.Empty:
                continue
        return _Message(b"", None, b"", True)

    def _stopped(self, process: subprocess.Popen[bytes]) -> NoReturn:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_GOODBYE)
        raise CommandStopped(
            f"The command stopped before it answered (exit code {process.returncode}).{self._complaint()}",
            "Ask again; a new process is started. If it stops again, please report this with what you asked.",
        )

    def _complaint(self) -> str:
        """The last that the process said on stderr, which it only does when something is very wrong."""
        if self._complaints is None:
            return ""
        self._complaints.seek(0)
        lines = self._complaints.read().decode("utf-8", "replace").strip().splitlines()
        return "".join(f"\n  {line}" for line in ["It said:", *lines[-8:]]) if lines else ""

    def _end(self, patience: float) -> None:
        process, self._process = self._process, None
        if process is not None:
            with contextlib.suppress(OSError):
                cast("IO[bytes]", process.stdin).close()
            try:
                process.wait(patience or 0.05)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if self._reader is not None:
                self._reader.join(_GOODBYE)
            cast("IO[bytes]", process.stdout).close()
        if self._complaints is not None:
            self._complaints.close()
            self._complaints = None


def ask(arguments: Sequence[str], *, accept_problem: bool = False) -> Answer:
    """Asks the shared process; relative paths start in the folder in which Python is.

    Raises:
        Error: with what the command says is wrong, unless `accept_problem`.
    """
    answer = _shared.ask(arguments, _here())
    if answer.problem is not None and not accept_problem:
        raise from_problem(answer.problem, answer.exit, answer.said)
    return answer


def _here() -> str:
    try:
        return os.getcwd()
    except FileNotFoundError:
        raise Error(
            "The folder in which Python works is no longer there.", "Go to one that is: os.chdir(…), or start anew."
        ) from None


def close() -> None:
    """Ends the shared process; the next question starts another."""
    _shared.close()


class _Message(NamedTuple):
    """One line of the process, with the bytes that belong to it."""

    line: bytes
    content: Optional[dict[str, Any]]
    data: bytes
    is_cut: bool
    """Whether the process ended before it was whole."""


def _read(stdout: IO[bytes], messages: queue.SimpleQueue[_Message]) -> None:
    """Reads messages until the process ends."""
    is_cut = False
    while not is_cut:
        line = stdout.readline()
        content = _object(line)
        out = content.get("out") if content else None
        n_bytes = out if isinstance(out, int) and out > 0 else 0
        data = stdout.read(n_bytes)
        is_cut = not line.endswith(b"\n") or len(data) < n_bytes
        messages.put(_Message(line, content, data, is_cut))


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


#: Processes of the Python from which this one was forked; kept, because closing them would take what belongs to their reader.
_abandoned: list[subprocess.Popen[bytes]] = []
_shared = Pipe()
atexit.register(_shared.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_shared.forget)
