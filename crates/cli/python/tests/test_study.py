"""The study as a researcher asks it: every number is that of the command, and what goes wrong is said."""

from __future__ import annotations

import datetime
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import EXAMPLE, told

import draad

AsCsv = Callable[..., "list[dict[str, str]]"]


def assert_same(table: draad.Table, rows: list[dict[str, str]]) -> None:
    """The table holds what the command printed as CSV, cell by cell."""
    assert len(table) == len(rows)
    if rows:
        assert table.columns == list(rows[0])
    for ours, theirs in zip(table.to_dicts(), rows):
        for column, cell in theirs.items():
            value = ours[column]
            if isinstance(value, float) and cell:
                assert value == float(cell), column
            elif isinstance(value, str):
                assert value == cell, column
            else:
                if isinstance(value, datetime.datetime) and len(cell) == len("2024-01-31"):
                    value = value.date()  # a day in a column of times
                assert told(value).replace("+00:00", "Z").replace(" ", "T") == cell.replace(" ", "T"), column


@pytest.mark.parametrize(
    ("name", "options", "flags"),
    [
        ("cases-by-factors", {}, []),
        ("cases-by-factors", {"phase": "stabilisation"}, ["--phase", "stabilisation"]),
        ("cases-by-factors", {"case": ["p01", "p03"], "by": "role"}, ["--case", "p01,p03", "--by", "role"]),
        ("cases-by-factors", {"where": {"framework": "voluntary"}}, ["--where", "framework=voluntary"]),
        ("cases-by-factors", {"cell": ["p03", "vertrouwen"]}, ["--cell", "p03,vertrouwen"]),
        ("balance", {"valence": ["promoting", "hindering"]}, ["--valence", "promoting,hindering"]),
        ("triangulation", {"min_kinds": 3}, ["--min-kinds", "3"]),
        ("tensions", {"by": "role"}, ["--by", "role"]),
        ("contrast", {}, []),
        ("co-occurrence", {"unit": "sources"}, ["--unit", "sources"]),
        ("phases", {"unfolded": True}, ["--unfolded"]),
        ("sample", {}, []),
    ],
)
def test_tables(study: draad.Study, as_csv: AsCsv, name: str, options: dict[str, Any], flags: list[str]) -> None:
    assert_same(study.table(name, **options), as_csv("table", name, *flags))


def test_every_table_of_the_list_opens(study: draad.Study) -> None:
    names = [row["name"] for row in study.tables().to_dicts()]
    assert {"cases-by-factors", "tensions", "qca"} <= set(names)
    for name in names:
        table = study.table(name)
        assert table.columns and table.title and table.notes, name
        assert set(table.meanings) == set(table.columns)


@pytest.mark.parametrize("name", ["cases", "sources", "codebook", "units", "codings", "coding_cases", "passages", "participants"])
def test_what_the_study_holds(study: draad.Study, as_csv: AsCsv, name: str) -> None:
    table: draad.Table = getattr(study, name)
    assert_same(table, as_csv("data", name))
    assert len(table) > 0


def test_what_the_study_holds_passes_filters(study: draad.Study, as_csv: AsCsv) -> None:
    table = study.data("codings", role="parent", code="vertrouwen")
    assert_same(table, as_csv("data", "codings", "--role", "parent", "--code", "vertrouwen"))
    assert {row["role"] for row in table.to_dicts()} == {"parent"}


def test_numbers_of_a_table_are_those_of_the_codings(study: draad.Study) -> None:
    """Counted another way: distinct passages per case and code, from the tidy tables."""
    passages = study.passages.to_pandas()
    counted = passages.groupby(["case", "code"])["passage"].nunique()
    table = study.table("cases-by-factors", unfolded=True).to_pandas().set_index(["case", "factor"])["passages"]
    table = table[table > 0]
    assert len(table) > 100
    for key, n in table.items():
        assert counted[key] == n, key


