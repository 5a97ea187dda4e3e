"""A figure of the command: drawn in a notebook, and saved for print."""

from __future__ import annotations

import base64
import html
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ._errors import Error, UsageError
from ._options import Option, request

if TYPE_CHECKING:
    from ._study import Study

_FORMATS = ("svg", "png", "pdf")
#: Fonts for who does not have that of the figures: as wide or narrower, so that texts stay in their place.
_FONTS = '<style>text{font-family:"Noto Sans","Open Sans","Segoe UI","Helvetica Neue",Helvetica,Arial,sans-serif}</style>'

#: Texts of a figure have the size for print, some 7 points; at this many times that size they read like a notebook.
_SCREEN = 1.35


class Figure:
    """A figure: ``study.figure("tensions", lang="en")`` shows it in a notebook.

    >>> figure = study.figure("timeline", case="p03")
    >>> figure.save("p03.pdf")
    >>> figure.caption
    >>> pandas.read_csv(io.StringIO(figure.data["timeline"]))

    Attributes:
        name: its name, as one asks for it.
        caption: what stands below it in a publication: what it shows, of what, and what it rests on.
        pages: the drawing as SVG, one text per page.
        data: the tables that it is drawn from, as CSV by their name.
    """

    def __init__(self, study: Study, name: str, options: dict[str, Option]) -> None:
        self._study = study
        self._options = options
        self.name = name
        with tempfile.TemporaryDirectory(prefix="draad-") as folder:
            drawn = _drawn(study, name, options, "svg", folder)
            self.pages: list[str] = [path.read_text(encoding="utf-8") for path in drawn.pages("svg")]
            self.data: dict[str, str] = drawn.data()
            self.caption: str = drawn.caption()

    @property
    def svg(self) -> str:
        """The drawing as SVG.

        Raises:
            Error: when it has several pages, which `pages` has.
        """
        if len(self.pages) != 1:
            raise Error(f"The figure {self.name} has {len(self.pages)} pages.", "Take them from `pages`.")
        return self.pages[0]

    def save(self, path: str | os.PathLike[str], **options: Option) -> list[Path]:
        """Writes the figure to a file, and returns the files: one per page where it is SVG or PNG and has several.

        >>> figure.save("tensions.pdf")
        >>> figure.save("tensions.png", dpi=600, page="140", theme="grey")

        Args:
            path: the ending says which it becomes: `.svg`, `.png` or `.pdf`. What stands there is replaced.
            options: what should differ from the figure that is shown, such as `page`, `theme`, `dpi` or `transparent`.

        Raises:
            UsageError: for another ending.
            Error: when the study has changed since the figure was drawn, so that the file would show something else.
        """
        target = Path(path).expanduser().absolute()
        ending = target.suffix.lower().lstrip(".")
        if ending not in _FORMATS:
            raise UsageError(
                f"A figure cannot become {target.name!r}.",
                "Choose a name that ends in .svg, .png or .pdf; the numbers are in `data`.",
            )
        with tempfile.TemporaryDirectory(prefix="draad-") as folder:
            drawn = _drawn(self._study, self.name, {**self._options, **options}, ending, folder)
            if "lang" not in options and drawn.data() != self.data:
                raise Error(
                    "The study has changed since this figure was drawn, and the file would show the new numbers.",
                    "Ask for the figure again and save that.",
                )
            return _moved(drawn.pages(ending), target)

    def __repr__(self) -> str:
        pages = "1 page" if len(self.pages) == 1 else f"{len(self.pages)} pages"
        return f"<Figure {self.name}, {pages}; .save('{self.name}.pdf') writes it>\n{self.caption}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        """One page as SVG; several below each other, each as a picture of its own so that their names do not meet."""
        shown = [_for_screens(page) for page in self.pages]
        bundle = {"text/plain": repr(self)}
        if len(shown) == 1:
            return {**bundle, "image/svg+xml": shown[0]}
        return {**bundle, "text/html": "\n".join(_picture(page, self.name, number) for number, page in enumerate(shown, 1))}


class _Drawn:
    """What the command wrote into a folder: pages, tables and a caption."""

    def __init__(self, folder: str) -> None:
        self._files = sorted(Path(folder).iterdir(), key=_by_page)

    def pages(self, ending: str) -> list[Path]:
        return [path for path in self._files if path.suffix == f".{ending}"]

    def data(self) -> dict[str, str]:
        return {path.stem: _text(path) for path in self._files if path.suffix == ".csv"}

    def caption(self) -> str:
        return "\n".join(_text(path) for path in self._files if path.suffix == ".txt").strip()


def _drawn(study: Study, name: str, options: dict[str, Option], formats: str, folder: str) -> _Drawn:
    study._ask_whole(request("figure", {**options, "format": formats, "out": folder}, [name]))
    return _Drawn(folder)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig")


def _by_page(path: Path) -> tuple[str, int, str]:
    """Page 10 comes after page 9."""
    stem, dash, number = path.stem.rpartition("-")
    return (stem, int(number), "") if dash and number.isdigit() else (path.stem, 0, path.suffix)


def _moved(pages: Sequence[Path], target: Path) -> list[Path]:
    targets = [target]
    if len(pages) > 1:
        targets = [target.with_name(f"{target.stem}-{number}{target.suffix}") for number in range(1, len(pages) + 1)]
    target.parent.mkdir(parents=True, exist_ok=True)
    for page, place in zip(pages, targets):
        shutil.move(page, place)
    return targets


def _for_screens(svg: str) -> str:
    """The drawing as a notebook shows it: larger than in print, with fonts to fall back on. Files are left alone."""
    end = svg.find(">", svg.find("<svg")) + 1
    return _enlarged(svg[:end]) + _FONTS + svg[end:]


def _enlarged(tag: str) -> str:
    """The opening tag with width and height for screens, and no wider than the column that it stands in."""
    larger = re.sub(r'(width|height)="([0-9.]+)mm"', lambda m: f'{m[1]}="{float(m[2]) * _SCREEN:.1f}mm"', tag)
    return larger[:-1] + ' style="max-width:100%;height:auto">'


def _picture(svg: str, name: str, number: int) -> str:
    data = base64.b64encode(svg.encode()).decode()
    return f'<img alt="{html.escape(name)} {number}" style="max-width:100%" src="data:image/svg+xml;base64,{data}">'
