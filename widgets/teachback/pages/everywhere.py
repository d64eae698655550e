"""The words that patients meet outside the pages, held to the same gates (RD-02)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files as resources
from pathlib import Path

from teachback.content import Topic
from teachback.content.yaml_file import YamlFile
from teachback.errors import Mistake
from teachback.pages.bank import held
from teachback.pages.gates import Passage, standard
from teachback.pages.gates.language import too_hard
from teachback.pages.gates.survival import hidden_facts, survival_figures
from teachback.pages.gates.terms import well_told
from teachback.pages.gates.texts import READ, of_file, of_markup, of_scripts
from teachback.pages.review import of_words


def words_of(topic: Topic, files: Mapping[str, YamlFile]) -> Iterator[Mistake]:
    """Yield the mistakes in the words of the content files, scripts, templates and pictures."""
    words = of_words(topic)
    gates = (*words, survival_figures(topic.facts.values()))
    for name, keys in READ.items():
        for passage in of_file(files[name], keys):
            # A fact is told by the page that teaches it; there its figures are looked for.
            if _met_by_patients(topic, passage):
                yield from held(passage, words if name == "facts" else gates)
    for number, figure in enumerate(topic.figures.values()):
        place = files["figures"].mistake(("figures", number), "")
        passage = Passage(figure.sentence, "text", place.file, place.line, place.where)
        hidden = hidden_facts(topic).intersection(figure.facts)
        # Who, what and when stand in one sentence (RC-01), so that it may be long.
        long = [gate for gate in (words if hidden else gates) if gate is not too_hard]
        yield from held(passage, long)
    for passage in _words_of_views(topic):
        yield from held(passage, gates)
    yield from _danger_signs(topic, files["danger_signs"])
    for number, term in enumerate(topic.glossary.values()):
        for message in well_told(term):
            yield files["glossary"].mistake(("glossary", number), message)


def _danger_signs(topic: Topic, file: YamlFile) -> Iterator[Mistake]:
    """Yield a block of danger signs that is too long to be read at once (DS-03)."""
    danger, most = topic.checklist.danger_signs, standard().limits.danger_words
    texts = (danger.title, danger.lead, danger.action, *(sign.text for sign in danger.signs))
    if (count := len(" ".join(texts).split())) > most:
        yield file.mistake(("danger_signs",), f"{count} words in all, at most {most}; shorten it")


def _met_by_patients(topic: Topic, passage: Passage) -> bool:
    """Return whether a text is for patients: only facts for nurses alone are not."""
    nurses = (fact.id for fact in topic.facts.values() if "patient" not in fact.audience)
    is_fact = passage.where.startswith("facts[")
    return not (is_fact and any(f"'{fact}'" in passage.where for fact in nurses))


def _words_of_views(topic: Topic) -> Iterator[Passage]:
    views, pages = (Path(str(resources(f"teachback.{room}"))) for room in ("views", "pages"))
    yield from of_scripts(views / "assets")
    yield from of_markup(views / "templates", "*.j2")
    yield from of_markup(pages / "templates", "*.j2")
    yield from of_markup(topic.folder / "pictures", "*.svg")
