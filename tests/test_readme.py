"""The README is true: its commands, its map and its links exist, and it promises nothing."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/decisions/README.md"]
PROMISES = r"improves? outcomes|reduces? pain|saves? lives|clinically (proven|validated)|guarantee"


def verbs():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)


def blocks():
    return re.findall(r"^```\w*\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def map_of_the_house():
    """Folders of the map, a deeper line standing inside the last shallower one."""
    (tree,) = [block for block in blocks() if block.startswith("notebooks/")]
    above = ""
    for indent, folder in re.findall(r"^( *)(\S+/) ", tree, re.MULTILINE):
        above = above if indent else folder
        yield above + folder if indent else folder


def test_make_lists_its_verbs():
    expected = "help install serve check test verify endure notebooks bench audit lock hub clean"
    assert verbs() == expected.split()


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md"])
def test_commands_exist(path):
    text = (ROOT / path).read_text("utf-8")
    said = re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)
    assert said
    assert set(said) <= set(verbs())


def test_the_two_commands_come_first():
    first = next(block for block in blocks() if block.startswith("make"))
    assert re.findall(r"^make \w+", first, re.MULTILINE) == ["make serve", "make test"]


def test_ci_runs_the_test_command_of_the_readme_last():
    lines = (ROOT / ".ci/run").read_text("utf-8").split("\n")
    assert "set -euo pipefail" in lines
    assert [line for line in lines if line.startswith("make")] == ["make check", "make test"]
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


@pytest.mark.parametrize("folder", map_of_the_house())
def test_map_of_the_house(folder):
    assert (ROOT / folder).is_dir()


def test_quiz_folder_exists():
    (folder,) = re.findall(r"`(widgets/\S+/quizzes/)`", README)
    assert list((ROOT / folder).glob("*.yaml"))


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_somewhere(path):
    text = (ROOT / path).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / path).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_promised(path):
    assert not re.search(PROMISES, (ROOT / path).read_text("utf-8"), re.IGNORECASE)


def test_one_screen_with_its_warning():
    assert len(README.splitlines()) <= 60
    assert "Not medical advice" in README
    assert "Not yet checked by a clinician" in README


def test_every_decision_is_listed():
    index = (ROOT / "docs/decisions/README.md").read_text("utf-8")
    pages = {page.name for page in (ROOT / "docs/decisions").glob("[0-9]*.md")}
    assert pages == set(re.findall(r"\]\(([0-9][^)]*\.md)\)", index))
