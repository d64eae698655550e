"""Reports for educators: what item analysis and the gain of a class say, as blocks of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from teachback.views.blocks import Block, rendered

if TYPE_CHECKING:  # numpy loads only where it is used
    from teachback.analysis import Analysis, ClassGain

FEWEST_SHOWN = 5
"""A cell of fewer takers is hidden: it could point at a person (standards 5.2, PRIV-07)."""


class ItemReport(Block):
    """Item analysis as a table: difficulty, how telling, choices, and what to look at."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis

    def html(self) -> str:
        """Return the table; what fewer than five people did is not shown."""
        rows = [self._row(item) for item in self.analysis.items]
        return rendered("item_report.html.j2", analysis=self.analysis, rows=rows)

    @staticmethod
    def _row(item: Any) -> dict[str, Any]:
        seen = item.takers >= FEWEST_SHOWN
        choices = [
            f"{name}: {_of100(share)}"
            if round(share * item.takers) >= FEWEST_SHOWN
            else f"{name}: fewer than {FEWEST_SHOWN} people"
            for name, share in sorted(item.choices.items())
        ]
        return {
            "id": item.id,
            "takers": item.takers if seen else f"fewer than {FEWEST_SHOWN}",
            "difficulty": f"{item.difficulty:.2f}" if seen else "",
            "corrected": "" if item.corrected is None or not seen else f"{item.corrected:.2f}",
            "choices": choices if seen else [],
            "flags": item.flags if seen else [],
        }

    def __repr__(self) -> str:
        return f"ItemReport({self.analysis})"


class GainReport(Block):
    """What a class gained, in words and numbers, with what the numbers do not say."""

    def __init__(self, gain: ClassGain) -> None:
        self.gain = gain

    def html(self) -> str:
        """Return the report; a class of fewer than five is not shown."""
        few = self.gain.learners < FEWEST_SHOWN
        return rendered("gain_report.html.j2", gain=self.gain, few=few, interval="95% CI")

    def __repr__(self) -> str:
        return f"GainReport({self.gain})"


def _of100(share: float) -> str:
    return f"{round(share * 100)} of 100"
