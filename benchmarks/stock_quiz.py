"""The lesson's questions from stock ipywidgets, marked in the kernel of the stock notebook."""

from __future__ import annotations

from html import escape

import ipywidgets as widgets

from teachback.questions import AnyQuestion, MultipleChoice, QuestionSet, mark

CARD = "bench-card"
FEEDBACK = "bench-feedback"
WIDE = {"width": "auto"}


def stock_quiz(questions: str) -> widgets.VBox:
    """Return all questions of a quiz, given as JSON, as stock widgets."""
    quiz = QuestionSet.model_validate_json(questions)
    intro = widgets.HTML(f"<p>{escape(quiz.intro)}</p>")
    return widgets.VBox([intro, *(_card(question) for question in quiz.questions)])


def _card(question: AnyQuestion) -> widgets.VBox:
    control = _PickOne(question) if isinstance(question, MultipleChoice) else _PickMany(question)
    button = widgets.Button(description="Check my answer")
    feedback = widgets.HTML()
    feedback.add_class(FEEDBACK)

    def check(_: widgets.Button) -> None:
        answer = control.answer()
        feedback.value = _reasons(question, answer) if answer else "Choose an answer first."

    button.on_click(check)
    ask = widgets.HTML(f"<p><strong>{escape(question.ask)}</strong></p>")
    card = widgets.VBox([ask, control.widget, button, feedback])
    card.add_class(CARD)
    return card


class _PickOne:
    def __init__(self, question: AnyQuestion) -> None:
        options = [(option.text, option.id) for option in question.options]
        self.widget = widgets.RadioButtons(options=options, value=None, layout=WIDE)

    def answer(self) -> str | None:
        """Return the chosen option's id."""
        return self.widget.value


class _PickMany:
    def __init__(self, question: AnyQuestion) -> None:
        self.boxes = {
            option.id: widgets.Checkbox(description=option.text, indent=False, layout=WIDE)
            for option in question.options
        }
        self.widget = widgets.VBox([*self.boxes.values()])

    def answer(self) -> list[str]:
        """Return the chosen options' ids."""
        return [option for option, box in self.boxes.items() if box.value]


def _reasons(question: AnyQuestion, answer: object) -> str:
    result = mark(question, answer)
    text = {option.id: option.text for option in question.options}
    items = "".join(
        f"<li><strong>{escape(text[reason.element])}</strong> {escape(reason.why)}</li>"
        for reason in result.reasons
    )
    verdict = f"{result.verdict}: {result.score} of {result.maximum}"
    return f"<p>{escape(verdict)}</p><ul>{items}</ul>"
