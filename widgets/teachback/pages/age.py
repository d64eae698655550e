"""How long ago content was checked against its sources; only a scheduled check minds (law 8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from teachback.content.yaml_file import Where, YamlFile
from teachback.errors import Mistake

OLDEST = 12  # months
SOON = 11  # months: time to begin


def months_since(day: date, today: date) -> int:
    """Return the whole months from a day until today.

    >>> months_since(date(2025, 11, 30), date(2026, 11, 29))
    11
    """
    months = (today.year - day.year) * 12 + today.month - day.month
    return months - (today.day < day.day)


def aged(files: Iterable[YamlFile], today: date, months: int = OLDEST) -> Iterator[Mistake]:
    """Yield for each file and day what was checked so many months ago, or before."""
    for file in files:
        days: defaultdict[date, list[Where]] = defaultdict(list)
        for where, day in _reviewed(file.data, ()):
            days[day].append(where)
        for day, places in days.items():
            if (age := months_since(day, today)) >= months:
                count = f"{len(places)} part{'' if len(places) == 1 else 's'}"
                message = f"{count} of this file last checked {age} months ago, on {day}"
                yield file.mistake(places[0], f"{message}; check against the sources, then date it")


def _reviewed(value: Any, where: Where) -> Iterator[tuple[Where, date]]:
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in entries:
        if key == "reviewed" and isinstance(one, date):
            yield (*where, key), one
        elif isinstance(one, (dict, list)):
            yield from _reviewed(one, (*where, key))
