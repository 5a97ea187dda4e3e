"""Rode Draad from Python: comparative case studies as data frames and figures.

>>> import draad
>>> study = draad.open("gedeeld-opvoederschap")
>>> study.table("cases-by-factors", phase="stabilisation").to_pandas()
>>> study.figure("tensions", lang="en")

Every number comes from the command `draad`, which this module keeps open while Python runs: what a notebook shows is what
``draad table`` prints. Tables are handed over as Arrow, so that polars, pyarrow and duckdb read them without a copy.
Nothing here uses the network.
"""

import sys

if sys.version_info < (3, 9):
    raise ImportError(
        "draad needs Python 3.9 or newer; this is Python %d.%d. Install a newer Python from https://www.python.org/downloads/ "
        "and then draad in that one." % sys.version_info[:2]
    )

from ._command import __version__, find_command
from ._errors import (
    CommandNotFound,
    CommandStopped,
    Error,
    PackageMissing,
    Problem,
    StudyClosed,
    StudyHasErrors,
    StudyNotFound,
    UsageError,
)
from ._figure import Figure
from ._progress import progress
from ._qca import Qca
from ._result import Result
from ._study import Study, demo, new, open
from ._table import Table

__all__ = [
    "CommandNotFound",
    "CommandStopped",
    "Error",
    "Figure",
    "PackageMissing",
    "Problem",
    "Qca",
    "Result",
    "Study",
    "StudyClosed",
    "StudyHasErrors",
    "StudyNotFound",
    "Table",
    "UsageError",
    "__version__",
    "demo",
    "find_command",
    "new",
    "open",
    "progress",
]
