"""A study: everything that can be asked of it."""

from __future__ import annotations

import html
import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Union

from . import _pipe
from ._arrow import Data
from ._errors import Error, Problem, StudyClosed, StudyHasErrors, StudyNotFound, UsageError, from_problem
from ._figure import Figure
from ._options import Option, arguments, extended, positions, request, text, values
from ._qca import Qca
from ._result import Result
from ._table import Table

PathLike = Union[str, "os.PathLike[str]"]

_SETTINGS = "study.toml"
#: A setting before the first table of study.toml: a name and a text on one line.
_SETTING = re.compile(r"""^(id|title|language)\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*')""", re.MULTILINE)

#: What a question does to the study besides being answered, and does not do again when the answer is shown or saved.
_ONCE = ("--save=", "--note=", "--replace")


def open(path: PathLike = ".", *, lang: str | None = None, despite_errors: bool = False) -> Study:
    """Opens the study in a folder, or in the nearest folder above it.

    >>> study = draad.open("gedeeld-opvoederschap")

    Args:
        path: the folder of the study.
        lang: the language of what people read, `nl` or `en`; without it that of the study.
        despite_errors: opens the study although lines in it cannot be read; what can be read counts. ``study.check()`` says
            what is left out.

    Raises:
        StudyNotFound: when there is no study there.
        StudyHasErrors: when lines in it cannot be read; it lists them.
    """
    return Study(_folder(path), lang=lang, despite_errors=despite_errors)


def demo(folder: PathLike = "gedeeld-opvoederschap", *, lang: str | None = None) -> Study:
    """Writes the example study into a folder, and opens it: thirteen invented cases.

    Where it stands already, it is opened as it is.
    """
    folder = os.path.expanduser(folder)
    if not (Path(folder) / _SETTINGS).is_file():
        _pipe.ask(["demo", *_language(lang), *positions([folder])])
    return open(folder, lang=lang)


def new(folder: PathLike, *, lang: str | None = None, **options: Option) -> Study:
    """Makes a new, empty study in a folder, and opens it: ``draad.new("my-study", title="My study")``."""
    folder = os.path.expanduser(folder)
    _pipe.ask(["new", *_language(lang), *arguments(options), *positions([folder])])
    return open(folder, lang=lang)


