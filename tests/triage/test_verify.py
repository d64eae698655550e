"""A sample of `make verify`, and that it would find a rule that lowers the level."""

from tests.triage import verify
from tests.triage.states import SYMPTOMS
from tests.triage.verify import Job, run


def test_a_sample_of_the_recipe_breaks_no_law():
    jobs = [Job(name, 0, 250) for name in SYMPTOMS] + [Job("", seed, 50) for seed in range(20)]
    outcomes = [run(job) for job in jobs]
    assert [one for outcome in outcomes for one in outcome.violations] == []
    assert sum(outcome.checks for outcome in outcomes) > 5000


def test_a_level_that_falls_is_found(monkeypatch):
    monkeypatch.setattr(verify, "rank", lambda found: -len(found.present))
    assert any(one.startswith("P1") for one in run(Job("", 1, 50)).violations)


def test_a_worse_answer_that_lowers_the_level_is_found(monkeypatch):
    def milder(found):
        return -sum(map(sum, found.present.values())) - len(found.modifiers)

    monkeypatch.setattr(verify, "rank", milder)
    laws = {one[:2] for one in run(Job("constipation", 0, 10)).violations}
    assert laws >= {"P2", "P3", "P4", "P6"}
