"""A stream of Arrow as the command writes it: columns, and what the command says of them."""

from __future__ import annotations

import itertools
import json
from typing import Any

import nanoarrow
from nanoarrow.ipc import InputStream

from ._errors import UsageError

#: The key under which the command puts what a table is, and what a column means.
_TABLE, _COLUMN = b"draad", b"meaning"


class Data:
    """The columns of a table in memory.

    The bytes of the command are copied once, into buffers of Arrow; whoever takes the table by the PyCapsule interface reads
    those same buffers.
    """

    def __init__(self, stream: bytes) -> None:
        if not stream:
            raise UsageError("The table went into a file instead of here.", "Leave out= out, and .save(…) the table.")
        self.stream = stream
        self.array: Any = nanoarrow.Array(InputStream.from_readable(stream))
        schema = self.array.schema
        self.about: dict[str, Any] = json.loads(_metadata(schema).get(_TABLE) or b"{}")
        self.columns: list[str] = [field.name for field in schema.fields]
        self.types: list[str] = [field.type.name for field in schema.fields]
        self.meanings: dict[str, str] = {
            field.name: _metadata(field).get(_COLUMN, b"").decode() for field in schema.fields
        }

    def __reduce__(self) -> tuple[type[Data], tuple[bytes]]:
        """Copies, and other processes, read the stream again."""
        return Data, (self.stream,)

    def __len__(self) -> int:
        return len(self.array)

    def rows(self, limit: int | None = None) -> list[dict[str, Any]]:
        """The rows, or the first `limit`, as dicts of Python's own values."""
        return list(itertools.islice(self.array.iter_py(), limit))


def _metadata(schema: Any) -> dict[bytes, bytes]:
    return dict(schema.metadata.items()) if schema.metadata else {}