class Study:
    """A study, opened with :func:`draad.open`.

    It stays loaded between questions, and is read again when one of its files has changed. All methods take the options of the
    command of the same name as keywords: ``leave_out="role"`` is ``--leave-out role``, ``unfolded=True`` is ``--unfolded``, and a list
    is several values. What part of the study counts is said in the same way everywhere:

    - `case`, `kind`, `role`, `phase`, `coder`: one or several names,
    - `code`: codes, with everything below them; `valence`: promoting, hindering or ambivalent,
    - `where`: a test on attributes of the cases, ``"child_age>=12"`` or ``{"framework": "voluntary"}``,
    - `query`: the name of a saved query.

    Attributes:
        folder: its folder.
        id: its short name.
        title: its title.
        lang: the language of what people read.
    """

    def __init__(self, folder: Path, *, lang: str | None = None, despite_errors: bool = False) -> None:
        self.folder = folder
        self._is_open = True
        settings = _settings(folder)
        self.id: str = settings.get("id", folder.name)
        self.title: str = settings.get("title", self.id)
        self.lang: str = lang or settings.get("language", "nl")
        # said with every question, so that what was not understood is told in that language too
        self._lang = lang or next((known for known in ("nl", "en") if known == settings.get("language")), None)
        self._despite_errors = despite_errors
        errors = [] if despite_errors else self._errors()
        if errors:
            raise StudyHasErrors(str(folder), errors, self.title)

    # Tables

    def table(
        self,
        name: str = "cases-by-factors",
        *,
        case: Option = None,
        kind: Option = None,
        role: Option = None,
        phase: Option = None,
        code: Option = None,
        valence: Option = None,
        coder: Option = None,
        where: Option = None,
        query: Option = None,
        by: Option = None,
        outcome: str | None = None,
        part: str | None = None,
        cell: Option = None,
        lang: str | None = None,
        **options: Option,
    ) -> Table:
        """Returns a table; :meth:`tables` lists which there are.

        >>> study.table("cases-by-factors", phase="stabilisation").to_pandas()
        >>> study.table("cases-by-factors", cell=["p03", "vertrouwen"])     # the passages behind a number
        >>> study.table("balance", by="phase", where="child_age>=12")

        Args:
            name: its name.
            case, kind, role, phase, code, valence, coder, where, query: which part of the study counts, see :class:`Study`.
            by: splits by kind, role, speaker, phase, coder, outcome or an attribute of the cases.
            outcome: the attribute that groups and orders the cases; without it the study's first.
            part: another table of the same answer; those of a table are in its `parts`.
            cell: the passages behind one number: a case, a factor or two, and values such as ``role=parent``.
            lang: the language of what people read.
            options: the options of this table.

        Raises:
            Error: for a table, case, code, … that the study does not have, with those that it does have.
            UsageError: for an option that there is not.
        """
        filters: dict[str, Option] = {
            "case": case, "kind": kind, "role": role, "phase": phase, "code": code, "valence": valence, "coder": coder,
            "where": where, "query": query, "by": by, "outcome": outcome, "part": part, "cell": cell, "lang": lang,
        }  # fmt: skip
        return self._table("table", {**filters, **options}, [name])

    def tables(self) -> Table:
        """Returns the list of all tables, those of the study's own among them."""
        return self._table_of(["table", "--list"])

    def search(
        self,
        query: str = "",
        *,
        per: str | None = None,
        limit: int | None = None,
        order: str | None = None,
        by: str | None = None,
        **options: Option,
    ) -> Table:
        """Returns what is found: words, also together with codes, roles, phases and valence.

        >>> study.search("vertrouw* code:vertrouwen").to_polars()
        >>> study.search("bellen OR appen", role="parent", by="case")

        Args:
            query: what to look for; without it all units that pass the filters.
            per: what counts as one answer: hit, passage, unit, source or case.
            limit: how many; without it all.
            order: `place`, or `relevance` for the best match first.
            by: divides the hits by case, source, kind, role, phase, participant, outcome or an attribute of the cases.
            options: filters, see :class:`Study`, and the other options of ``draad search``. A saved query filters as
                ``query_=``, because `query` is the first argument here.
        """
        found: dict[str, Option] = {"per": per, "limit": limit, "order": order, "by": by}
        return self._table("search", {**found, **options}, [query] if query else [])

    def quotes(self, *codes: str | Iterable[str], by: Option = None, **options: Option) -> Table:
        """Returns the passages of codes, to read and to publish: ``study.quotes("vertrouwen", valence="hindering")``.

        Args:
            codes: codes, by id or name, one by one or as a list; without codes all that have passages.
            by: groups by case, source, role, kind, phase, valence, coder, code, outcome or an attribute; several in that order.
            options: filters, see :class:`Study`, and the other options of ``draad quotes``.
        """
        return self._table("quotes", {"by": by, **options}, [code for given in codes for code in values("codes", given)])

    def words(self, **options: Option) -> Table:
        """Returns words: the most frequent, those typical of a role or case (`typical_of`), those near a word (`near`).

        The first 20, or as many as `limit` says; ``limit=0`` gives all.
        """
        return self._table("words", options)

    def agree(self, **options: Option) -> Table:
        """Returns how far coders agree, per code; with ``list=True`` the places where they differ."""
        return self._table("agree", options)

    def associate(self, **options: Option) -> Table:
        """Returns each factor held against an outcome: ``study.associate(outcome="constructiveness=constructive")``."""
        return self._table("associate", options)

    def qca(self, outcome: str | None = None, conditions: Iterable[str] | None = None, **options: Option) -> Qca:
        """Compares cases as combinations of conditions.

        >>> study.qca("constructiveness=constructive", ["vertrouwen", "verwijt:hindering"]).solutions

        Args:
            outcome: an attribute, a value of it (``constructiveness=constructive``), or a condition of the study; without it the
                good end of the study's first outcome.
            conditions: codes, codes in one direction (``trust:hindering``), tests on attributes (``child_age>=12``), attributes, or
                conditions of the study; without it all of conditions.toml.
            options: filters, see :class:`Study`, and the other options of ``draad qca``: `incl_cut`, `n_cut`, `expect`, ….
        """
        asked: dict[str, Option] = {"outcome": outcome, "condition": conditions}
        return Qca(self, request("qca", {**asked, **options}))

    # Figures

    def figure(
        self,
        name: str = "matrix",
        *,
        lang: str | None = None,
        page: str | int | None = None,
        theme: str | None = None,
        **options: Option,
    ) -> Figure:
        """Draws a figure; :meth:`figures` lists which there are.

        >>> study.figure("tensions", lang="en")
        >>> study.figure("timeline", case="p03", page="a4").save("p03.pdf")

        Args:
            name: its name.
            lang: the language in it.
            page: the width of a column in millimetres (90, 140, 190), or `a4`, `a4-landscape`, `slide`.
            theme: `colour`, `grey` for print, or `dark` for a dark ground.
            options: filters, see :class:`Study`, and the other options of ``draad figure``.
        """
        return Figure(self, text(name), {"lang": lang, "page": page, "theme": theme, **options})

    def figures(self) -> Table:
        """Returns the list of all figures, each with what it argues."""
        return self._table_of(["figure", "--list"])

    # The study itself

    def data(self, name: str | None = None, **options: Option) -> Table:
        """Returns a table of what the study holds, one row per case, coding, …, with keys to join by.

        >>> study.data("codings", role="parent").to_pandas()

        Args:
            name: cases, sources, units, codebook, codings, coding_cases, passages, participants, phases, events, scores, …;
                without it the list of them.
            options: filters, see :class:`Study`.
        """
        return self._table("data", options, [] if name is None else [name])

    @property
    def cases(self) -> Table:
        """One row per case, with its attributes."""
        return self.data("cases")

    @property
    def sources(self) -> Table:
        """One row per source."""
        return self.data("sources")

    @property
    def codebook(self) -> Table:
        """One row per code."""
        return self.data("codebook")

    @property
    def units(self) -> Table:
        """One row per turn, message, entry or paragraph, with its text."""
        return self.data("units")

    @property
    def codings(self) -> Table:
        """One row per coding: one code on one place by one coder."""
        return self.data("codings")

    @property
    def coding_cases(self) -> Table:
        """Which coding counts for which case, and in which passage; joins `codings` and `passages`."""
        return self.data("coding_cases")

    @property
    def passages(self) -> Table:
        """One row per passage: what tables count."""
        return self.data("passages")

    @property
    def participants(self) -> Table:
        """One row per participant."""
        return self.data("participants")

    def check(self) -> Table:
        """Returns what does not fit in the study, with file, line and what to do; empty where all is well."""
        return self._table_of(["check"])

    def status(self) -> str:
        """Returns what the study holds, as text."""
        return self.command("status").text

    # Documents

    def report(self, kind: str = "page", **options: Option) -> Result:
        """Writes a report: `page`, `manuscript`, `workbook`, `kenniscafe` or `verification`; `out` says where."""
        return self.command("report", as_=kind, **options)

    def run(self, **options: Option) -> Result:
        """Makes all tables, figures and reports; only what is stale."""
        return self.command("run", **options)

    def export(self, to: PathLike, format: str | None = None, **options: Option) -> Result:
        """Hands the study to another program: ``study.export("study.qdpx")``, ``study.export("tables", "parquet")``."""
        place = os.path.expanduser(to)
        result = self.command("export", to=place, format=format, **options)
        written = Path(os.path.abspath(place))
        if written.exists() and written not in result.files:
            result.files.insert(0, written)
        return result

    def command(self, *words: object, **options: Option) -> Result:
        """Runs any command on this study: ``study.command("import", "notes.docx", case="p01")``.

        Args:
            words: the command and its arguments, as one types them after `draad`.
            options: its options as keywords; `as_`, `from_` and `import_` for names that Python keeps for itself.
        """
        answer = self._ask([*map(text, words), *arguments(options)])
        return Result(answer.data.decode("utf-8", "replace"), answer.said, answer.exit == 0, os.getcwd())

    # Open and closed

    def close(self) -> None:
        """Closes the study: nothing more can be asked of it. Tables that were made stay."""
        self._is_open = False

    def __enter__(self) -> Study:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Study {self.title!r} in {self.folder}{'' if self._is_open else ', closed'}>"

    def _repr_html_(self) -> str:
        first = f"<strong>{html.escape(self.title)}</strong><br><code>{html.escape(str(self.folder))}</code>"
        if not self._is_open:
            return f'<div class="draad">{first}</div>'
        lines = self.status().split("\n\n")[0].splitlines()[1:]
        return f'<div class="draad">{"<br>".join([first, *map(html.escape, lines)])}</div>'

    # Questions

    def _table(self, verb: str, options: dict[str, Option], places: Iterable[object] = ()) -> Table:
        return self._table_of(request(verb, options, places))

    def _table_of(self, asked: list[str]) -> Table:
        question = extended(asked, ["--format=arrow"])
        answer = self._ask(question, accept_problem=True) if asked == ["check"] else self._ask_whole(question)
        again = [word for word in asked if not word.startswith(_ONCE)]
        return Table(self, again, Data(answer.data))

    def _ask_whole(self, question: list[str]) -> _pipe.Answer:
        """Asks for numbers, which must not be those of a part of the study because of errors that came after it was opened."""
        answer = self._ask(question)
        if answer.errors and not self._despite_errors:
            raise StudyHasErrors(str(self.folder), self._errors(), self.title)
        return answer

    def _errors(self) -> list[Problem]:
        return [problem for problem in self._problems() if problem.severity == "error"]

    def _problems(self) -> list[Problem]:
        """What `draad check` says.

        Raises:
            StudyHasErrors: where settings cannot be read, so that there is no study.
        """
        try:
            rows: list[dict[str, Any]] = self.check().to_dicts()
        except Error as error:
            if error.file != _SETTINGS:
                raise
            unread = Problem("error", error.name or "", error.message, error.next_step, error.file, error.line, None)
            raise StudyHasErrors(str(self.folder), [unread], self.title, opens=False) from None
        return [Problem._make(row.get(name) for name in Problem._fields) for row in rows]

    def _ask(self, question: list[str], *, accept_problem: bool = False) -> _pipe.Answer:
        if not self._is_open:
            raise StudyClosed(
                f"The study {self.title!r} was closed.", f"Open it again: draad.open({str(self.folder)!r})."
            )
        language = [] if any(word.startswith("--lang=") for word in question) else _language(self._lang)
        answer = _pipe.ask([f"--study={self.folder}", *language, *question], accept_problem=True)
        if answer.problem is not None and not (accept_problem and answer.data):
            raise from_problem(answer.problem, answer.exit, answer.said)
        return answer


