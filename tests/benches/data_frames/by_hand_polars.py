"""Two tables as somebody who knows polars writes them on the exported data set."""

from __future__ import annotations

from pathlib import Path

import polars as pl

#: What names a coding.
CODING = ["coder", "source", "coding"]


def hits(data_set: Path) -> pl.LazyFrame:
    """One row per coding, case and code under which it counts: its own and all above it."""
    codings = pl.scan_parquet(data_set / "codings" / "**" / "*.parquet", hive_partitioning=False)
    codings = codings.select(*CODING, "code", "start", "end", "valence_effective", "kind")
    cases = pl.scan_parquet(data_set / "coding_cases" / "*.parquet").select(*CODING, "case")
    above = pl.scan_parquet(data_set / "code_ancestors" / "*.parquet").select("code", factor="ancestor")
    found = cases.join(codings, on=CODING).join(above, on="code")
    # a coding of a whole source stands before the first character and covers none
    return found.with_columns(pl.col("start").fill_null(-1), pl.col("end").fill_null(0))


def with_passages(found: pl.LazyFrame, keys: list[str]) -> pl.LazyFrame:
    """Numbers the passages: a coding that no earlier one reaches begins a new one."""
    found = found.sort([*keys, "start", "end", *CODING])
    reach = pl.col("end").cum_max().shift().over(keys)
    opens = ~(pl.col("start") < reach).fill_null(False)
    return found.with_columns(passage=opens.cast(pl.Int64).cum_sum())


def cases_by_factors(data_set: Path) -> pl.DataFrame:
    found = with_passages(hits(data_set), ["factor", "case", "source"])
    is_side = {side: (pl.col("valence_effective") == side).fill_null(False) for side in ("promoting", "hindering")}
    cell = ["factor", "case"]
    passages = found.group_by([*cell, "passage"]).agg(
        *[is_side[side].any().alias(side) for side in is_side], start=pl.col("start").min(), end=pl.col("end").max()
    )
    by_passage = passages.group_by(cell).agg(
        pl.col("promoting").sum(),
        pl.col("hindering").sum(),
        passages=pl.len(),
        chars_union=(pl.col("end") - pl.col("start").clip(lower_bound=0)).sum(),
    )
    by_coding = found.group_by(cell).agg(
        codings=pl.len(), sources=pl.col("source").n_unique(), kinds=pl.col("kind").drop_nulls().n_unique()
    )
    return by_passage.join(by_coding, on=cell).collect()


def co_occurrence(data_set: Path) -> pl.DataFrame:
    keys = ["factor", "source"]
    placed = hits(data_set).filter(pl.col("start") >= 0).unique(["factor", *CODING])
    numbered = with_passages(placed, keys).group_by([*keys, "passage"])
    passages = numbered.agg(start=pl.col("start").min(), end=pl.col("end").max())
    position = pl.scan_parquet(data_set / "codes" / "*.parquet").select("position", factor="code")
    passages = passages.join(position, on="factor").select("factor", "source", "start", "end", "position").collect().lazy()
    pairs = passages.join(passages, on="source", suffix="_b").filter(
        pl.col("start_b") < pl.col("end"),
        pl.col("start") < pl.col("end_b"),
        pl.col("position") < pl.col("position_b"),
    )
    shared = pl.min_horizontal("end", "end_b") - pl.max_horizontal("start", "start_b")
    counted = pairs.group_by(factor_a="factor", factor_b="factor_b").agg(pairs_passages=pl.len(), shared_chars=shared.sum())
    # a code and one above it always go together
    above = pl.scan_parquet(data_set / "code_ancestors" / "*.parquet").select("code", "ancestor")
    for names in (["code", "ancestor"], ["ancestor", "code"]):
        counted = counted.join(above, left_on=["factor_a", "factor_b"], right_on=names, how="anti")
    return counted.collect(engine="streaming")
