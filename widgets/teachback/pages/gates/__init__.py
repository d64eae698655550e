"""Gates: what `teachback check` holds the words to, one file for each rule of the standards.

A gate takes a passage and yields messages, or takes a whole draft and yields mistakes. Numbers and
word lists are data, in standard.yaml.
"""

from teachback.pages.gates.draft import Draft
from teachback.pages.gates.passage import Passage
from teachback.pages.gates.standard import Standard, standard

__all__ = ["Draft", "Passage", "Standard", "standard"]
