"""A notebook becomes a page that can be read, answered and found without a kernel."""

import json
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import nbformat
import nbformat.v4 as make
import pytest

from teachback import load_topic
from teachback.content import Deployment
from teachback.errors import PageError
from teachback.pages import Page, execute_in_place, notebooks_below, prepare, prepare_site

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
TOPIC = load_topic("bone_metastasis")
LOAD = 'from teachback import Quiz, load_topic\ntopic = load_topic("bone_metastasis")'


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def written(folder, *cells, title="A page"):
    node = make.new_notebook(metadata={"title": title} if title else {})
    node.cells = [make.new_code_cell(cell) for cell in (LOAD, *cells)]
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(node, folder / "index.ipynb")
    return folder / "index.ipynb"


def page_of(path):
    return Page.of("index.ipynb", prepare(path, Deployment()), TOPIC)


def test_the_whole_site_is_linked_and_carries_no_kernel(tmp_path):
    shutil.copytree(NOTEBOOKS, tmp_path / "notebooks")
    site = prepare_site(tmp_path / "notebooks", TOPIC, lambda _: None)
    assert len(site.pages) == len(notebooks_below(NOTEBOOKS))
    assert [page.failures for page in site.pages if page.failures] == []
    pages = {page.address: site.html(page, "/") for page in site.pages}
    for address, html in pages.items():
        assert "data-kernel=" not in html
        assert html.count("<h1") == 1, address
    links = [
        urljoin(f"/{address}", link).removeprefix("/")
        for address, html in pages.items()
        for link in re.findall(r'href="([a-z0-9_/.]+\.html)"', html)
    ]
    assert {*links, "index.html"} == set(pages)


def test_an_island_carries_its_sheet_so_that_no_kernel_is_needed(tmp_path):
    page = page_of(written(tmp_path, 'Quiz(topic, "signs_to_know")'))
    (part,) = page.parts
    sheet = json.loads(re.search(r"<script[^>]*>(.*?)</script>", part, re.DOTALL)[1])
    assert [q["id"] for q in sheet["questions"]] == [
        q.id for q in TOPIC.quizzes["signs_to_know"].questions
    ]


def test_preparing_again_takes_the_page_from_the_cache(tmp_path, monkeypatch):
    path = written(tmp_path, 'Quiz(topic, "signs_to_know")')
    first = prepare(path, Deployment())
    monkeypatch.setattr("teachback.pages.execute.NotebookClient", None)
    assert prepare(path, Deployment()) == first


def test_a_failing_cell_is_said_in_plain_words_and_its_error_stays_out(tmp_path):
    page = page_of(written(tmp_path, 'raise RuntimeError("secret words")'))
    assert "secret words" in page.failures[0]
    assert "could not be loaded" in page.parts[0]
    assert "secret" not in "".join(page.parts) + "RuntimeError".join(page.parts)


@pytest.mark.parametrize(
    ("cells", "title", "words"),
    [
        (["1 + 1"], "A page", "no place on a page"),
        (["import ipywidgets; ipywidgets.IntSlider()"], "A page", "cannot be drawn ahead"),
        (['Quiz(topic, "signs_to_know")'] * 2, "A page", "stands twice"),
        ([], None, "no title"),
    ],
)
def test_what_cannot_be_a_page_is_refused_with_what_to_do(tmp_path, cells, title, words):
    with pytest.raises(PageError, match=words):
        page_of(written(tmp_path, *cells, title=title))


def test_a_folder_without_a_start_page_is_refused(tmp_path):
    with pytest.raises(PageError, match=r"index\.ipynb"):
        notebooks_below(tmp_path)


def test_notebooks_are_stored_without_widget_state_or_timing(tmp_path):
    path = written(tmp_path, 'Quiz(topic, "signs_to_know")')
    execute_in_place(path)
    stored = nbformat.read(path, as_version=4)
    assert "widgets" not in stored.metadata
    assert set(stored.cells[1].outputs[0].data) == {"text/plain"}
    assert all("execution" not in cell.metadata for cell in stored.cells)
    again = path.read_bytes()
    execute_in_place(path)
    assert path.read_bytes() == again
