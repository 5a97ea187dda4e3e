"""What the command says, in the words of Python: `--min-sources` is `min_sources=`, `draad status` is `study.status()`."""

from __future__ import annotations

import re
import shlex

#: Commands that are methods of a study under their own name.
_METHODS = {
    "agree", "associate", "check", "export", "figure", "qca", "quotes", "report", "run", "search", "status", "table", "words",
}  # fmt: skip
#: Commands that are something else in Python.
_OTHERS = {
    "figure --list": "study.figures()",
    "figure --help": "study.figures()",
    "table --list": "study.tables()",
    "table --help": "study.tables()",
}
_QUOTED = re.compile(r"`draad ([a-z][^`]*)`")
_FLAG = re.compile(r"(?<![\w-])--([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?![\w-])")


def in_python(text: str) -> str:
    """Returns the sentence with commands and flags as one writes them in Python; everything else stays as it is."""
    return _FLAG.sub(lambda flag: f"{keyword(flag[1])}=", _QUOTED.sub(lambda found: f"`{_call(found[1])}`", text))


def keyword(flag: str) -> str:
    """Returns the keyword for a flag: `min-sources` is `min_sources`, `as` is `as_`."""
    name = flag.replace("-", "_")
    return f"{name}_" if name in ("as", "from", "import", "with") else name


def _call(command: str) -> str:
    try:
        words = shlex.split(command)
    except ValueError:
        return f"draad {command}"
    other = _OTHERS.get(" ".join(words[:2]))
    if other is not None:
        return other
    verb, given = words[0], _given(words[1:])
    if verb in ("new", "demo"):
        return f"draad.{verb}({', '.join(given)})"
    if verb in _METHODS:
        return f"study.{verb}({', '.join(given)})"
    return f"study.command({', '.join([repr(verb), *given])})"


def _given(words: list[str]) -> list[str]:
    """Positions first, then keywords; a flag without a value is True."""
    positions, keywords = [], []
    at = 0
    while at < len(words):
        word = words[at]
        at += 1
        if not word.startswith("--"):
            positions.append(repr(word))
            continue
        name, equals, value = word[2:].partition("=")
        if not equals and at < len(words) and not words[at].startswith("--"):
            value, equals = words[at], "="
            at += 1
        keywords.append(f"{keyword(name)}={value!r}" if equals else f"{keyword(name)}=True")
    return positions + keywords
