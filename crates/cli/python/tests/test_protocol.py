"""The process behind the module, held against commands that misbehave."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import draad
from draad import _pipe
from draad._pipe import Pipe

Pretend = Callable[[str], Path]

ECHO = """
greet()
for request in requests():
    say(said=f"{os.getpid()}", data=json.dumps(request).encode())
"""


def test_arguments_and_folder_arrive_as_they_were_given(pretend: Pretend) -> None:
    pretend(ECHO)
    answer = _pipe.ask(["search", "‘één’ \n 🙂", "--out=a b"])
    import json

    assert json.loads(answer.data) == {"arguments": ["search", "‘één’ \n 🙂", "--out=a b"], "folder": os.getcwd()}


def test_one_process_answers_all_questions(pretend: Pretend) -> None:
    pretend(ECHO)
    assert len({_pipe.ask([str(number)]).said for number in range(20)}) == 1


def test_threads_get_their_own_answers(pretend: Pretend) -> None:
    pretend(ECHO)
    wrong: list[int] = []

    def ask(number: int) -> None:
        if f'"{number}"'.encode() not in _pipe.ask([str(number)]).data:
            wrong.append(number)

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_data_may_be_large_and_hold_anything(pretend: Pretend) -> None:
    pretend("""
        greet()
        for request in requests():
            say(data=bytes(range(256)) * 40_000 + b'\\n{"exit":0}\\n')
    """)
    for _ in range(2):
        data = _pipe.ask(["x"]).data
        assert len(data) == 256 * 40_000 + 12 and data[:256] == bytes(range(256))


@pytest.mark.parametrize(
    "line",
    ["no json", "[1, 2]", "\\xff\\xfe", "{}"],
    ids=["words", "a list", "bytes", "nothing"],
)
def test_a_garbled_answer_is_refused_and_the_next_question_starts_anew(pretend: Pretend, line: str) -> None:
    pretend(f"""
        greet()
        for request in requests():
            if request["arguments"] == ["good"]:
                say(said="good")
            else:
                sys.stdout.buffer.write(b"{line}\\n")
                sys.stdout.buffer.flush()
    """)
    with pytest.raises(draad.CommandStopped, match="no answer"):
        _pipe.ask(["bad"])
    assert _pipe.ask(["good"]).said == "good"


def test_death_in_the_middle_is_said_with_the_last_words(pretend: Pretend) -> None:
    pretend("""
        greet()
        for request in requests():
            sys.stdout.buffer.write(b'{"exit":0,"out":1000,"said":"","problem":null}\\nhalf')
            sys.stdout.buffer.flush()
            print("the disk is gone", file=sys.stderr)
            sys.exit(101)
    """)
    with pytest.raises(draad.CommandStopped) as stopped:
        _pipe.ask(["x"])
    assert "101" in str(stopped.value) and "the disk is gone" in str(stopped.value)
    assert stopped.value.next_step


def test_a_process_that_ended_between_questions_is_started_again(pretend: Pretend) -> None:
    pretend(ECHO)
    first = _pipe.ask(["x"]).said
    os.kill(int(first), signal.SIGKILL)
    while subprocess.run(["kill", "-0", first], capture_output=True).returncode == 0 and _pipe._shared._process.poll() is None:
        time.sleep(0.01)
    assert _pipe.ask(["x"]).said != first


@pytest.mark.parametrize(
    ("lines", "match"),
    [
        ("greet(protocol=2)\nlist(requests())", "version 2"),
        ("print('hello', flush=True)\nlist(requests())", "no draad"),
        ("print('unrecognized subcommand', file=sys.stderr)\nsys.exit(2)", "unrecognized subcommand"),
    ],
    ids=["a newer one", "another program", "an older one"],
)
def test_a_command_that_cannot_be_talked_to_is_named(pretend: Pretend, lines: str, match: str) -> None:
    path = pretend(lines)
    with pytest.raises(draad.CommandNotFound, match=match) as missing:
        _pipe.ask(["x"])
    assert str(path) in missing.value.message


def test_a_command_that_says_nothing_is_not_waited_for_for_ever(pretend: Pretend, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pipe, "_GREETING", 0.3)
    pretend("time.sleep(60)")
    with pytest.raises(draad.CommandNotFound):
        _pipe.ask(["x"])


def test_a_problem_is_an_exception_in_words_of_python(pretend: Pretend) -> None:
    pretend("""
        greet()
        for request in requests():
            say(exit=1, problem={"name": "order-unknown", "message": "The table `x` has no --min-sources.",
                "help": "See `draad table --list` or `draad table balance --by role --unfolded`.", "file": "a.csv", "line": 3})
    """)
    with pytest.raises(draad.Error) as error:
        _pipe.ask(["x"])
    assert error.value.message == "The table `x` has no min_sources=."
    assert error.value.next_step == "See `study.tables()` or `study.table('balance', by='role', unfolded=True)`."
    assert error.value.place == "a.csv:3" and error.value.name == "order-unknown"


def test_what_was_not_understood_is_a_usage_error(pretend: Pretend) -> None:
    pretend("""
        greet()
        for request in requests():
            say(exit=2, problem={"name": "usage", "message": "no", "help": None, "file": None, "line": None})
    """)
    with pytest.raises(draad.UsageError):
        _pipe.ask(["x"])


SLOW = """
greet()
for request in requests():
    if request["arguments"] == ["slow"]:
        for done in range(60):
            print(json.dumps({"progress": {"step": "Figuren", "done": done, "of": 60}}), flush=True)
            time.sleep(0.02)
    say(said=f"{os.getpid()}")
