"""What only the whole topic can tell: dangling ids, double ids, rules that no example fires."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from teachback.content.worked import check_worked
from teachback.content.yaml_file import Where, YamlFile
from teachback.errors import Mistake
from teachback.triage import Example, Finding, Findings, advise

if TYPE_CHECKING:
    from teachback.content.topic import Topic

LISTS = {
    "sources": "sources",
    "facts": "facts",
    "levels": "levels",
    "symptoms": "symptoms",
    "rules": "rules",
    "pictures": "pictures",
    "figures": "figures",
    "glossary": "glossary",
    "objectives": "objectives",
    "open_questions": "open_questions",
    "calculators": "calculators",
}


def check_links(topic: Topic, files: Mapping[str, YamlFile]) -> list[Mistake]:
    """Return every mistake that shows only when the files are seen together."""
    return [
        *_double_ids(files),
        *_dangling(topic, files),
        *_unused_sources(topic, files["sources"]),
        *_examples(topic, files["rules"]),
        *check_worked(topic, files),
    ]


def _double_ids(files: Mapping[str, YamlFile]) -> Iterator[Mistake]:
    for name, key in LISTS.items():
        seen: set[str] = set()
        for number, entry in enumerate(files[name].data[key]):
            if entry["id"] in seen:
                message = "this id is used above already; give it an id of its own"
                yield files[name].mistake((key, number, "id"), message)
            seen.add(entry["id"])


def _dangling(topic: Topic, files: Mapping[str, YamlFile]) -> Iterator[Mistake]:
    checklist = topic.checklist
    known = {
        "facts": set(topic.facts),
        "sources": set(topic.sources),
        "symptom": {symptom.id for symptom in checklist.symptoms},
        "modifier": {modifier.id for modifier in checklist.modifiers},
        "group": {group.id for group in checklist.groups},
        "objective": set(topic.objectives),
        "rules": {rule.id for rule in checklist.rules},
    }
    for file in files.values():
        for where, kind, named in _references(file.data, ()):
            if named not in known[kind]:
                message = f"'{named}' is not defined; correct it or add it to {_home(kind)}.yaml"
                yield file.mistake(where, message)


def _home(kind: str) -> str:
    if kind == "objective":
        return "objectives"
    return kind if kind in {"facts", "sources", "rules"} else "symptoms"


def _references(value: Any, where: Where) -> Iterator[tuple[Where, str, str]]:
    """Yield where another thing is named, as what, and the name."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from _references(one, (*where, number))
    if not isinstance(value, dict):
        return
    for key, one in value.items():
        at = (*where, key)
        for named in _named(key, one):
            yield at, *named
        yield from _references(one, at)


def _named(key: str, value: Any) -> Iterator[tuple[str, str]]:
    if key in {"symptom", "modifier", "group", "objective"} and isinstance(value, str):
        yield key, value
    elif key == "objectives" and isinstance(value, list):
        yield from (("objective", name) for name in value if isinstance(name, str))
    elif key in {"given", "marks"} and isinstance(value, dict):
        yield from (("symptom", name) for name in value)
    elif key in {"facts", "sources", "rules", "any", "all", "of"} and isinstance(value, list):
        kind = key if key in {"facts", "sources", "rules"} else "symptom"
        yield from ((kind, name) for name in value if isinstance(name, str))


def _unused_sources(topic: Topic, file: YamlFile) -> Iterator[Mistake]:
    citing: list[Iterable[str]] = [fact.sources for fact in topic.facts.values()]
    citing += [rule.sources for rule in topic.checklist.rules]
    citing += [topic.checklist.care_page.sources, topic.diary.sources]
    for picture in topic.pictures.values():
        citing += [picture.sources, *(place.sources for place in picture.places)]
    citing += [figure.sources for figure in topic.figures.values()]
    citing += [calculator.sources for calculator in topic.calculators.values()]
    used = set(topic.checklist.danger_signs.sources).union(*citing)
    for number, source in enumerate(topic.sources):
        if source not in used:
            message = "no fact, rule or picture rests on this source; remove it or cite it"
            yield file.mistake(("sources", number, "id"), message)


def _examples(topic: Topic, file: YamlFile) -> Iterator[Mistake]:
    checklist = topic.checklist
    nothing = file.data["nothing_ticked"]
    reached = {advise(checklist, Findings({})).level.id}
    if reached != {nothing["level"]} or nothing["given"]:
        message = f"expected nothing given and the level {', '.join(reached)}"
        yield file.mistake(("nothing_ticked",), message)
    for number, rule in enumerate(checklist.rules):
        results = [advise(checklist, _findings(example)) for example in rule.examples]
        reached |= {advice.level.id for advice in results}
        for place, (advice, example) in enumerate(zip(results, rule.examples, strict=True)):
            if advice.level.id != example.level:
                message = f"expected {example.level}, but the rules give {advice.level.id}"
                yield file.mistake(("rules", number, "examples", place), message)
        if not any(rule.id in advice.rules for advice in results):
            message = "no worked example lets this rule set the level; add one that does"
            yield file.mistake(("rules", number, "examples"), message)
    for level in checklist.levels:
        if level.id not in reached:
            yield file.mistake(("rules",), f"no worked example reaches {level.id}; add one")


def _findings(example: Example) -> Findings:
    given = {name: Finding(g.changed, g.severity, g.days) for name, g in example.given.items()}
    return Findings(given, frozenset(name for name, held in example.modifiers.items() if held))
