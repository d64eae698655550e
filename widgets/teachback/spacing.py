"""Spaced review: after how many days a missed question comes again, decided ahead by FSRS.

The browser looks the days up by what happened so far: `m` for missed, `r` for remembered. So no
answer has to leave the device, and no kernel is needed. Sources: standards 3.1 and LS-06.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

RETENTION = 0.89
"""The chance to still know it when it is asked: with this, days come out at about 1, 3, 7, 21."""
MISSED, REMEMBERED = "m", "r"
LONGEST = 6  # answers that the days hang on; what was before the last ones hardly counts
LEARNED = 60
"""A question that would come again after more days than this is learned, and comes no more."""


def intervals() -> dict[str, int]:
    """Return the days until a question comes again, by what happened; the first was a miss.

    A day's delay counts as none: every answer is taken to come on the day it was due.
    """
    histories = (
        MISSED + "".join(rest)
        for length in range(LONGEST)
        for rest in product(MISSED + REMEMBERED, repeat=length)
    )
    return {history: days_after(history) for history in histories}


def days_after(history: str) -> int:
    """Return the days after these answers, as the fsrs package schedules them."""
    from fsrs import Card, Rating, Scheduler  # noqa: PLC0415  only where cards are made

    day = (timedelta(days=1),)
    scheduler = Scheduler(
        desired_retention=RETENTION,
        learning_steps=day,
        relearning_steps=day,
        enable_fuzzing=False,
    )
    card, due = Card(), datetime(2026, 1, 1, tzinfo=UTC)
    days = 0
    for answer in history:
        rating = Rating.Good if answer == REMEMBERED else Rating.Again
        card, _ = scheduler.review_card(card, rating, due)
        days, due = (card.due - due).days, card.due
    return max(days, 1)
