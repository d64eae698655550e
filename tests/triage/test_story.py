"""Stories come out as the rules say, decisions are judged and counted, and orders never repeat."""

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
import yaml

from teachback import TriagePractice, load_topic
from teachback.triage import RANKS, StorySet, advise, judged, story_mistake, tally
from teachback.triage.practice_sheet import WORST, findings_of_story
from tests.javascript import call

TOPIC = load_topic("bone_metastasis")
PAGE = (Path(__file__).parents[2] / "docs/stories.md").read_text("utf-8")
STORIES = [story for told in TOPIC.stories.values() for story in told.stories]
EXAMPLE = StorySet.model_validate(
    yaml.safe_load(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0])
)
SHEET = TriagePractice(TOPIC, per_round=3).sheet


@pytest.mark.parametrize("story", [*STORIES, *EXAMPLE.stories], ids=lambda story: story.id)
def test_the_rule_engine_gives_each_story_its_level_and_rules(story):
    advice = advise(TOPIC.checklist, findings_of_story(TOPIC.checklist, story))
    assert (advice.level.id, sorted(advice.rules)) == (story.level, sorted(story.rules))


@pytest.mark.parametrize("change", [{"level": "SAME_DAY"}, {"rules": ("T11",)}])
def test_a_story_that_says_another_level_or_other_rules_is_a_mistake(change):
    (story,) = EXAMPLE.stories
    assert story_mistake(TOPIC.checklist, story) is None
    message = story_mistake(TOPIC.checklist, story.model_copy(update=change))
    assert "the rules give CALL_24_48H by T10" in message


@pytest.mark.parametrize(("chosen", "level"), product(RANKS, RANKS))
def test_an_emergency_placed_lower_is_always_named_as_such(chosen, level):
    verdict = judged(chosen, level)
    lower = RANKS[chosen] < RANKS[level]
    assert (verdict == "missed_emergency") == (lower and level == "EMERGENCY_NOW")
    assert (verdict == "same") == (chosen == level)
    words = SHEET["verdicts"][level][chosen]["words"]
    assert ("Under-triage of an emergency" in words) == (verdict == "missed_emergency")


def test_decisions_are_counted_by_what_they_mean():
    now, today, soon = "EMERGENCY_NOW", "SAME_DAY", "CALL_24_48H"
    given = [(now, now), (today, now), (now, soon), (soon, today), (soon, soon)]
    counted = tally(given)
    assert (counted.emergencies, counted.found, counted.higher, counted.lower) == (2, 1, 1, 2)
    assert (counted.sensitivity, counted.over_triage) == (0.5, 1 / 3)
    assert (tally([]).sensitivity, tally([]).over_triage) == (None, None)


def test_what_a_story_does_not_say_counts_as_worst_and_the_sheet_says_so():
    story = EXAMPLE.stories[0].model_copy(update={"findings": {"symptoms": ["bone_pain"]}})
    told = EXAMPLE.model_copy(update={"stories": (story,)})
    topic = replace(TOPIC, stories={"x": told})
    heard = TriagePractice(topic).sheet["stories"][0]["heard"]
    assert [one["said"].count(WORST) for one in heard] == [2, 1, 1, 1]


def test_stories_for_a_test_are_never_shown_in_practice():
    told = EXAMPLE.model_copy(update={"use": "test"})
    topic = replace(TOPIC, stories={"x": told})
    with pytest.raises(ValueError, match="0 stories"):
        TriagePractice(topic)


@pytest.mark.parametrize("seed", [0, 1, 2**31, 2**32 - 1])
def test_no_order_comes_twice_while_there_is_another(seed):
    for count, passes in ((3, 6), (4, 24), (40, 200)):
        orders = call("ordersOf", count, seed, passes)
        assert len({tuple(order) for order in orders}) == passes
        assert all(sorted(order) == list(range(count)) for order in orders)


def test_more_rounds_than_orders_go_on():
    assert len(call("ordersOf", 1, 5, 4)) == 4


def test_a_seed_repeats_the_order_and_another_gives_another():
    assert call("ordersOf", 40, 7, 3) == call("ordersOf", 40, 7, 3)
    assert call("ordersOf", 40, 7, 1) != call("ordersOf", 40, 8, 1)


def test_each_pass_asks_every_story_once_in_rounds():
    practised = sorted(story["id"] for story in SHEET["stories"])
    told = call("coming", SHEET, 9, 2 * len(practised))
    first, second = told[: len(practised)], told[len(practised) :]
    for one in (first, second):
        assert sorted(at["story"] for at in one) == practised
    assert [at["round"] for at in first[:4]] == [0, 0, 0, 1]
    assert [at["place"] for at in first[:4]] == [0, 1, 2, 0]


@pytest.mark.parametrize("seed", range(20))
def test_the_browser_counts_a_round_as_python_does(seed):
    levels = {story.id: story.level for story in STORIES}
    order = call("coming", SHEET, seed, 2 * len(STORIES))
    choices = [list(RANKS)[(seed * 7 + n * n) % 4] for n in range(len(order))]
    counted = call("rounds", SHEET, seed, choices)
    for number, row in enumerate(counted):
        given = [
            (choices[n], levels[at["story"]]) for n, at in enumerate(order) if at["round"] == number
        ]
        mine = tally(given)
        assert row == {name: getattr(mine, name) for name in row}


@pytest.mark.parametrize(
    "saved",
    [
        {},
        {"seed": 1, "choices": ["NOW"]},
        {"choices": 5},
        {"stories": "x", "seed": 1, "choices": []},
    ],
)
def test_practice_that_does_not_fit_the_stories_begins_anew(saved):
    ids = ",".join(story.id for story in STORIES)
    state = call("keptPractice", SHEET, {"stories": ids, **saved}, 4)
    assert (state["seed"], state["choices"], state["phase"]) == (4, [], "story")
