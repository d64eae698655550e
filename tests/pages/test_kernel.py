"""When a page gets a kernel: its metadata says so, and otherwise who reads it."""

import json

import nbformat.v4 as make
import pytest

from teachback import load_topic
from teachback.errors import PageError
from teachback.pages import ALWAYS, NEVER, ON_DEMAND, Page
from teachback.pages.execute import WIDGET_STATE, WIDGET_VIEW
from teachback.pages.site import Site

TOPIC = load_topic("bone_metastasis")
START = make.new_notebook(metadata={"title": "Start"})


def page(mode="practice", shows=True, **about):
    """Return the page of a notebook that shows a quiz, as if it had been run."""
    sheet = {"kind": "quiz", "key": "one", "title": "One", "questions": [], "policy": {}}
    sheet["policy"]["mode"] = mode
    state = {WIDGET_STATE: {"state": {"model": {"state": {"sheet": sheet}}}}}
    metadata = {"title": "A page", "teachback": about, "widgets": state}
    cell = make.new_code_cell("")
    if shows:
        data = {WIDGET_VIEW: {"model_id": "model"}}
        cell.outputs = [make.new_output("display_data", data=data)]
    return Page.of("page.ipynb", make.new_notebook(metadata=metadata, cells=[cell]), TOPIC)


def whole(one):
    site = Site(TOPIC, (Page.of("index.ipynb", START, TOPIC), one))
    return site.html(one, "/", "/kernel/page.html")


@pytest.mark.parametrize(
    ("audience", "mode", "wanted"),
    [
        ("patient", "practice", NEVER),
        ("nurse", "practice", ON_DEMAND),
        ("nurse", "exam", ALWAYS),
        ("educator", "practice", ALWAYS),
        ("", "practice", ALWAYS),
    ],
)
def test_who_reads_a_page_decides_unless_the_metadata_does(audience, mode, wanted):
    assert page(mode, audience=audience).kernel == wanted
    assert page(mode, audience=audience, kernel=ALWAYS).kernel == ALWAYS


@pytest.mark.parametrize("wanted", [NEVER, ON_DEMAND, ALWAYS])
@pytest.mark.parametrize("audience", ["patient", "nurse", "educator"])
def test_the_metadata_is_kept_whoever_reads(audience, wanted):
    assert page(audience=audience, kernel=wanted).kernel == wanted


def test_a_page_that_asks_nothing_gets_no_kernel():
    assert page(shows=False, audience="educator", kernel=ALWAYS).kernel == NEVER


@pytest.mark.parametrize("wanted", ["sometimes", "", None, True, ["never"]])
def test_what_the_metadata_cannot_say_is_refused(wanted):
    with pytest.raises(PageError, match=r"page\.ipynb: teachback\.kernel .* expected never, on-d"):
        page(kernel=wanted)


@pytest.mark.parametrize("wanted", [NEVER, ON_DEMAND])
def test_a_test_without_its_kernel_is_refused(wanted):
    with pytest.raises(PageError, match=r"page\.ipynb: a test is marked by the kernel"):
        page("exam", audience="nurse", kernel=wanted)


def test_a_page_that_never_gets_a_kernel_does_not_know_where_to_ask():
    assert "/kernel/" not in whole(page(kernel=NEVER))
    assert "backstage" not in whole(page(kernel=NEVER)).split("<script type")[-1]


@pytest.mark.parametrize("wanted", [ON_DEMAND, ALWAYS])
def test_a_page_that_may_get_a_kernel_knows_where_and_when_to_ask(wanted):
    html = whole(page(kernel=wanted))
    assert f'data-kernel="/kernel/page.html" data-kernel-when="{wanted}"' in html
    assert json.dumps("X-XSRFToken") in html
