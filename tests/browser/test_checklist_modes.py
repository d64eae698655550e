"""The checklist where it must not advise, and with a state that is not ours."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from playwright.sync_api import Page, expect

from tests.browser import accessibility as site
from tests.browser.quiz_page import CHECKLIST
from tests.browser.server import dashboard as serve
from tests.browser.test_checklist import SET, say

ADVICE = """() => [...document.querySelectorAll(".tb-danger, .tb-result, .tb-emergency")]
  .map(x => x.outerHTML).join("")"""
OTHERS = f"""([sets, ids]) => {{
  const advice = {ADVICE}, fixed = advice(), answer = {SET};
  return sets.filter((chosen) => {{
    answer(Object.fromEntries(ids.map((id) => [id, chosen.includes(id) ? "yes" : "no"])));
    return advice() !== fixed;
  }});
}}"""


@pytest.fixture
def opened(page: Page, dashboard: str) -> Page:
    site.visit(page, f"{dashboard}{CHECKLIST}.html")
    return page


def test_the_answers_can_be_saved_as_a_file_that_record_systems_read(opened: Page) -> None:
    requests: list[str] = []
    say(opened, "sleep_trouble", "Yes")
    opened.on("request", lambda one: requests.append(one.url))
    with opened.expect_download() as download:
        opened.get_by_role("button", name="Save my answers as a file (FHIR)").click()
    saved = json.loads(Path(download.value.path()).read_text("utf-8"))
    QuestionnaireResponse.model_validate(saved)
    assert "sleep_trouble" in json.dumps(saved)
    assert [one for one in requests if not one.startswith("blob:")] == []


@pytest.mark.parametrize(
    "saved",
    [
        {"answers": {"nobody": "yes"}},
        {"answers": {"fall": "maybe"}},
        {"severity": {"fall": 3}},
        {"none": 5},
    ],
)
def test_p8_a_state_that_is_not_ours_shows_whom_to_call_and_nothing_low(
    opened: Page, saved: dict[str, Any]
) -> None:
    say(opened, "fall", "Yes")
    (key,) = opened.evaluate("Object.keys(sessionStorage).filter(k => k.endsWith(':checklist'))")
    opened.evaluate(
        "([key, value]) => sessionStorage.setItem(key, value)", [key, json.dumps(saved)]
    )
    opened.reload()
    expect(opened.locator(".tb-broken")).to_contain_text("could not be read")
    expect(opened.locator(".tb-broken a")).to_have_attribute("href", "tel:911")
    expect(opened.locator("input:checked")).to_have_count(0)
    expect(opened.locator(".tb-step.is-here")).to_have_count(0)


def test_in_education_mode_no_tick_changes_a_byte_of_the_advice(page: Page, tmp_path: Path) -> None:
    notebooks = Path(__file__).parents[2] / "notebooks"
    file = tmp_path / "deployment.yaml"
    file.write_text("country: GB\nemergency_number: '999'\nemergency_place: A&E\n")
    with serve(tmp_path / "log", notebooks, "--deployment", str(file)) as address:
        site.visit(page, f"{address}{CHECKLIST}.html")
        ((_, sheet),) = site.pages_with(address, "checklist")
        ids = [one["id"] for one in site.questions(sheet)]
        source = Random(500)
        sets = [[], ids, *([one] for one in ids)]
        sets += [source.sample(ids, source.randint(2, 20)) for _ in range(500)]
        assert "999" in page.evaluate(ADVICE)
        assert page.evaluate(OTHERS, [sets, ids]) == []
