"""Two tables as somebody who knows pandas writes them on the exported data set."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

#: What names a coding.
CODING = ["coder", "source", "coding"]
#: Pairs of passages that are held in memory at once, by sources.
SOURCES_AT_ONCE = 50


def hits(data_set: Path) -> pd.DataFrame:
    """One row per coding, case and code under which it counts: its own and all above it."""
    columns = [*CODING, "code", "start", "end", "valence_effective", "kind"]
    codings = pd.concat(pd.read_parquet(file, columns=columns) for file in sorted((data_set / "codings").rglob("*.parquet")))
    cases = pd.read_parquet(data_set / "coding_cases" / "part-0.parquet", columns=[*CODING, "case"])
    above = pd.read_parquet(data_set / "code_ancestors" / "part-0.parquet", columns=["code", "ancestor"])
    found = cases.merge(codings, on=CODING).merge(above, on="code").rename(columns={"ancestor": "factor"})
    # a coding of a whole source stands before the first character and covers none
    return found.assign(start=found["start"].fillna(-1).astype("int64"), end=found["end"].fillna(0).astype("int64"))


def with_passages(found: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Numbers the passages: a coding that no earlier one reaches begins a new one."""
    found = found.sort_values([*keys, "start", "end", *CODING], ignore_index=True)
    reach = found.groupby(keys, sort=False)["end"].cummax().groupby([found[key] for key in keys], sort=False).shift()
    return found.assign(passage=(~(found["start"] < reach)).cumsum())


def cases_by_factors(data_set: Path) -> pd.DataFrame:
    found = with_passages(hits(data_set), ["factor", "case", "source"])
    valence = found["valence_effective"]
    found = found.assign(promoting=valence == "promoting", hindering=valence == "hindering")
    passages = found.groupby(["factor", "case", "passage"], sort=False).agg(
        promoting=("promoting", "max"), hindering=("hindering", "max"), start=("start", "min"), end=("end", "max")
    )
    passages["chars_union"] = passages["end"] - passages["start"].clip(lower=0)
    by_cell = passages.groupby(["factor", "case"], sort=False)
    cells = by_cell[["promoting", "hindering", "chars_union"]].sum()
    cells["passages"] = by_cell.size()
    counted = found.groupby(["factor", "case"], sort=False)
    cells["codings"] = counted.size()
    cells["sources"] = counted["source"].nunique()
    cells["kinds"] = counted["kind"].nunique()
    return cells.reset_index()


def co_occurrence(data_set: Path) -> pd.DataFrame:
    found = hits(data_set)
    placed = found[found["start"] >= 0].drop_duplicates(["factor", *CODING])
    keys = ["factor", "source"]
    numbered = with_passages(placed, keys).groupby([*keys, "passage"], sort=False)
    passages = numbered.agg(start=("start", "min"), end=("end", "max")).reset_index()
    position = pd.read_parquet(data_set / "codes" / "part-0.parquet", columns=["code", "position"]).set_index("code")["position"]
    passages["position"] = passages["factor"].map(position)
    sources = passages["source"].unique()
    parts = [sources[begin : begin + SOURCES_AT_ONCE] for begin in range(0, len(sources), SOURCES_AT_ONCE)]
    met = pd.concat(meeting(passages[passages["source"].isin(part)]) for part in parts)
    met = met.groupby(["factor_a", "factor_b"], as_index=False)[["pairs_passages", "shared_chars"]].sum()
    # a code and one above it always go together
    above = pd.read_parquet(data_set / "code_ancestors" / "part-0.parquet", columns=["code", "ancestor"])
    related = pd.MultiIndex.from_frame(pd.concat([above, above.set_axis(["ancestor", "code"], axis=1)])[["code", "ancestor"]])
    return met[~pd.MultiIndex.from_frame(met[["factor_a", "factor_b"]]).isin(related)]


def meeting(passages: pd.DataFrame) -> pd.DataFrame:
    pairs = passages.merge(passages, on="source", suffixes=("_a", "_b"))
    is_met = (pairs["start_b"] < pairs["end_a"]) & (pairs["start_a"] < pairs["end_b"])
    pairs = pairs[is_met & (pairs["position_a"] < pairs["position_b"])]
    shared = pairs[["end_a", "end_b"]].min(axis=1) - pairs[["start_a", "start_b"]].max(axis=1)
    pairs = pairs.assign(shared_chars=shared, pairs_passages=1)
    return pairs.groupby(["factor_a", "factor_b"], as_index=False)[["pairs_passages", "shared_chars"]].sum()
