"""The folder of ratings: sheets as YAML, each with its Markdown, held to the pages they rate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from teachback.content.reader import read_model
from teachback.content.yaml_file import YamlFile
from teachback.errors import Mistake, PageError
from teachback.pages.gates import Draft
from teachback.pages.page import template
from teachback.pages.ratings.sheet import BY, Sheet, instruments, text_hash

FOLDER = Path("docs/ratings")
STALE = "the page has changed since it was rated; rate it again, then say"


class Ratings:
    """The sheets of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.mistakes: list[Mistake] = []
        self.sheets: list[tuple[Sheet, YamlFile]] = []
        for path in sorted(folder.glob("*.yaml")):
            sheet, file = read_model(path, Sheet, {})
            self.mistakes += file.mistakes
            if sheet:
                self.sheets.append((sheet, file))

    def against(self, drafts: Iterable[Draft]) -> Iterator[Mistake]:
        """Yield sheets that are stale, too low or not written out, and pages without one."""
        pages = {draft.name: draft for draft in drafts}
        yield from self.mistakes
        for sheet, file in self.sheets:
            if sheet.page not in pages:
                yield file.mistake(("page",), f"'{sheet.page}' is not a page; correct it")
                continue
            yield from self._stale(sheet, file, pages)
            yield from (file.mistake((), message) for message in sheet.wrong_scores())
        rated = {sheet.page for sheet, _ in self.sheets}
        for name, draft in pages.items():
            if draft.for_patients and name not in rated and not self.mistakes:
                yield draft.whole("rating", f"has no sheet in {self.folder.as_posix()}; rate it")

    def write(self, drafts: Mapping[str, Draft], stamped: Iterable[str] = ()) -> None:
        """Write each sheet as Markdown; those named are stamped first, as rated today.

        Raises:
            PageError: if there is no such sheet.
        """
        for name in stamped:
            path = self.folder / f"{name}.yaml"
            if not path.is_file():
                msg = f"{path}: there is no such sheet; write one from `teachback ratings --form`"
                raise PageError(msg)
            _stamp(path, drafts)
        for sheet, file in Ratings(self.folder).sheets:
            file.path.with_suffix(".md").write_text(written(sheet, drafts[sheet.page]), "utf-8")

    def _stale(self, sheet: Sheet, file: YamlFile, pages: Mapping[str, Draft]) -> Iterator[Mistake]:
        name, draft = file.path.stem, pages[sheet.page]
        markdown = file.path.with_suffix(".md")
        if sheet.text != text_hash(draft):
            yield file.mistake(("text",), f"{STALE} `teachback ratings --stamp {name}`")
        elif not markdown.is_file() or markdown.read_text("utf-8") != written(sheet, draft):
            yield file.mistake((), f"{markdown.name} does not say this; run `teachback ratings`")


def written(sheet: Sheet, draft: Draft) -> str:
    """Return a sheet as Markdown, item by item, with its scores."""
    title = draft.node.metadata.get("title", sheet.page)
    return template("rating.md.j2").render(
        sheet=sheet, title=title, by=BY, instruments=instruments()
    )


def form() -> str:
    """Return an empty sheet to fill in."""
    lines = ["page: notebooks/patient/NAME.ipynb", f"rated: {date.today()}", "text: not yet"]  # noqa: DTZ011
    for one in instruments():
        lines.append(f"{one.id}:")
        for item in one.items:
            may = f" (n/a: {item.without})" if item.without else ""
            lines.append(f'  {item.id}: [, ""]   # {item.asks}{may}')
    return "\n".join(lines)


def _stamp(path: Path, drafts: Mapping[str, Draft]) -> None:
    text = path.read_text("utf-8")
    page = re.search(r"^page: (\S+)$", text, re.MULTILINE)
    draft = drafts.get(page[1]) if page else None
    if draft is None:
        msg = f"{path}: names no page that is there; correct 'page'"
        raise PageError(msg)
    text = re.sub(r"^text: .*$", f'text: "{text_hash(draft)}"', text, flags=re.MULTILINE)
    today = date.today()  # noqa: DTZ011  the day where it is rated
    path.write_text(re.sub(r"^rated: .*$", f"rated: {today}", text, flags=re.MULTILINE), "utf-8")
