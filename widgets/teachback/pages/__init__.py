"""Pages: from a notebook to a page; shared by the dashboard and the static site."""

from teachback.pages.execute import execute_in_place, prepare
from teachback.pages.page import ALWAYS, NEVER, ON_DEMAND, Page
from teachback.pages.review import PageReport, review
from teachback.pages.site import Site, notebooks_below, prepare_site

__all__ = [
    "ALWAYS",
    "NEVER",
    "ON_DEMAND",
    "Page",
    "PageReport",
    "Site",
    "execute_in_place",
    "notebooks_below",
    "prepare",
    "prepare_site",
    "review",
]