"""


class Terminal:
    """Something that looks like a terminal and keeps what is written."""

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        pass


def test_progress_comes_after_half_a_second_and_goes(pretend: Pretend, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(SLOW)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    _pipe.ask(["slow"])
    lines = terminal.written.split("\r")
    assert any(line.startswith("Figuren 3") for line in lines) and not any(line == "Figuren 5/60" for line in lines)
    assert terminal.written.endswith(" \r") and lines[-2].strip() == ""


@pytest.mark.parametrize("why", ["switched off", "nobody watches", "quick"])
def test_no_progress_where_none_is_wanted(pretend: Pretend, monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    pretend(SLOW)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    if why == "nobody watches":
        monkeypatch.setattr(terminal, "isatty", lambda: False)
    draad.progress(why != "switched off")
    try:
        _pipe.ask(["quick" if why == "quick" else "slow"])
    finally:
        draad.progress(True)
    assert terminal.written == ""


def test_an_interrupt_ends_the_process_and_the_next_question_starts_one(pretend: Pretend) -> None:
    pretend("""
        greet()
        for request in requests():
            if request["arguments"] == ["slow"]:
                time.sleep(60)
            say(said=f"{os.getpid()}")
    """)
    first = _pipe.ask(["x"]).said
    timer = threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT))
    timer.start()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        _pipe.ask(["slow"])
    assert time.monotonic() - began < 5
    assert _pipe.ask(["x"]).said != first
    with pytest.raises(ProcessLookupError):
        os.kill(int(first), 0)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_forked_python_has_a_process_of_its_own(pretend: Pretend) -> None:
    pretend(ECHO)
    first = _pipe.ask(["x"]).said
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, _pipe.ask(["x"]).said.encode())
        _pipe.close()
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 100).decode() not in ("", first)
    assert _pipe.ask(["x"]).said == first


def test_the_process_ends_with_python(pretend: Pretend) -> None:
    pretend(ECHO)
    package = str(Path(draad.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", "from draad import _pipe; print(_pipe.ask(['x']).said)"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": package},
    )
    with pytest.raises(ProcessLookupError):
        os.kill(int(done.stdout), 0)
    assert done.stderr == ""


def test_closing_twice_is_no_matter(pretend: Pretend) -> None:
    pretend(ECHO)
    pipe = Pipe()
    pipe.close()
    pipe.ask(["x"], ".")
    pipe.close()
    pipe.close()


def test_a_notebook_shows_the_lines_of_the_reader_alone(pretend: Pretend) -> None:
    pretend("""
        greet()
        for request in requests():
            say(exit=1, problem={"name": "x", "message": "Nee.", "help": "Doe dit."})
    """)
    cell = compile("import draad._pipe\ndraad._pipe.ask(['x'])", "<cell>", "exec")
    with pytest.raises(draad.Error) as error:
        exec(cell, {})
    shown = error.value._render_traceback_()
    assert shown[-1] == "Error: Nee.\n  Doe dit." and "line 2: " in shown[-2] and len(shown) <= 3
