"""Every claim is taught and asked, and what is missing is named at its fact (issue: coverage)."""

from dataclasses import replace

import pytest

from teachback.content import Deployment, topic_folder
from teachback.content.topic import read_files
from teachback.pages.ledger import Ledger, as_markdown
from teachback.pages.review import PageReport

TOPIC, FILES, _ = read_files(topic_folder("bone_metastasis"), Deployment())
PATIENTS = frozenset(fact.id for fact in TOPIC.facts.values() if "patient" in fact.audience)


def page(facts, audience="patient"):
    return PageReport("notebooks/a.ipynb", audience, 0.0, 0, 0, frozenset(facts), ())


def without_question(fact):
    quizzes = {
        quiz.id: quiz.model_copy(
            update={"questions": tuple(_not_asking(one, fact) for one in quiz.questions)}
        )
        for quiz in TOPIC.quizzes.values()
    }
    return replace(TOPIC, quizzes=quizzes)


def _not_asking(question, fact):
    others = tuple(one for one in question.facts if one != fact)
    return question.model_copy(update={"facts": others})


def missing(ledger):
    return [str(one) for one in ledger.missing(FILES["facts"])]


def test_nothing_is_missing_when_all_is_taught_and_asked():
    ledger = Ledger(TOPIC, [page(PATIENTS)])
    assert missing(ledger) == []
    assert list(ledger.unused(FILES["facts"])) == []
    assert ledger.summary().startswith(
        "SEED: taught 50 of 50, asked 49 of 50 (SEED-42: it names a reviewer)\nFACT: taught "
    )


@pytest.mark.parametrize("fact", ["SEED-01", "SEED-42", "FACT-44"])
def test_a_fact_for_patients_that_no_page_of_theirs_teaches_is_named(fact):
    ledger = Ledger(TOPIC, [page(PATIENTS - {fact}), page([fact], "nurse")])
    (found,) = missing(ledger)
    assert f"'{fact}': no page for patients teaches it" in found
    assert int(found.split(":")[1]) > 1


def test_a_claim_of_the_first_article_that_nothing_asks_is_named():
    (found,) = missing(Ledger(without_question("SEED-22"), [page(PATIENTS)]))
    assert "'SEED-22': no question asks for it" in found


def test_a_reason_not_to_ask_goes_when_somebody_asks():
    facts = TOPIC.facts | {
        "SEED-22": TOPIC.facts["SEED-22"].model_copy(update={"not_asked": "it is hard"})
    }
    (found,) = missing(Ledger(replace(TOPIC, facts=facts), [page(PATIENTS)]))
    assert "remove 'not_asked'" in found


def test_a_fact_that_nothing_uses_is_named():
    ledger = Ledger(TOPIC, [page(PATIENTS - {"SEED-42"})])
    (found,) = ledger.unused(FILES["facts"])
    assert "'SEED-42'" in found.where


def test_the_table_has_a_row_for_each_fact():
    rows = Ledger(TOPIC, [page(PATIENTS)]).table()
    assert [row[0] for row in rows[1:]] == list(TOPIC.facts)
    assert as_markdown(rows).count("\n") == len(rows)
