"""What only all pages together can show (DS-02, DS-03, and that what is asked is met)."""

from dataclasses import replace

import pytest

from teachback.content import Deployment, topic_folder
from teachback.content.topic import read_files
from teachback.pages.everywhere import words_of
from teachback.pages.gates import Draft
from teachback.pages.gates.course import reached_by_choice, shown_somewhere
from tests.pages.drafts import TOPIC, draft

CHOICE = "[Show me the numbers](numbers.ipynb) [Not now](../next.ipynb)"


def pages(folder, text):
    (folder / "patient").mkdir()
    paths = {
        "patient/choose.ipynb": draft(folder / "patient/choose.ipynb", f"# A\n\n{text}"),
        "patient/numbers.ipynb": draft(folder / "patient/numbers.ipynb", "# B", opt_in=True),
    }
    return [Draft.read(path, name) for name, path in paths.items()]


def test_two_buttons_lead_to_figures_of_survival(tmp_path):
    assert list(reached_by_choice(pages(tmp_path, CHOICE))) == []


@pytest.mark.parametrize(
    "text",
    [
        "[Show me the numbers](numbers.ipynb)",
        "Read [the numbers](numbers.ipynb) or [go on](../next.ipynb).",
        "- [Show me](numbers.ipynb) [Not now](../next.ipynb)",
        "[Show me](../patient/numbers.ipynb)",
    ],
)
def test_any_other_way_to_them_is_named(tmp_path, text):
    (found,) = reached_by_choice(pages(tmp_path, text))
    assert found.file == "patient/choose.ipynb"
    assert "without a choice" in found.message


def test_a_quiz_that_no_page_shows_is_named(tmp_path):
    shown = [name for name, quiz in TOPIC.quizzes.items() if quiz.audience == "patient"]
    calls = [f'Quiz(topic, "{name}")' for name in shown]
    whole = Draft.read(draft(tmp_path / "all.ipynb", "# A", *calls), "all.ipynb")
    less = Draft.read(draft(tmp_path / "less.ipynb", "# A", *calls[1:]), "less.ipynb")
    assert list(shown_somewhere([whole], TOPIC)) == []
    (found,) = shown_somewhere([less], TOPIC)
    assert found.file.endswith(f"quizzes/{shown[0]}.yaml")


def test_the_danger_signs_are_read_at_once():
    topic, files, _ = read_files(topic_folder("bone_metastasis"), Deployment())
    longer = topic.checklist.danger_signs.model_copy(update={"title": "The danger signs"})
    checklist = replace(topic.checklist, danger_signs=longer)
    found = list(words_of(replace(topic, checklist=checklist), files))
    assert [one.message for one in found if "61 words in all, at most 60" in one.message]
