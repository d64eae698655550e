"""The one maker of HTML from words: CommonMark with tables, no raw HTML, our links."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from teachback.pages.terms import Terms

_CITATION = re.compile(r"\]\(#(S-[A-Za-z0-9]+)\)")
_BETWEEN_CITATIONS = re.compile(r'(tb-cite[^>]*>\d+</a>),(?= <a class="tb-cite")')
FEWEST_STACKED = 3
"""A table of so many columns does not fit a phone: there, each row stands as a card."""
_OPENING_WORD = re.compile(
    r'(<button type="button" class="tb-term"(?:(?!</button>).)*</button>'
    r"(?:<span popover(?:(?!</button></span>).)*</button></span>)?)([.,:;?!)]+)"
)
_LAST_WORD = re.compile(r'(?<!</a>) (?=<a class="tb-cite")')


@cache
def _renderer() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("link_open", _link)
    markdown.add_render_rule("link_close", _link_end)
    markdown.add_render_rule("paragraph_open", _paragraph)
    markdown.add_render_rule("table_open", _table)
    markdown.add_render_rule("table_close", lambda *_: "</table></div>\n")
    markdown.add_render_rule("th_open", _head)
    markdown.add_render_rule("th_close", _head)
    return markdown


def html(
    text: str,
    numbers: Mapping[str, int] | None = None,
    terms: Terms | None = None,
) -> str:
    r"""Return Markdown as HTML; tags in it are shown as text, never obeyed.

    A citation is shown as its source's number in `numbers`, with the name for who cannot see it.
    One of the `terms` opens in place. A paragraph of nothing but links to pages is a row
    of buttons; one of nothing but strong words is the label of the list below it.

    >>> html("*Call* <b>now</b>")
    '<p><em>Call</em> &lt;b&gt;now&lt;/b&gt;</p>\n'
    """
    made = str(_renderer().render(text, {"numbers": numbers or {}, "terms": terms or Terms({})}))
    made = _OPENING_WORD.sub(r'<span class="tb-together">\1\2</span>', made)
    return _LAST_WORD.sub("&nbsp;", _BETWEEN_CITATIONS.sub(r"\1", made))


def citations(text: str) -> list[str]:
    """Return the keys of the sources that Markdown cites, in their order."""
    return _CITATION.findall(text)


def tokens(text: str) -> list[Token]:
    """Return Markdown as tokens, for measuring."""
    return _renderer().parse(text)


def _link(self: RendererHTML, stream: Sequence[Token], place: int, options: Any, env: Any) -> str:
    token, words = stream[place], stream[place + 1]
    target = str(token.attrGet("href") or "")
    number = env["numbers"].get(target.removeprefix("#"))
    if term := env["terms"].at(target):
        env["open"] = term
        return Terms.opening(term)
    if number:
        token.attrs = {"class": "tb-cite", "href": target}
        token.attrSet("aria-label", f"Source {number}: {words.content}")
        words.content = str(number)
    elif target.endswith(".ipynb"):
        token.attrSet("href", target.removesuffix(".ipynb") + ".html")
    return self.renderToken(stream, place, options, env)


def _link_end(
    self: RendererHTML, stream: Sequence[Token], place: int, options: Any, env: Any
) -> str:
    if term := env.pop("open", None):
        return env["terms"].closing(term)
    return self.renderToken(stream, place, options, env)


def _paragraph(
    self: RendererHTML, stream: Sequence[Token], place: int, options: Any, env: Any
) -> str:
    children = stream[place + 1].children or []
    if _only_pages(children):
        stream[place].attrSet("class", "tb-choice")
    elif _only_strong(children) and stream[place + 3 :][:1] and _opens_list(stream[place + 3]):
        stream[place].attrSet("class", "tb-label")
    return self.renderToken(stream, place, options, env)


def _table(self: RendererHTML, stream: Sequence[Token], place: int, options: Any, _env: Any) -> str:
    """Render the start of a table; each cell of a wide one names its column, for small screens."""
    end = next(n for n in range(place, len(stream)) if stream[n].type == "table_close")
    inside = range(place, end)
    heads = [_plain(stream[n + 1]) for n in inside if stream[n].type == "th_open"]
    cells = [stream[n] for n in inside if stream[n].type == "td_open"]
    if len(heads) >= FEWEST_STACKED:
        stream[place].attrSet("class", "tb-stack")
        for n, cell in enumerate(cells):
            if head := heads[n % len(heads)]:
                cell.attrSet("data-head", head)
    box = '<div class="tb-table" role="group" aria-label="Table" tabindex="0">'
    return box + self.renderToken(stream, place, options, {}).rstrip()


def _plain(words: Token) -> str:
    """Return the words of a cell without their markup."""
    return "".join(one.content for one in words.children or [])


def _head(self: RendererHTML, stream: Sequence[Token], place: int, options: Any, _env: Any) -> str:
    """Render a head of a column; a corner without words is an empty cell, and heads nothing."""
    words = stream[place + stream[place].nesting]
    if not words.content:
        stream[place].tag = "td"
    return self.renderToken(stream, place, options, {})


def _only_strong(children: Sequence[Token]) -> bool:
    """Return whether a paragraph holds nothing but strong words."""
    shown = [one for one in children if one.type != "text" or one.content.strip()]
    return [one.type for one in shown] == ["strong_open", "text", "strong_close"]


def _opens_list(token: Token) -> bool:
    return token.type.endswith("_list_open")


def _only_pages(children: Sequence[Token]) -> bool:
    """Return whether a paragraph holds links to other pages, at least two, and no other words."""
    links = [one for one in children if one.type == "link_open"]
    pages = all(str(one.attrGet("href")).endswith(".ipynb") for one in links)
    depth = 0
    for one in children:
        depth += one.nesting
        if depth == 0 and one.nesting == 0 and one.content.strip():
            return False
    return len(links) > 1 and pages
