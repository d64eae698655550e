"""Calculators that teach: values in, every step and its source out; for training, not for care."""

from teachback.calculators.calculate import Result, calculate
from teachback.calculators.calculator import Calculator, WorkedExample
from teachback.calculators.sheet import calculator_sheet

__all__ = ["Calculator", "Result", "WorkedExample", "calculate", "calculator_sheet"]
