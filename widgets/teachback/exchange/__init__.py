"""Exchange: quizzes in the formats of other systems, with a plain list of what is lost."""

from teachback.exchange.anki import write_anki
from teachback.exchange.draft import Draft, draft_yaml
from teachback.exchange.export import Export
from teachback.exchange.gift import write_gift
from teachback.exchange.gift_read import read_gift
from teachback.exchange.moodle import write_moodle
from teachback.exchange.moodle_read import read_moodle
from teachback.exchange.qti import write_qti

__all__ = [
    "Draft",
    "Export",
    "draft_yaml",
    "read_gift",
    "read_moodle",
    "write_anki",
    "write_gift",
    "write_moodle",
    "write_qti",
]
