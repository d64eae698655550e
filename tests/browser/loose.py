"""A page of blocks in a browser's tab, without a server."""

from __future__ import annotations

from playwright.sync_api import Page

from teachback.views import page_script, page_style
from teachback.views.blocks import Block

ADDRESS = "http://blocks.test/"


def open_blocks(page: Page, *blocks: Block) -> None:
    """Open a page that shows these blocks, with the style and the script of our own pages."""
    body = "".join(block.html() for block in blocks)
    script = f"<script type=module>{page_script(frozenset())}</script>"
    head = f"<meta name=viewport content='width=device-width'><style>{page_style()}</style>"
    html = f"<!doctype html><html lang=en data-teachback-kernel=none><title>Blocks</title>{head}"
    html += f"<body><main><h1>Blocks</h1>{body}</main><p data-banner></p>{script}</body></html>"
    page.route(f"{ADDRESS}**", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(ADDRESS)
