"""A table as a data frame of pandas, with or without pyarrow.

Types, whether or not cells are empty: whole numbers `Int64`, numbers `float64`, flags `boolean`, text the string type of pandas
(`str` from pandas 3 on, `string` before), days `datetime64[s]`, times `datetime64[us]`, moments `datetime64[us, UTC]`.

Numbers, flags and times are copied, because pandas writes into its columns and Arrow's are not to be written to: 8 bytes a value.
Text is not copied where pyarrow is there; without it, it becomes Python's own strings.
"""

from __future__ import annotations

from typing import Any

from ._arrow import Data
from ._errors import PackageMissing


def data_frame(data: Data) -> Any:
    """Returns the table as a `pandas.DataFrame`.

    Raises:
        PackageMissing: without pandas 2 or newer.
    """
    try:
        import pandas
    except ImportError:
        raise PackageMissing("pandas", "to_pandas()") from None
    if int(pandas.__version__.partition(".")[0]) < 2:
        raise PackageMissing("pandas>=2", f"to_pandas() (pandas is {pandas.__version__} here)")
    columns = {name: _column(data, position) for position, name in enumerate(data.columns)}
    return pandas.DataFrame(columns, index=pandas.RangeIndex(len(data)), copy=False)


def _column(data: Data, position: int) -> Any:
    import pandas

    kind = data.types[position]
    if kind in ("LARGE_STRING", "STRING"):
        return _text(data, position)
    values, missing = _buffers(data, position)
    if kind == "INT64":
        return pandas.arrays.IntegerArray(values, missing)
    if kind == "BOOL":
        return pandas.arrays.BooleanArray(values, missing)
    if kind == "DOUBLE":
        values[missing] = float("nan")
        return values
    if kind == "DATE32":
        values = values.astype("datetime64[D]").astype("datetime64[s]")
    else:
        values = values.view("datetime64[us]")
    values[missing] = "NaT"
    zone = data.array.schema.field(position).timezone
    times = pandas.DatetimeIndex(values)
    return (times.tz_localize(zone) if zone else times).array


def _text(data: Data, position: int) -> Any:
    import pandas

    is_old = int(pandas.__version__.partition(".")[0]) < 3
    try:
        import pyarrow
    except ImportError:
        values = [value for chunk in data.array.child(position).iter_chunks() for value in chunk.to_pylist()]
        return pandas.array(values, dtype=pandas.StringDtype("python") if is_old else "str")
    column = pyarrow.table(data.array).column(position)
    dtype = pandas.StringDtype("pyarrow") if is_old else pandas.array([], dtype="str").dtype
    return dtype.__from_arrow__(column)


def _buffers(data: Data, position: int) -> tuple[Any, Any]:
    """The values of a column as an array of numpy that may be written to, and where they are missing."""
    import nanoarrow
    import numpy

    types = {"INT64": "int64", "DOUBLE": "float64", "DATE32": "int32", "TIMESTAMP": "int64", "BOOL": "bool"}
    dtype = numpy.dtype(types[data.types[position]])
    values, missing = [numpy.empty(0, dtype)], [numpy.empty(0, "bool")]
    for chunk in data.array.iter_chunks():
        part = nanoarrow.c_array(chunk).child(position).view()
        validity, content = (part.buffer(0), part.buffer(1))
        begin, end = part.offset, part.offset + part.length
        values.append(_bits(content, begin, end) if dtype == "bool" else numpy.frombuffer(content, dtype)[begin:end])
        missing.append(~_bits(validity, begin, end) if part.null_count else numpy.zeros(part.length, "bool"))
    return numpy.concatenate(values), numpy.concatenate(missing)


def _bits(buffer: Any, begin: int, end: int) -> Any:
    import numpy

    return numpy.unpackbits(numpy.frombuffer(buffer, "uint8"), bitorder="little")[begin:end].astype("bool")
