"""Where things are written: in the home of the reader, under the ending that a form needs, and nowhere by accident."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import draad


@pytest.fixture
def home(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and another folder to work in."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    return tmp_path / "home"


def test_a_study_can_be_made_in_the_home_of_the_reader(home: Path) -> None:
    with draad.demo("~/voorbeeld") as study:
        assert study.folder == home / "voorbeeld"
    with draad.new("~/nieuw", title="Nieuw") as study:
        assert study.folder == home / "nieuw"
    assert not list(Path.cwd().iterdir())


def test_the_file_of_a_table_is_the_one_that_was_written(study: draad.Study, tmp_path: Path) -> None:
    for name, options in [("a.csv", {}), ("b", {"format": "xlsx"}), ("c.txt", {"format": "csv"}), ("d", {"format": "arrow"})]:
        written = study.table("balance").save(tmp_path / name, **options)
        assert written.is_file(), name
        assert written.name.startswith(name), name
    assert (tmp_path / "b.xlsx").is_file() and not (tmp_path / "b").exists()


def test_hits_are_saved_as_the_table_that_they_are(study: draad.Study, tmp_path: Path) -> None:
    found = study.search("vertrouw*")
    with found.save(tmp_path / "hits.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["source"] for row in rows] == [row["source"] for row in found.to_dicts()]
    assert len(rows) > 20
    assert found.save(tmp_path / "hits.xlsx").read_bytes().startswith(b"PK")


def test_a_table_that_is_asked_to_be_a_file_says_how(study: draad.Study, tmp_path: Path) -> None:
    with pytest.raises(draad.UsageError, match=r"\.save\("):
        study.table("balance", out=tmp_path / "balance.arrows")


def test_an_error_has_all_that_was_said(study: draad.Study) -> None:
    with pytest.raises(draad.Error) as caught:
        study.table("nothing")
    assert caught.value.message in caught.value.said
