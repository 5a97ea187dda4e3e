"""Streams of Arrow, as the command writes them, made with pyarrow."""

from __future__ import annotations

import datetime
import io
import json

import pyarrow
import pyarrow.ipc

DAY = datetime.date(1850, 1, 31)
TIME = datetime.datetime(2022, 5, 17, 9, 30, 0, 250)
MOMENT = datetime.datetime(2024, 1, 15, 10, 0, tzinfo=datetime.timezone.utc)

ROW = {"n": 2**60 + 1, "share": 0.1, "said": "‘één’ 🙂 <b>&", "flag": True, "day": DAY, "time": TIME, "moment": MOMENT}
TYPES = {
    "n": pyarrow.int64(),
    "share": pyarrow.float64(),
    "said": pyarrow.large_utf8(),
    "flag": pyarrow.bool_(),
    "day": pyarrow.date32(),
    "time": pyarrow.timestamp("us"),
    "moment": pyarrow.timestamp("us", "UTC"),
}
EMPTY = dict.fromkeys(ROW)


def stream(rows: list[dict[str, object]], *, batch: int | None = None, about: dict[str, object] | None = None) -> bytes:
    """The rows as a stream, in batches of `batch` rows."""
    fields = [
        pyarrow.field(name, kind, metadata={"meaning": f"what {name} means"}) for name, kind in TYPES.items()
    ]
    schema = pyarrow.schema(fields, metadata={"draad": json.dumps({"name": "x", "title": "Een tabel", **(about or {})})})
    table = pyarrow.Table.from_pylist(rows, schema=schema)
    sink = io.BytesIO()
    with pyarrow.ipc.new_stream(sink, schema) as writer:
        for part in table.to_batches(max_chunksize=batch):
            writer.write_batch(part)
    return sink.getvalue()
