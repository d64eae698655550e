"""Ratings: how each page for patients does in PEMAT-P and the CDC Clear Communication Index."""

from teachback.pages.ratings.sheet import Sheet
from teachback.pages.ratings.store import Ratings

__all__ = ["Ratings", "Sheet"]
