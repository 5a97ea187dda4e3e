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
        UsageError: when a list is empty, because that would filter nothing while it looks as if it left out everything.
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
        values = _values(name, option)
        if name.rstrip("_") in _REPEATED:
            words += [f"{flag}={value}" for value in values]
        else:
            words.append(f"{flag}={','.join(values)}")
    return words


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


def _values(name: str, option: object) -> list[str]:
    if isinstance(option, Mapping):
        values = [f"{key}={text(value)}" for key, value in option.items()]
    elif isinstance(option, (str, os.PathLike)) or not isinstance(option, Iterable):
        values = [text(option)]
    else:
        several = sorted(option, key=str) if isinstance(option, (set, frozenset)) else option
        values = [text(value) for value in several]
    if not values:
        raise UsageError(
            f"{name}= has nothing in it, and an empty list would filter nothing.",
            f"Leave {name}= out to take everything, or give it at least one value.",
        )
    return values


def _plain(value: object) -> object:
    """A number or flag of numpy as Python's own; anything else as it is."""
    is_scalar = type(value).__module__ == "numpy" and getattr(value, "ndim", None) == 0
    return value.item() if is_scalar else value  # type: ignore[attr-defined]