def test_search_gives_all_hits(study: draad.Study, as_csv: AsCsv, tmp_path: Path) -> None:
    found = study.search("vertrouw*")
    assert len(found) > 20, "more than the terminal shows"
    assert_same(found, as_csv("search", "vertrouw*", "--limit", "100000"))
    assert len(study.search("vertrouw*", limit=5)) == 5
    assert len(study.search("NOT code:netwerk", per="case")) > 0
    assert len(study.search("xyzzy")) == 0
    path = found.save(tmp_path / "hits.csv")
    assert len(path.read_text("utf-8-sig").splitlines()) > 20


def test_a_saved_query_is_saved_once(folder: Path, tmp_path: Path) -> None:
    with draad.open(folder) as study:
        found = study.search("vertrouw* OR wantrouw*", save="breed", note="alles over vertrouwen")
        assert "<table" in found._repr_html_() and found.save(tmp_path / "f.csv").exists()
        filtered = study.search("moeder", query_="breed")
        assert 0 < len(filtered) < len(study.search("moeder"))


def test_quotes(study: draad.Study, as_csv: AsCsv) -> None:
    quotes = study.quotes("vertrouwen", valence="hindering")
    assert_same(quotes, as_csv("quotes", "vertrouwen", "--valence", "hindering"))
    assert len(quotes) > 0
    several = study.quotes(["vertrouwen", "openheid"]).to_dicts()
    assert several == study.quotes("vertrouwen", "openheid").to_dicts()
    assert {row["code"] for row in several} == {"vertrouwen", "openheid"}


def test_words_agreement_and_association(study: draad.Study, as_csv: AsCsv) -> None:
    assert_same(study.words(typical_of="role=child", limit=0), as_csv("words", "--typical-of", "role=child", "--limit", "0"))
    assert_same(study.agree(resamples=0), as_csv("agree", "--resamples", "0"))
    assert_same(study.agree(list=True), as_csv("agree", "--list"))
    outcome = "constructiveness=constructive"
    assert_same(study.associate(outcome=outcome), as_csv("associate", "--outcome", outcome))


def test_qca_part_by_part(study: draad.Study, as_csv: AsCsv) -> None:
    analysis = study.qca("constructiveness=constructive", ["herstel", "strijd", "vrijwillig"], shuffles=0)
    flags = ["--outcome", "constructiveness=constructive", "--condition", "herstel,strijd,vrijwillig", "--shuffles", "0"]
    some = ["truth-table", "solutions", "necessity", "evidence"]
    assert set(some) <= set(analysis.parts)
    for part in some:
        assert_same(analysis.part(part), as_csv("qca", *flags, "--part", part))
    assert analysis.truth_table.to_dicts() == analysis.part("truth-table").to_dicts()
    assert "solutions" in dir(analysis) and "without_case" in dir(analysis)
    with pytest.raises(AttributeError, match="truth-table"):
        analysis.solution  # noqa: B018


def test_a_part_of_a_table(study: draad.Study, as_csv: AsCsv) -> None:
    table = study.table("balance")
    for part in table.parts:
        assert_same(table.part(part), as_csv("table", "balance", "--part", part))


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "md", "arrow"])
def test_a_table_is_saved_by_the_command(folder: Path, ending: str, tmp_path: Path) -> None:
    with draad.open(folder) as study:
        path = study.table("balance").save(tmp_path / f"b.{ending}")
        assert path.stat().st_size > 0
        if ending == "csv":
            assert path.read_text("utf-8-sig").splitlines()[0].split(",") == study.table("balance").columns


def test_what_changed_meanwhile_is_not_saved_as_if_it_had_not(folder: Path, tmp_path: Path) -> None:
    with draad.open(folder) as study:
        table, figure = study.table("balance"), study.figure("balance")
        loosen(folder)
        for thing, path in ((table, tmp_path / "b.csv"), (figure, tmp_path / "b.svg")):
            with pytest.raises(draad.Error, match="changed"):
                thing.save(path)
            assert not path.exists()
        assert "<table" in table._repr_html_() and table.to_dicts() != study.table("balance").to_dicts()


def test_a_changed_file_is_read_again(folder: Path) -> None:
    with draad.open(folder) as study:
        before = len(study.codings)
        loosen(folder)
        assert len(study.codings) < before


