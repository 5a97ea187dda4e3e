"""What the command says, in the words of Python: `--min-sources` is `min_sources=`, `draad status` is `study.status()`."""

from __future__ import annotations

import re
import shlex

#: Commands that are methods of a study under their own name.
_METHODS = {
    "agree", "associate", "check", "data", "export", "figure", "qca", "quotes", "report", "run", "search", "status", "table", "words",
}  # fmt: skip
#: Commands that are something else in Python.
_OTHERS = {
    "figure --list": "study.figures()",
    "figure --help": "study.figures()",
    "table --list": "study.tables()",
    "table --help": "study.tables()",
}
#: Flags that have no value, as far as sentences speak of them.
_SWITCHES = {"list", "new-case", "no-stop-words", "plan", "replace", "stems", "unfolded"}
#: What a usage line says of the value of a flag, `--case <CASE>`; a value that is no word of the sentence, `--case p01,p03`.
_VALUE = r"(?: <[^<>]*>(?:\.\.\.)?| (?P<value>[\w-]+(?:[,=:][\w-]+)+))?"
_QUOTED = re.compile(r"`draad ([a-z][^`]*)`")
#: A command at the end of a line, as the next step: `Look at them with: draad proposals --batch bellen`.
_TYPED = re.compile(r"(?<=: )draad ([a-z][^`&\n]*)$", re.MULTILINE)
_FLAG = re.compile(r"(?<![\w-])--([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?![\w-])" + _VALUE)


def in_python(text: str) -> str:
    """Returns the sentence with commands and flags as one writes them in Python; everything else stays as it is."""
    text = _TYPED.sub(lambda found: _call(found[1]), text)
    text = _QUOTED.sub(lambda found: f"`{_call(found[1])}`", text)
    return _FLAG.sub(lambda flag: _option(flag[1], flag["value"]), text)


def keyword(flag: str) -> str:
    """Returns the keyword for a flag: `min-sources` is `min_sources`, `as` is `as_`."""
    name = flag.replace("-", "_")
    return f"{name}_" if name in ("as", "from", "import", "with") else name


def _option(flag: str, value: str | None) -> str:
    if flag in _SWITCHES:
        return f"{keyword(flag)}=True" + (f" {value}" if value else "")
    return f"{keyword(flag)}={value!r}" if value else f"{keyword(flag)}="


def _call(command: str) -> str:
    try:
        words = shlex.split(command)
    except ValueError:
        return f"draad {command}"
    other = _OTHERS.get(" ".join(words[:2]))
    if other is not None:
        return other
    if words[:2] == ["report", "--as"]:
        del words[1]
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
