"""A qualitative comparative analysis, part by part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ._table import Table

if TYPE_CHECKING:
    from ._study import Study

#: With what the names of its parts begin among those of all tables.
_PREFIX = "qca-"


class Qca:
    """A qualitative comparative analysis: each part is a table, under its own name.

    >>> analysis = study.qca("constructiveness=constructive", ["vertrouwen", "verwijt:hindering", "framework=voluntary"])
    >>> analysis.truth_table.to_pandas()
    >>> analysis.solutions
    >>> analysis.parts

    Look at `contradictions` before you look at `solutions`, and at `evidence` before you believe one.

    Attributes:
        parts: the names of all parts.
    """

    def __init__(self, study: Study, request: Sequence[str]) -> None:
        self._study = study
        self._request = list(request)
        self._first = study._table_of(self._request)
        self.parts: list[str] = [part.removeprefix(_PREFIX) for part in self._first.parts]
        self._tables: dict[str, Table] = {}

    def part(self, name: str) -> Table:
        """Returns one part: `truth-table`, `solutions`, `necessity`, …; `parts` says which there are."""
        if name not in self._tables:
            self._tables[name] = self._study._table_of([*self._request, f"--part={name}"])
        return self._tables[name]

    @property
    def legend(self) -> Table:
        """The conditions: what each stands for, and how it was calibrated."""
        return self.part("legend")

    @property
    def calibration(self) -> Table:
        """Each case in each condition: what was measured, and the membership that follows from it."""
        return self.part("calibration")

    @property
    def necessity(self) -> Table:
        """What is there wherever the outcome is: conditions, and conditions joined by "or"."""
        return self.part("necessity")

    @property
    def truth_table(self) -> Table:
        """The combinations of conditions that occur, with their cases."""
        return self.part("truth-table")

    @property
    def contradictions(self) -> Table:
        """Combinations whose cases differ in the outcome."""
        return self.part("contradictions")

    @property
    def solutions(self) -> Table:
        """All models of the conservative, parsimonious and intermediate solution, with their fit."""
        return self.part("solutions")

    @property
    def memberships(self) -> Table:
        """Each case in each term and model."""
        return self.part("memberships")

    @property
    def evidence(self) -> Table:
        """The quotes behind each term."""
        return self.part("evidence")

    @property
    def robustness(self) -> Table:
        """How far cut-offs and anchors can be moved before the solution changes."""
        return self.part("robustness")

    def __getattr__(self, name: str) -> Table:
        parts = self.__dict__.get("parts", [])
        wanted = name.replace("_", "-")
        if not name.startswith("_") and wanted in parts:
            return self.part(wanted)
        raise AttributeError(f"A qualitative comparative analysis has no {name!r}; its parts are {', '.join(parts)}.")

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *(part.replace("-", "_") for part in self.parts)})

    def __repr__(self) -> str:
        return f"{self._first!r}\nparts: {', '.join(self.parts)}"

    def _repr_html_(self) -> str:
        return self._first._repr_html_()
