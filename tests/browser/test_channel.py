"""What a visitor sends to the quiz: only allowed answers get in, whatever is sent."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser import kernel
from tests.browser.classroom import QUIZ_PAGE
from tests.browser.quiz_page import QUESTIONS, right
from tests.browser.visitor import Channel, KernelPart, Visitor

FIRST, SECOND, *_ = QUESTIONS  # pick one, pick many
MARKUP = "<img src=x onerror=alert(1)>"
LONG = "x" * 60_000  # nearly as long as a message may be
OPTIONS = [option.id for option in FIRST.options]
STATE = f"repr({{k: v for k, v in {kernel.OUR_QUIZ}.get_state().items() if k != 'answers'}})"


def update(state: object, **more: object) -> dict[str, Any]:
    return {"method": "update", "state": state, "buffer_paths": [], **more}


def answers(value: object) -> dict[str, Any]:
    return update({"answers": value})


REFUSED = {
    "answers: a number": answers(7),
    "answers: nothing": answers(None),
    "answers: a string": answers(FIRST.id),
    "answers: a list": answers([FIRST.id, OPTIONS[0]]),
    "answers: markup": answers(MARKUP),
    "answers: a long string": answers(LONG),
    "answers: not a number": answers(math.nan),
    "one answer: a number": answers({FIRST.id: 1}),
    "one answer: nothing": answers({FIRST.id: None}),
    "one answer: true": answers({FIRST.id: True}),
    "one answer: a list": answers({FIRST.id: [OPTIONS[0]]}),
    "one answer: nested": answers({FIRST.id: {"id": {"id": OPTIONS[0]}}}),
    "one answer: unknown option": answers({FIRST.id: "nobody"}),
    "one answer: markup": answers({FIRST.id: MARKUP}),
    "one answer: a long string": answers({FIRST.id: LONG}),
    "one answer: an option's position": answers({FIRST.id: "0"}),
    "many: a string": answers({SECOND.id: SECOND.options[0].id}),
    "many: a mapping": answers({SECOND.id: {SECOND.options[0].id: True}}),
    "many: nested": answers({SECOND.id: [[SECOND.options[0].id]]}),
    "many: unknown option": answers({SECOND.id: [SECOND.options[0].id, "nobody"]}),
    "many: a long string": answers({SECOND.id: [LONG]}),
    "unknown question": answers({"nobody": "call"}),
    "question is markup": answers({MARKUP: OPTIONS[0]}),
    "question is a long string": answers({LONG: OPTIONS[0]}),
    "good and bad together": answers({FIRST.id: OPTIONS[0], "nobody": "call"}),
    "the sheet": update({"sheet": {"kind": "quiz", "questions": []}}),
    "the script": update({"_esm": f"document.body.innerHTML = '{MARKUP}'"}),
    "the style": update({"_css": "* { display: none }"}),
    "the layout": update({"layout": "IPY_MODEL_nobody"}),
    "the attempt": update({"attempt": {"answers": {}}}),
    "the model's name": update({"_model_module": "nobody", "_view_name": MARKUP}),
    "an unknown trait": update({"__class__": "nobody", "score": 100}),
    "state: a list": update(["answers"]),
    "state: a string": update("answers"),
    "state: nothing": update(None),
    "no state": {"method": "update"},
    "no method": {"state": {"answers": {}}},
    "an unknown method": {"method": "clear"},
    "a method of odd type": {"method": ["update"], "state": {}},
    "a custom message": {"method": "custom", "content": {"event": "clear", "code": "1/0"}},
    "data: a list": [update({})],
    "data: a string": "update",
    "data: nothing": None,
    "buffers that are not there": update({"answers": 7}, buffer_paths=[["answers", "a"]]),
    "buffers of odd shape": update({"answers": 7}, buffer_paths={"a": 1}),
}
NOISE = {"error", "stream", "display_data", "execute_result", "comm_msg", "comm_close"}


@dataclass
class Quiz:
    """The quiz of a kernel as a visitor reaches it, and as Python knows it."""

    address: str
    part: KernelPart
    channel: Channel

    def tell(self, data: object) -> list[dict[str, Any]]:
        """Send data to the quiz; return what came back for it."""
        sent = self.channel.send("comm_msg", {"comm_id": self.part.models[0], "data": data})
        heard = self.channel.heard_until_idle(sent)
        return [message for message in heard if message["parent_header"].get("msg_id") == sent]

    @property
    def answers(self) -> dict[str, str | list[str]]:
        return kernel.answers(self.part.kernel_id)

    @property
    def state(self) -> str:
        return kernel.read(self.part.kernel_id, STATE)


@pytest.fixture(scope="module")
def part(classroom: str) -> KernelPart:
    return KernelPart.of(Visitor(classroom).ask_for_kernel(QUIZ_PAGE))


@pytest.fixture
def quiz(classroom: str, part: KernelPart) -> Iterator[Quiz]:
    quiz = Quiz(classroom, part, Channel(classroom, part.kernel_id))
    yield quiz
    quiz.channel.close()


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_bad_input_changes_nothing_and_good_input_still_gets_in(quiz: Quiz, data: object) -> None:
    before, state = {FIRST.id: right(FIRST)}, quiz.state
    quiz.tell(answers(before))
    quiz.tell(data)
    assert quiz.answers == before
    assert quiz.state == state
    quiz.tell(answers({SECOND.id: right(SECOND)}))
    assert quiz.answers == {SECOND.id: right(SECOND)}


def test_a_refused_message_is_answered_with_silence(quiz: Quiz) -> None:
    told = {
        name: [m["content"].get("text") or m["content"].get("ename") or m["msg_type"] for m in loud]
        for name, data in REFUSED.items()
        if (loud := [m for m in quiz.tell(data) if m["msg_type"] in NOISE])
    }
    assert told == {}


def test_the_other_models_of_the_page_answer_bad_input_without_a_traceback(quiz: Quiz) -> None:
    models = "[w for w in __import__('ipywidgets').widgets.widget._instances]"
    for model in kernel.read(quiz.part.kernel_id, models):
        content = {"comm_id": model, "data": update({"width": {"no": 1}, "visibility": 7})}
        heard = quiz.channel.heard_until_idle(quiz.channel.send("comm_msg", content))
        assert "Traceback" not in str(heard), model


def test_text_that_cannot_be_encoded_costs_only_the_line_it_came_on(quiz: Quiz) -> None:
    quiz.tell(answers({FIRST.id: right(FIRST)}))
    line = Channel(quiz.address, quiz.part.kernel_id)
    line.send("comm_msg", {"comm_id": quiz.part.models[0], "data": answers({"\ud800": "\ud800"})})
    line.close()
    assert quiz.answers == {FIRST.id: right(FIRST)}
    quiz.tell(answers({}))
    assert quiz.answers == {}


WORDS = st.text(st.characters(codec="utf-8"), max_size=9) | st.sampled_from(OPTIONS)
NAMES = st.sampled_from([FIRST.id, SECOND.id, "answers", "nobody"])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=ANYTHING)
def test_whatever_is_sent_python_holds_only_allowed_answers(quiz: Quiz, value: object) -> None:
    for around in (answers, update, lambda given: given):
        quiz.tell(around(value))
    controls = {question.id: question.control() for question in QUESTIONS}
    for name, answer in quiz.answers.items():
        read = controls[name].read(answer)
        assert (list(read) if isinstance(read, tuple) else read) == answer
