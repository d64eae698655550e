"""From a paragraph to the facts behind it: the brief says what a page claims."""

from teachback.pages.coverage import Coverage
from teachback.pages.gates import Draft
from teachback.pages.gates.claims import claims, founded, founded_on
from tests.pages.drafts import CITED, SOURCES, TOP, TOPIC, draft

KNOWN = founded_on(TOPIC)


def read(folder, *cells, **about):
    return Draft.read(draft(folder / "page.ipynb", *cells, **about), "page.ipynb")


def test_a_claim_leads_to_the_facts_that_rest_on_its_sources(tmp_path):
    page = read(tmp_path, TOP, f"## New pain\n\n{CITED}", SOURCES, facts=["SEED-06", "SEED-01"])
    rows = [claim.row() for claim in claims(page, KNOWN)]
    assert rows[-1] == (
        *("page.ipynb", "New pain", "A new pain is often the first sign."),
        *("SEED-06", "S-ACS2"),
    )


def test_a_rule_of_the_checklist_stands_behind_a_claim_too(tmp_path):
    path = draft(tmp_path / "page.ipynb", "# A\n\nCall. [RNOH](#S-RNOH)", facts=["SEED-06"])
    named = path.read_text("utf-8").replace('"facts"', '"rules": ["T01"],\n     "facts"')
    bare = list(founded(Draft.read(path, "page.ipynb"), KNOWN))
    path.write_text(named, "utf-8")
    assert len(bare) == 1
    assert list(founded(Draft.read(path, "page.ipynb"), KNOWN)) == []


def test_every_claim_of_every_page_is_found_in_the_brief():
    coverage = Coverage(TOPIC.folder)
    coverage.add(coverage.home.parents[3] / "notebooks/patient/03_signs_to_know.ipynb")
    rows = coverage.claims()
    assert rows[0][3] == "Facts and rules"
    assert all(row[3] for row in rows[1:])
    assert len(rows) > 20
