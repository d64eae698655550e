"""Every text that patients meet outside the pages is measured, at its line (RD-02)."""

import pytest

from teachback.content import Deployment, topic_folder
from teachback.content.topic import read_files
from teachback.content.yaml_file import YamlFile
from teachback.pages.everywhere import words_of
from teachback.pages.gates.texts import QUIZ, READ, of_file, of_markup, of_scripts

BAD = "Metastatic dissemination necessitates multidisciplinary evaluation."


@pytest.fixture
def topic_files():
    topic, files, _ = read_files(topic_folder("bone_metastasis"), Deployment())
    return topic, files


def test_the_words_of_the_package_pass(topic_files):
    assert list(words_of(*topic_files)) == []


@pytest.mark.parametrize("name", READ)
def test_a_hard_text_in_a_content_file_is_named_at_its_place(topic_files, name):
    topic, files = topic_files
    file = files[name]
    first = next(of_file(file, READ[name]))
    holder, key = _place(file.data, first.text)
    holder[key] = BAD
    found = [one for one in words_of(topic, files) if one.file == first.file]
    assert [one.line for one in found if "use shorter words" in one.message] == [first.line]


def _place(value, text):
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in entries:
        if one == text:
            return value, key
        if isinstance(one, (dict, list)) and (found := _place(one, text)):
            return found
    return None


def test_a_quiz_is_read_whole(tmp_path):
    path = tmp_path / "quiz.yaml"
    path.write_text(
        "title: One\nremember: [Two]\nquestions:\n- ask: Three\n  id: none\n  hint: Four\n"
        "  options:\n  - {right: Five, why: Six}\n  - {wrong: Seven, why: Eight}\n"
    )
    words = [(one.text, one.line) for one in of_file(YamlFile(path), QUIZ)]
    assert words == [
        *[("One", 1), ("Two", 2), ("Three", 4), ("Four", 6)],
        *[("Five", 8), ("Six", 8), ("Seven", 9), ("Eight", 9)],
    ]


def test_the_words_that_a_script_shows_are_found_and_nothing_else(tmp_path):
    (tmp_path / "a.js").write_text(
        '// A comment, "Not this one".\nimport { a } from "./b.js";\n'
        'make("p", { className: "tb tb-card" }, "Call your team.");\n'
        "show(`${open} still open. Fill in every place first.`);\n"
        'const key = "Enter"; root.querySelector("[data-quiet] input");\n'
    )
    found = [(one.text, one.line) for one in of_scripts(tmp_path)]
    assert found == [
        ("Call your team.", 3),
        ("3 still open. Fill in every place first.", 4),
        ("Enter", 5),
    ]


def test_the_words_of_templates_and_drawings_are_found(tmp_path):
    (tmp_path / "a.svg").write_text(
        '<svg aria-label="Bones">\n<title>The spine</title><style>a{}</style>\n'
        "{% if x %}<p>Week from {{ day }}</p>{% endif %}</svg>"
    )
    found = [(one.text, one.line) for one in of_markup(tmp_path, "*.svg")]
    assert found == [("Bones", 1), ("The spine", 2), ("Week from 3", 3)]