def _folder(path: PathLike) -> Path:
    """The folder of the study: this one, or the nearest above it that has settings."""
    folder = Path(os.path.abspath(Path(path).expanduser()))
    if not folder.exists():
        raise StudyNotFound(
            f"There is no folder {folder}.",
            "Correct the path; relative paths start in the folder of the notebook or script, "
            "and `draad.demo()` writes an example study.",
        )
    if folder.is_file() and folder.name == _SETTINGS:
        folder = folder.parent
    for candidate in (folder, *folder.parents):
        if (candidate / _SETTINGS).is_file():
            return candidate
    raise StudyNotFound(
        f"There is no study in {folder} or the folders above it.",
        "Name the folder that holds study.toml, start a study with `draad.new(…)`, or write the example with `draad.demo()`.",
    )


def _settings(folder: Path) -> dict[str, str]:
    """The id, title and language of a study; the command reads all settings, this is for the name of the thing."""
    head = re.split(r"^\[", (folder / _SETTINGS).read_text("utf-8-sig", "replace"), maxsplit=1, flags=re.MULTILINE)[0]
    settings: dict[str, str] = {}
    for name, value in _SETTING.findall(head):
        try:
            settings[name] = json.loads(value) if value.startswith('"') else value[1:-1]
        except ValueError:
            continue  # an escape that TOML knows and JSON does not
    return settings


def _language(lang: str | None) -> list[str]:
    return [] if lang is None else [f"--lang={lang}"]
