"""How hard and how long: RD-01 to RD-04 on one passage, and on a page as a whole.

RD-04 may be waived in writing (P1). Its lengths are held all the same, and no page needed a waiver;
where a longer sentence is better than two, the limit is changed in standard.yaml, for all to see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from teachback.errors import Mistake
from teachback.pages.gates.draft import Draft
from teachback.pages.gates.passage import Passage
from teachback.pages.gates.standard import standard
from teachback.pages.markdown import tokens
from teachback.pages.reading import grade, smog


def too_hard(passage: Passage, highest: float | None = None) -> Iterator[str]:
    """Yield what is too hard: the grade, or a sentence that is too long."""
    limits = standard().limits
    most = highest or limits.text_grade
    if passage.words >= limits.graded_from and (found := passage.grade) > most:
        message = f"reading grade {found:.1f}, at most {most:.0f}: {passage.opening!r}"
        yield f"{message}; use shorter words"
    for sentence in passage.sentences:
        if len(sentence) > limits.sentence_words:
            shown = " ".join(sentence[:6])
            yield (
                f"a sentence of {len(sentence)} words, at most {limits.sentence_words}: "
                f"'{shown}...'; make it two"
            )


def too_much(passage: Passage) -> Iterator[str]:
    """Yield what is too much at once: a paragraph or item of many sentences, a full table cell."""
    limits = standard().limits
    count = len(passage.sentences)
    if passage.kind in {"paragraph", "item"} and count > limits.paragraph_sentences:
        message = f"{count} sentences, at most {limits.paragraph_sentences}: {passage.opening!r}"
        yield f"{message}; split it"
    if passage.kind == "cell" and passage.words > limits.cell_words:
        yield (
            f"a table cell of {passage.words} words, at most {limits.cell_words}: "
            f"{passage.opening!r}; shorten it"
        )


def page_language(draft: Draft, explained: Collection[str]) -> Iterator[Mistake]:
    """Yield what is too hard or too long on a page as a whole.

    `explained` are the words, in lower case, whose meaning opens in place.
    """
    limits = standard().limits
    if (found := grade(draft.prose)) > limits.page_grade:
        message = f"reading grade {found:.1f}, at most {limits.page_grade}; write plainer"
        yield draft.whole("page", message)
    if (smogged := smog(draft.prose, explained) or 0) > limits.page_smog:
        message = f"SMOG grade {smogged:.1f}, at most {limits.page_smog}; use shorter words"
        yield draft.whole("page", message)
    sentences = [sentence for passage in draft.passages for sentence in passage.sentences]
    mean = sum(map(len, sentences)) / max(len(sentences), 1)
    if mean > limits.mean_sentence_words:
        message = f"{mean:.1f} words in a sentence on average, at most {limits.mean_sentence_words}"
        yield draft.whole("page", f"{message}; write shorter ones")
    yield from _long_lists(draft)


def _long_lists(draft: Draft) -> Iterator[Mistake]:
    limits = standard().limits
    for cell in draft.markdown:
        for count in _list_lengths(cell.source):
            if count > limits.list_items:
                message = f"a list of {count} items, at most {limits.list_items}"
                yield draft.at(cell, f"{message}; make two lists, each under its own words")


def _list_lengths(text: str) -> Iterator[int]:
    open_lists: list[int] = []
    for token in tokens(text):
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            open_lists.append(0)
        elif token.type == "list_item_open":
            open_lists[-1] += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            yield open_lists.pop()
