"""Calculating: from values to a result with its steps, or to a refusal that says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from teachback.calculators.calculator import PLACE, Calculator, Input, Range
from teachback.calculators.formula import compiled, evaluate, rounded
from teachback.errors import CalculatorError

EXACT = 1e-9
WORDS = {
    "open": "[ask] Choose one.",
    "unknown": "[ask] '[value]' is none of [ids]. Choose one of these.",
    "number": "[ask]: enter a number in [unit].",
    "range": "[ask]: [value] is not from [least] to [most] [unit]. Check the number and its unit.",
    "decimals": "[ask]: give at most [decimals] decimals.",
    "extra": "'[value]' is not asked here. Leave it out.",
}
"""Refusals, in the same words in Python and in the browser."""


@dataclass(frozen=True)
class Result:
    """What came out: the answer in words, its level, what to do, the way there, and the numbers."""

    answer: str
    level: str
    action: str
    steps: tuple[str, ...]
    sources: tuple[str, ...]
    values: Mapping[str, float]


def calculate(calculator: Calculator, given: Mapping[str, object]) -> Result:
    """Return the result for these values by input: ids of options, and numbers.

    Raises:
        CalculatorError: naming every value that is missing, impossible or not asked.
    """
    reader = _Reader(calculator, given)
    if reader.mistakes:
        raise CalculatorError(reader.mistakes)
    values, shown = reader.values, reader.shown
    steps = []
    for step in calculator.steps:
        decimals = step.decimals if isinstance(step.decimals, int) else int(values[step.decimals])
        values[step.id] = rounded(evaluate(compiled(step.formula), values), decimals)
        shown[step.id] = f"{values[step.id]:.{decimals}f}"
        steps.append(filled(step.says, shown))
    outcome = next(
        one
        for one in calculator.outcomes
        if one.when is None or evaluate(compiled(one.when), values)
    )
    return Result(
        answer=filled(outcome.answer, shown),
        level=outcome.level,
        action=outcome.action,
        steps=tuple(steps),
        sources=calculator.sources,
        values=values,
    )


def filled(text: str, shown: Mapping[str, str]) -> str:
    """Return a text with its places filled; a place without a value stays empty."""
    return PLACE.sub(lambda place: shown.get(place[1], ""), text)


def plain(number: float) -> str:
    """Return a number as short as it can be written.

    >>> plain(4.0), plain(0.8)
    ('4', '0.8')
    """
    return str(int(number)) if number.is_integer() else repr(number)


class _Reader:
    """Reads the values of one calculator and remembers every mistake among them."""

    def __init__(self, calculator: Calculator, given: Mapping[str, object]) -> None:
        self.mistakes: list[str] = []
        self.values: dict[str, float] = {}
        self.shown: dict[str, str] = {}
        self._given = given
        asked = {one.id for one in calculator.inputs if self._take(one)}
        for name in given:
            if name not in asked:
                self._refuse("extra", value=str(name)[:40])

    def _refuse(self, word: str, **shown: object) -> None:
        self.mistakes.append(filled(WORDS[word], {name: str(one) for name, one in shown.items()}))

    def _take(self, one: Input) -> bool:
        """Take one input; return whether it is asked at all."""
        for option in one.options:
            self.values.update(dict.fromkeys(option.sets, 0.0))
        self.values[one.id] = 0.0
        if one.only_if and not evaluate(compiled(one.only_if), self.values):
            return False
        value = self._given.get(one.id)
        if one.options:
            self._choose(one, value)
        else:
            chosen = self._given.get(one.by or "")
            limits = one.ranges.get(chosen) if isinstance(chosen, str) else one.range
            if limits:  # without it, the choice that it hangs by was refused already
                self._enter(one, limits, value)
        return True

    def _choose(self, one: Input, value: object) -> None:
        for option in one.options:
            if value == option.id:
                self.values[one.id] = float(option.points or 0)
                self.values.update(option.sets)
                self.shown |= {name: plain(number) for name, number in option.sets.items()}
                self.shown |= option.words
                self.shown[one.id] = option.text if option.points is None else str(option.points)
                return
        if value is None:
            self._refuse("open", ask=one.ask)
        else:
            ids = ", ".join(option.id for option in one.options)
            self._refuse("unknown", ask=one.ask, value=str(value)[:40], ids=ids)

    def _enter(self, one: Input, limits: Range, value: object) -> None:
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not isfinite(value):
            self._refuse("number", ask=one.ask, unit=limits.unit)
            return
        number = float(value)
        if not limits.least <= number <= limits.most:
            about = {"ask": one.ask, "unit": limits.unit, "value": plain(number)}
            self._refuse("range", **about, least=plain(limits.least), most=plain(limits.most))
            if limits.hint:
                self.mistakes[-1] += f" {limits.hint}"
        elif abs(rounded(number, limits.decimals) - number) > EXACT:
            self._refuse("decimals", ask=one.ask, decimals=limits.decimals)
        self.values[one.id] = number
        self.shown[one.id] = f"{number:.{limits.decimals}f}"
