"""Statistics of a class: item analysis and gain, on a table of attempts; loads numpy when used."""

from teachback.analysis.cohort import generated_cohort
from teachback.analysis.gain import (
    ClassGain,
    class_gain,
    normalised_change,
    normalised_gain,
    percentages,
    t_quantile,
)
from teachback.analysis.items import Analysis, Item, analyse
from teachback.analysis.table import Attempts, attempts, read_attempts

__all__ = [
    "Analysis",
    "Attempts",
    "ClassGain",
    "Item",
    "analyse",
    "attempts",
    "class_gain",
    "generated_cohort",
    "normalised_change",
    "normalised_gain",
    "percentages",
    "read_attempts",
    "t_quantile",
]
