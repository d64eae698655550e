"""The static site below a sub-path of a plain file server: same pages, offline after a visit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from teachback.content import TOPIC, load_topic
from teachback.pages import ALWAYS, Site, prepare_site
from teachback.pages.static import build
from tests.browser.answering import answer_by_mouse, check
from tests.browser.files import files_of
from tests.browser.server import NOTEBOOKS
from tests.browser.test_axe import violations

LESSON = "patient/03_signs_to_know.html"
REPORTS = """() => {
  globalThis.reports = [];
  addEventListener("securitypolicyviolation", (e) => globalThis.reports.push(e.violatedDirective));
}"""
FREE_TEXT = "input[type=text], input[type=email], input[type=file], textarea, [contenteditable]"
KEPT = "() => navigator.serviceWorker.ready.then(() => caches.keys())"


@pytest.fixture(scope="module")
def site() -> Site:
    return prepare_site(NOTEBOOKS, load_topic(TOPIC), lambda _: None)


@pytest.fixture(scope="module")
def home(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hospital")
    build(site, folder / "courses" / "bones", lambda _: None)
    with files_of(folder) as address:
        yield f"{address}courses/bones/"


def test_every_page_obeys_its_policy_asks_no_other_host_and_draws_its_questions(
    page: Page, site: Site, home: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(f"({REPORTS})()")
    for one in site.pages:
        page.goto(home + one.address)
        expect(page.locator("h1")).to_have_count(1)
        if one.islands and one.kernel != ALWAYS:
            expect(page.locator("[data-teachback]").first).to_be_visible()
        assert page.evaluate("globalThis.reports") == [], one.address
        if one.address.startswith("patient/"):
            assert page.locator(FREE_TEXT).count() == 0, one.address
        assert page.locator("html").get_attribute("data-teachback-kernel") == "none"
    assert [url for url in asked if not url.startswith((home, "data:"))] == []


def test_every_link_of_every_page_leads_to_a_page(page: Page, site: Site, home: str) -> None:
    links: set[str] = set()
    for one in site.pages:
        page.goto(home + one.address)
        links |= set(page.locator("a[href]").evaluate_all("all => all.map((one) => one.href)"))
    inside = {link.partition("#")[0] for link in links if link.startswith("http")}
    assert [link for link in inside if not page.request.get(link).ok] == []


def test_a_question_answers_and_a_page_is_clean_for_axe(page: Page, home: str) -> None:
    page.goto(home + LESSON)
    question = load_topic(TOPIC).quizzes["signs_to_know"].questions[0]
    answer_by_mouse(page, question)
    check(page, question)
    expect(page.locator(f"[data-question='{question.id}'] [role=status]").first).not_to_be_empty()
    assert violations(page) == []


def test_after_one_visit_every_page_is_there_without_a_network(
    context: BrowserContext, site: Site, home: str
) -> None:
    page = context.new_page()
    page.goto(home)
    assert page.evaluate(KEPT)
    context.set_offline(True)
    for one in site.pages:
        page.goto(home + one.address)
        expect(page.locator("h1")).to_have_count(1)
    page.goto(home)
    expect(page.locator("h1")).to_have_text(site.pages[0].title)


def test_a_page_that_needs_the_server_says_so_and_keeps_the_way_to_help(
    page: Page, site: Site, home: str
) -> None:
    needing = [one for one in site.pages if one.kernel == ALWAYS]
    for one in needing:
        page.goto(home + one.address)
        expect(page.locator("main")).to_contain_text("needs the course's server")
        expect(page.get_by_text("Get help now").first).to_be_visible()
