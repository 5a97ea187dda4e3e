"""Keywords of Python as arguments of the command."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Union

from ._errors import UsageError

Value = Union[str, int, float, "os.PathLike[str]", datetime.date]
"""One value of an option. Numbers and texts of numpy and pandas will do too."""
Option = Union[None, bool, Value, Iterable[Value], Mapping[str, Value]]
"""The value of an option: one, several, or pairs; True for a flag, None and False for nothing."""

#: Options of which each value has an option of its own; with others, several values are joined with commas.
_REPEATED = {"where", "column", "positions", "passages"}


def arguments(options: Mapping[str, Option]) -> list[str]:
    """Returns the keywords as arguments: ``min_sources=2`` as ``--min-sources=2``.

    - True is the flag alone; None and False are left out.
    - A list, set, array or column is several values: ``case=["p01", "p03"]``.
    - A dict is pairs: ``where={"framework": "voluntary"}`` is ``--where=framework=voluntary``.
    - A name that Python keeps for itself gets an underscore: ``from_="decided.csv"``, ``as_="workbook"``.

    Raises:
        UsageError: when a list is empty, because that would filter nothing while it looks as if it left out everything; when
            a value is missing (None, NaN), or is a list or a data frame itself.
    """
    words: list[str] = []
    for name, given in options.items():
        flag = "--" + name.rstrip("_").replace("_", "-")
        option = _plain(given)
        if option is None or option is False:
            continue
        if option is True:
            words.append(flag)
            continue
        given_values = values(f"{name}=", option)
        if name.rstrip("_") in _REPEATED:
            words += [f"{flag}={value}" for value in given_values]
        else:
            words.append(f"{flag}={','.join(given_values)}")
    return words


def request(verb: str, options: Mapping[str, Option], places: Iterable[object] = ()) -> list[str]:
    """Returns a command with its arguments. What has no flag comes first, where no flag can take it for its value."""
    words = positions(places)
    given = arguments(options)
    return [verb, *given, *words] if words[:1] == ["--"] else [verb, *words, *given]


def positions(values: Iterable[object]) -> list[str]:
    """Returns arguments without a flag; after ``--`` where one could be taken for a flag."""
    words = [text(value) for value in values]
    return ["--", *words] if any(word.startswith("-") for word in words) else words


def extended(request: Sequence[str], more: Iterable[str]) -> list[str]:
    """Returns the request with more options, which stand before what has no flag."""
    end = request.index("--") if "--" in request else len(request)
    return [*request[:end], *more, *request[end:]]


def text(value: object) -> str:
    """Returns one value as the command reads it."""
    value = _plain(value)
    if isinstance(value, os.PathLike):
        return str(os.fspath(value))
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def values(name: str, option: object) -> list[str]:
    """Returns the values of what is called `name`: one, several, or pairs.

    Raises:
        UsageError: as :func:`arguments`.
    """
    if hasattr(option, "columns") or getattr(option, "ndim", 1) > 1:
        raise UsageError(f"{name} is a whole table, and takes one column.", "Name the column: frame['case'].")
    if isinstance(option, Mapping):
        found = [f"{key}={_one(name, value)}" for key, value in option.items()]
    elif isinstance(option, (str, os.PathLike)) or not isinstance(option, Iterable):
        found = [_one(name, option)]
    else:
        several = sorted(option, key=str) if isinstance(option, (set, frozenset)) else option
        found = [_one(name, value) for value in several]
    if not found:
        raise UsageError(
            f"{name} has nothing in it, and an empty list would filter nothing.",
            f"Leave {name} out to take everything, or give it at least one value.",
        )
    return found


def _one(name: str, value: object) -> str:
    value = _plain(value)
    if _is_missing(value):
        raise UsageError(f"A value of {name} is missing ({value}).", "Leave it out; a column of pandas does that with .dropna().")
    if isinstance(value, Iterable) and not isinstance(value, (str, os.PathLike)):
        raise UsageError(
            f"{name} has several values where one belongs: {value!r}.",
            "Give one. To take any of several, choose the cases: case=frame.loc[frame['framework'].isin([…]), 'case'].",
        )
    return text(value)


def _is_missing(value: object) -> bool:
    """None, NaN, and what pandas has for them."""
    is_nan = isinstance(value, float) and value != value
    return value is None or is_nan or type(value).__name__ in ("NAType", "NaTType")


def _plain(value: object) -> object:
    """A number or flag of numpy as Python's own; anything else as it is."""
    is_scalar = type(value).__module__ == "numpy" and getattr(value, "ndim", None) == 0
    return value.item() if is_scalar else value  # type: ignore[attr-defined]
