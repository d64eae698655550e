"""The one maker of HTML from words: CommonMark with tables, no raw HTML, our links."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

CITATION = "#S-"


@cache
def _renderer() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("link_open", _link)
    markdown.add_render_rule("table_open", lambda *_: '<div class="tb-table" tabindex="0"><table>')
    markdown.add_render_rule("table_close", lambda *_: "</table></div>\n")
    return markdown


def html(text: str) -> str:
    """Return Markdown as HTML; tags in it are shown as text, never obeyed.

    >>> html("*Call* <b>now</b>")
    '<p><em>Call</em> &lt;b&gt;now&lt;/b&gt;</p>\\n'
    """
    return str(_renderer().render(text))


def tokens(text: str) -> list[Token]:
    """Return Markdown as tokens, for measuring."""
    return _renderer().parse(text)


def _link(
    self: RendererHTML, stream: Sequence[Token], place: int, options: Any, env: Any
) -> str:
    token = stream[place]
    target = str(token.attrGet("href") or "")
    if target.startswith(CITATION):
        token.attrSet("class", "tb-cite")
    elif target.endswith(".ipynb"):
        token.attrSet("href", target.removesuffix(".ipynb") + ".html")
    return self.renderToken(stream, place, options, env)
