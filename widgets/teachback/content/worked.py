"""What must come out as it is written down: every story, by the rule engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from teachback.content.yaml_file import YamlFile
from teachback.errors import FindingsError, Mistake
from teachback.triage import Story, story_mistake

if TYPE_CHECKING:
    from teachback.content.topic import Topic


def check_worked(topic: Topic, files: Mapping[str, YamlFile]) -> Iterator[Mistake]:
    """Yield every story whose level or rules are not those of the rule engine, or told twice."""
    seen: set[str] = set()
    for name, file in files.items():
        if not name.startswith("stories/"):
            continue
        for place, story in enumerate(topic.stories[file.data["id"]].stories):
            where = ("stories", place)
            for message in _of_story(topic, story):
                yield file.mistake((*where, "findings"), message)
            if story.id in seen:
                message = "this id is used in another file; give the story an id of its own"
                yield file.mistake((*where, "id"), message)
            seen.add(story.id)


def _of_story(topic: Topic, story: Story) -> Iterator[str]:
    try:
        message = story_mistake(topic.checklist, story)
    except FindingsError as error:
        yield from error.mistakes
        return
    if message:
        yield message
