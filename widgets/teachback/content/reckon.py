"""A topic's calculators, for notebooks and other programs."""

from __future__ import annotations

from teachback.calculators import Result
from teachback.calculators import calculate as result_of
from teachback.content.topic import Topic


def calculate(topic: Topic, calculator: str, **values: object) -> Result:
    """Return a calculator's result: answer, level, action, steps and source keys.

    Values go by the calculator's inputs: ids of options, and numbers in the units of the choice
    above them. For training, not for care.

    Raises:
        KeyError: if the topic has no such calculator.
        CalculatorError: naming every value that is missing, impossible or not asked.
    """
    return result_of(topic.calculators[calculator], values)