def test_notes_speak_python_and_long_tables_say_how_long(study: draad.Study) -> None:
    balance = study.table("balance")
    assert "study.table('balance', cell=" in " ".join(balance.notes) and "study.table('balance', cell=" in balance._repr_html_()
    html = study.codings._repr_html_()
    assert f"van de {len(study.codings)} rijen" in html.partition("<details")[0]


def test_html_is_what_people_read(study: draad.Study) -> None:
    html = study.table("cases-by-factors", lang="en")._repr_html_()
    assert '<div class="draad' in html and "Based on 13 cases" in html
    for outside in ("http://", "https://", "<script", "@import", "url("):
        assert outside not in html.replace("http://www.w3.org", "")
    rows = study.units._repr_html_()
    assert rows.count("<tr") < 70 and "nog" in rows


def test_open_finds_the_study_above(study: draad.Study, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (study.id, study.title, study.lang) == ("gedeeld-opvoederschap", "Gedeeld opvoederschap", "nl")
    monkeypatch.chdir(folder / "sources")
    assert draad.open().folder == folder
    assert draad.open("../study.toml").folder == folder
    assert draad.open(lang="en").lang == "en"


@pytest.mark.parametrize("where", ["nowhere", "."])
def test_a_missing_study(tmp_path: Path, where: str) -> None:
    with pytest.raises(draad.StudyNotFound) as missing:
        draad.open(tmp_path / where)
    assert str(tmp_path) in missing.value.message and missing.value.next_step


def test_a_study_in_an_awkward_place(command: str, tmp_path: Path) -> None:
    folder = tmp_path / "één studie, en -nog- een ‘map’"
    shutil.copytree(EXAMPLE, folder)
    with draad.open(folder) as study:
        assert len(study.cases) == 13
        study.table("balance").save(folder / "b c.csv")


def test_a_study_with_errors_lists_them(folder: Path) -> None:
    spoil(folder)
    with pytest.raises(draad.StudyHasErrors) as errors:
        draad.open(folder)
    problems = errors.value.problems
    first = problems[0]
    assert (first.severity, first.file, first.line, first.problem) == ("error", "cases.csv", 3, "duplicate-id")
    assert first.help and len(problems) > 10
    message = str(errors.value)
    assert "cases.csv:3" in message and f"and {len(problems) - 10} more" in message and "despite_errors=True" in message


def test_a_study_with_errors_opens_all_the_same(folder: Path) -> None:
    spoil(folder)
    with draad.open(folder, despite_errors=True) as study:
        assert len(study.cases) == 12
        assert "duplicate-id" in {row["problem"] for row in study.check().to_dicts()}


def test_settings_that_cannot_be_read(folder: Path) -> None:
    settings = folder / "study.toml"
    settings.write_text(settings.read_text("utf-8").replace("format = 1", "format = [1"), "utf-8")
    with pytest.raises(draad.StudyHasErrors, match="study.toml") as error:
        draad.open(folder)
    assert "despite_errors" not in str(error.value), "nothing opens without settings"


def test_errors_that_come_later_are_not_passed_over(folder: Path) -> None:
    study, careless = draad.open(folder), draad.open(folder, despite_errors=True)
    table = study.table("balance")
    spoil(folder)
    for ask in (lambda: study.table("balance"), lambda: study.figure("balance"), lambda: study.codings):
        with pytest.raises(draad.StudyHasErrors, match=r"cases\.csv:3"):
            ask()
    assert len(study.check()) > 0 and study.command("status").text
    assert len(careless.table("balance")) == 12 and len(table) == 13


def test_a_study_that_went_away(folder: Path) -> None:
    with draad.open(folder) as study:
        folder.rename(folder.with_name("elders"))
        with pytest.raises(draad.StudyNotFound, match=r"draad\.open\(") as error:
            study.table("balance")
        assert "study=" not in str(error.value)


@pytest.mark.parametrize(
    ("ask", "kind", "says"),
    [
        (lambda study: study.table("nope"), draad.Error, "cases-by-factors"),
        (lambda study: study.figure("tension"), draad.Error, "`tensions`"),
        (lambda study: study.table("balance", role="x"), draad.Error, "family-home-parent"),
        (lambda study: study.table("balance", rol="parent"), draad.UsageError, "role="),
        (lambda study: study.table("balance", order="x"), draad.Error, "order="),
        (lambda study: study.table("balance", case=[]), draad.UsageError, "case="),
        (lambda study: study.report("manuscrip"), draad.Error, "`manuscript`"),
        (lambda study: study.table("balance", case=True), draad.UsageError, "case="),
        (lambda study: study.quotes([]), draad.UsageError, "codes"),
        (lambda study: study.search("code:zzz"), draad.Error, "zzz"),
        (lambda study: study.search("(open"), draad.Error, "haakje"),
        (lambda study: study.data("nope"), draad.Error, "codings"),
        (lambda study: study.words(near="vertrouwen", ngrams="2..3"), draad.UsageError, "ngrams="),
        (lambda study: study.command("nope"), draad.UsageError, "nope"),
        (lambda study: study.command("pipe"), draad.UsageError, ""),
        (lambda study: study.table("balance").save("b.docx"), draad.Error, ""),
        (lambda study: study.figure("balance").save("b.docx"), draad.UsageError, ".pdf"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_with_what_is(
    study: draad.Study, ask: Callable[[draad.Study], Any], kind: type[draad.Error], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(kind) as error:
        ask(study)
    assert says in str(error.value) and error.value.message
    assert "--" not in str(error.value) and list(tmp_path.iterdir()) == []
    assert len(study.cases) == 13, "the next question is answered"


def test_a_closed_study(folder: Path, tmp_path: Path) -> None:
    study = draad.open(folder)
    table, figure = study.table("balance"), study.figure("balance")
    study.close()
    study.close()
    for ask in (lambda: study.table("balance"), lambda: study.codings, lambda: table.save(tmp_path / "b.csv"), study.status):
        with pytest.raises(draad.StudyClosed, match="draad.open"):
            ask()
    assert len(table.to_dicts()) == 13 and "<table" in table._repr_html_() and figure.svg
    assert "closed" in repr(study) and study._repr_html_()


def test_new_and_demo(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    study = draad.new("eigen", title="Onze ‘studie’", lang="nl")
    assert (study.folder, study.title, len(study.cases)) == (tmp_path / "eigen", "Onze ‘studie’", 0)
    with pytest.raises(draad.Error):
        draad.new("eigen")


def test_commands_and_files(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with draad.open(folder) as study:
        assert study.status().startswith("Gedeeld opvoederschap")
        workbook = study.report("workbook", out="werkboek.xlsx")
        assert [path.name for path in workbook.files] == ["werkboek.xlsx"] and workbook.fine
        tables = study.export("tabellen")
        assert (tmp_path / "tabellen" / "codings.csv").is_file() and tables.said
        assert [path.name for path in tables.files] == ["tabellen", "tabellen-loss-report.txt"]
        monkeypatch.setenv("HOME", str(tmp_path / "thuis"))
        assert study.export("~/studie.qdpx").files[0] == tmp_path / "thuis" / "studie.qdpx"
        Path("notitie.txt").write_text("I: Hoe gaat het?\nM: Goed.\n", "utf-8")
        read = study.command("import", "notitie.txt", case="p01", kind="interview")
        assert repr(read) and "notitie" in {row["source"] for row in study.sources.to_dicts()}


def loosen(folder: Path) -> None:
    """Takes away the codings of one source, and makes sure that the file is seen to have changed."""
    path = folder / "codings" / "anna" / "p02-interview-moeder.csv"
    path = path if path.exists() else sorted((folder / "codings" / "anna").glob("p02*"))[0]
    time.sleep(0.02)
    path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    os.utime(path)


def spoil(folder: Path) -> None:
    """A name that stands twice, so that much of what names the other is lost."""
    cases = folder / "cases.csv"
    cases.write_text(cases.read_text("utf-8").replace("\np02,", "\np01,"), "utf-8")
