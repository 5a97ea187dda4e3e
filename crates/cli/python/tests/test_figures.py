"""Figures: what the command draws, in a notebook and in a file."""

from __future__ import annotations

import csv
import io
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from conftest import EXAMPLE

import draad

SVG = "{http://www.w3.org/2000/svg}"


def test_a_figure_is_what_the_command_draws(study: draad.Study, command: str, tmp_path: Path) -> None:
    figure = study.figure("tensions", lang="en", page=140)
    flags = ["--lang", "en", "--page", "140", "--format", "svg", "--out", str(tmp_path)]
    subprocess.run([command, "--study", str(EXAMPLE), "figure", "tensions", *flags], check=True, capture_output=True)
    pages = [path.read_text("utf-8") for path in sorted(tmp_path.glob("*.svg"))]
    assert figure.pages == pages and len(pages) > 1
    assert figure.data == {path.stem: path.read_bytes().decode("utf-8-sig") for path in tmp_path.glob("*.csv")}
    assert figure.caption == (tmp_path / "tensions.txt").read_text("utf-8-sig").strip()
    with pytest.raises(draad.Error, match="pages"):
        _ = figure.svg


def test_every_figure_of_the_list_is_drawn(study: draad.Study) -> None:
    needs = {"portrait": {"source": "p01-interview-moeder"}, "codeline": {"case": "p03"}, "timeline": {"case": "p03"}}
    for row in study.figures().to_dicts():
        figure = study.figure(row["name"], **needs.get(row["name"], {}))
        for page in figure.pages:
            assert ET.fromstring(page).tag == f"{SVG}svg", row["name"]
        assert figure.caption and figure.data
        for text in figure.data.values():
            assert len({len(line) for line in csv.reader(io.StringIO(text))}) == 1


def test_a_notebook_shows_a_figure_larger_than_print_and_no_wider_than_its_column(study: draad.Study) -> None:
    figure = study.figure("balance", page=140)
    printed, shown = (ET.fromstring(svg) for svg in (figure.svg, figure._repr_mimebundle_()["image/svg+xml"]))
    assert printed.get("width") == "140mm" and shown.get("viewBox") == printed.get("viewBox")
    width, height = (float(shown.get(side, "").removesuffix("mm")) for side in ("width", "height"))
    _, _, across, down = map(float, shown.get("viewBox", "").split())
    assert 180 < width < 200 and width / height == pytest.approx(across / down, rel=0.01)
    assert "max-width:100%" in shown.get("style", "")


def test_a_notebook_shows_one_page_as_svg_and_several_as_pictures(study: draad.Study) -> None:
    one = study.figure("balance")._repr_mimebundle_()
    drawn = ET.fromstring(one["image/svg+xml"])
    assert drawn.find(f"{SVG}style") is not None and "text/html" not in one
    several = study.figure("tensions")
    html = several._repr_mimebundle_()["text/html"]
    assert html.count("<img ") == len(several.pages) and html.count("data:image/svg+xml;base64,") == len(several.pages)
    assert "http" not in html


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("png", b"\x89PNG"), ("svg", b"<svg")])
def test_a_figure_is_saved(study: draad.Study, tmp_path: Path, ending: str, begins: bytes) -> None:
    figure = study.figure("balance")
    (path,) = figure.save(tmp_path / "new folder" / f"Figuur 1.{ending}")
    assert path == tmp_path / "new folder" / f"Figuur 1.{ending}" and path.read_bytes().startswith(begins)
    if ending == "svg":
        assert path.read_text("utf-8") == figure.svg
    assert len(list(path.parent.iterdir())) == 1


def test_pages_are_saved_one_by_one(study: draad.Study, tmp_path: Path) -> None:
    figure = study.figure("tensions")
    paths = figure.save(tmp_path / "t.svg")
    assert [path.name for path in paths] == [f"t-{number}.svg" for number in range(1, len(figure.pages) + 1)]
    assert [path.read_text("utf-8") for path in paths] == figure.pages
    assert [path.name for path in figure.save(tmp_path / "t.pdf")] == ["t.pdf"]


def test_options_of_saving(study: draad.Study, tmp_path: Path) -> None:
    figure = study.figure("balance")
    small, large = (figure.save(tmp_path / f"{dpi}.png", dpi=dpi)[0] for dpi in (72, 144))
    width = [int.from_bytes(path.read_bytes()[16:20], "big") for path in (small, large)]
    assert abs(width[1] - 2 * width[0]) <= 1
    dark = figure.save(tmp_path / "dark.svg", theme="dark", lang="en")[0].read_text("utf-8")
    assert dark != figure.svg
