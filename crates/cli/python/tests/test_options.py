"""Keywords as arguments, and flags as keywords."""

from __future__ import annotations

import datetime
from pathlib import Path

import numpy
import pandas
import pytest

import draad
from draad._options import arguments, positions, request
from draad._spoken import in_python


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"min_sources": 2}, ["--min-sources=2"]),
        ({"unfolded": True, "rarer": False, "by": None}, ["--unfolded"]),
        ({"case": ["p01", "p03"]}, ["--case=p01,p03"]),
        ({"case": ("p01",)}, ["--case=p01"]),
        ({"case": {"p03", "p01"}}, ["--case=p01,p03"]),
        ({"case": (name for name in ("p01", "p03"))}, ["--case=p01,p03"]),
        ({"case": numpy.array(["p01", "p03"])}, ["--case=p01,p03"]),
        ({"case": pandas.Series(["p01", "p03"])}, ["--case=p01,p03"]),
        ({"limit": numpy.int64(3), "unfolded": numpy.True_}, ["--limit=3", "--unfolded"]),
        ({"overlap": 0.5, "top_share": 1.0}, ["--overlap=0.5", "--top-share=1"]),
        ({"where": ["child_age>=12", "framework=voluntary"]}, ["--where=child_age>=12", "--where=framework=voluntary"]),
        ({"where": {"framework": "voluntary", "child_age": 9}}, ["--where=framework=voluntary", "--where=child_age=9"]),
        ({"expect": {"trust": "present", "blame": "-"}}, ["--expect=trust=present,blame=-"]),
        ({"as_": "workbook", "from_": Path("a b.csv")}, ["--as=workbook", "--from=a b.csv"]),
        ({"date": datetime.date(2024, 1, 5)}, ["--date=2024-01-05"]),
        ({"quote": "--no flag\n“é”"}, ["--quote=--no flag\n“é”"]),
        ({"quote": ""}, ["--quote="]),
    ],
)
def test_keywords(given: dict[str, object], words: list[str]) -> None:
    assert arguments(given) == words  # type: ignore[arg-type]


@pytest.mark.parametrize("nothing", [[], (), set(), {}, numpy.array([])])
def test_an_empty_list_is_no_filter_by_accident(nothing: object) -> None:
    with pytest.raises(draad.UsageError, match="case="):
        arguments({"case": nothing})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "value",
    [
        ["p01", None],
        ["p01", float("nan")],
        pandas.Series(["p01", None], dtype="string"),
        [pandas.NaT],
        [["p01"]],
        {"framework": ["voluntary", "supervision"]},
        pandas.DataFrame({"case": ["p01"]}),
        numpy.array([["p01"]]),
    ],
)
def test_what_is_no_value_is_said_in_python(value: object) -> None:
    with pytest.raises(draad.UsageError, match="case="):
        arguments({"case": value})  # type: ignore[dict-item]


def test_a_flag_takes_no_place_for_its_value() -> None:
    assert request("table", {"case": True}, ["balance"]) == ["table", "balance", "--case"]
    assert request("search", {"case": "p01"}, ["-x"]) == ["search", "--case=p01", "--", "-x"]


def test_what_looks_like_a_flag_is_none() -> None:
    assert positions(["vertrouwen"]) == ["vertrouwen"]
    assert positions(["-x", 3]) == ["--", "-x", "3"]


@pytest.mark.parametrize(
    ("said", "spoken"),
    [
        ("Leave --order out.", "Leave order= out."),
        ("--min-sources and --as", "min_sources= and as_="),
        ("Go to `draad status`.", "Go to `study.status()`."),
        ("see `draad figure --help`", "see `study.figures()`"),
        ("start one with `draad new`", "start one with `draad.new()`"),
        ("`draad table balance --cell p02,valence=promoting`", "`study.table('balance', cell='p02,valence=promoting')`"),
        ("`draad code --import codings.csv --replace`", "`study.command('code', import_='codings.csv', replace=True)`"),
        ("a draad — a thread -- and `--`", "a draad — a thread -- and `--`"),
        ("--case <CASE> and '--tag <A=B>...'", "case= and 'tag='"),
        ("with --role parent,child or --expect a=present", "with role='parent,child' or expect='a=present'"),
        ("--limit shows more; give --replace: then", "limit= shows more; give replace=True: then"),
        ("`draad report --as manuscript`", "`study.report('manuscript')`"),
        ("it's `draad search 'open`", "it's `draad search 'open`"),
        ("Bekijk ze met: draad proposals --batch bellen", "Bekijk ze met: study.command('proposals', batch='bellen')"),
        ("Probeer nu: cd x && draad status", "Probeer nu: cd x && draad status"),
    ],
)
def test_what_the_command_says_is_said_in_python(said: str, spoken: str) -> None:
    assert in_python(said) == spoken
