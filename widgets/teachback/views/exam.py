"""A test drawn by a blueprint, as a widget: attempts, the verdict, and the certificate."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Any

import traitlets

from teachback.attempt import Attempt, Outcome, outcome
from teachback.certificate import (
    EDUCATION_ONLY,
    NO_HOURS,
    Completion,
    code_of,
    lines,
    read_key,
    read_name,
)
from teachback.content import Topic, exam_forms
from teachback.errors import CertificateError, ServeError
from teachback.questions import QuestionSet, quiz_sheet
from teachback.views.quiz import Quiz
from teachback.views.sheet_widget import LOG

MINUTE = 60
NO_KEY = "This site cannot make certificates yet. Tell the people who run it."


def _now() -> datetime:
    return datetime.now().astimezone()


class Exam(Quiz):
    """A test of a topic. The kernel alone marks it, and draws another form for another attempt.

    Only what a nurse did in this visit counts: nothing is kept when the page is left. A
    certificate is made once the test is passed and a name was given.

    Raises:
        KeyError: if the topic has no such test.
        ValueError: if its banks hold too few items.
    """

    accepts = (*Quiz.accepts, "started", "again", "name")
    started = traitlets.Bool(help="Whether the first answer was given.").tag(sync=True)
    again = traitlets.Int(help="The attempt that is wanted next.").tag(sync=True)
    name = traitlets.Unicode(help="The name to print, as sent.").tag(sync=True)
    verdict = traitlets.Dict(help="How the test went, once it was handed in.").tag(sync=True)
    certificate = traitlets.Dict(help="The certificate, or why there is none.").tag(sync=True)

    def __init__(
        self, topic: Topic, exam: str, seed: str | None = None, now: Callable[[], datetime] = _now
    ) -> None:
        self._exam, self._now = topic.exams[exam], now
        self._seed = seed or secrets.token_hex(8)
        self._forms = exam_forms(topic, self._exam, self._seed)
        self._number, self._began = 0, now()
        super().__init__(topic, self._forms[0], self._seed)

    def _sheet(self, content: QuestionSet, seed: str | None) -> dict[str, Any]:
        sheet = quiz_sheet(content, self._topic.cite, seed)
        # Which items are red flags would be a hint; Python says at the end what was missed.
        policy = sheet["policy"] | {"must": [], "pass": None}
        about = {"kind": "exam", "key": self._exam.id, "policy": policy}
        return sheet | about | {"attempt": self._number + 1, "attempts": len(self._forms)}

    def take(self, name: str, value: object) -> None:
        """Take what the browser sent, if it can be at this point of the test."""
        if name == "started":
            self._began = self._began if self.started or value is not True else self._now()
            self.started = self.started or value is True
        elif name == "again":
            self._next_form(value)
        elif name == "name":
            self._certify(value)
        else:
            super().take(name, value)

    def _hand_in(self, value: object) -> None:
        super()._hand_in(value)
        if self.handed_in:
            self._minutes = max(1, round((self._now() - self._began).total_seconds() / MINUTE))
            self.verdict = self._told(outcome(self.attempt))

    def _told(self, went: Outcome) -> dict[str, Any]:
        more = not went.passed and self._number + 1 < len(self._forms)
        said = [f"{went.points} of {went.maximum} points: {went.percent} of 100."]
        said.append(f"A pass needs {went.needed} of 100, every red flag, and every emergency.")
        if went.missed:
            said.append(f"Red-flag items that were missed: {len(went.missed)}.")
        if went.under_triaged:
            said.append(f"Under-triage of an emergency: {len(went.under_triaged)}.")
        if not went.passed:
            said.append("Read what was missed first." if more else "That was the last attempt.")
        head = "Passed." if went.passed else "Not passed yet."
        return {"passed": went.passed, "head": head, "lines": said, "again": more}

    def _next_form(self, value: object) -> None:
        if not self.verdict.get("again") or value != self._number + 2:
            self._refuse("there is no such attempt now")
            return
        self._number += 1
        content = self._forms[self._number]
        with self.hold_sync():
            self.attempt = Attempt(content, asked=tuple(one.id for one in content.questions))
            self.result, self.verdict, self.answers, self.sure = {}, {}, {}, {}
            self.handed_in, self.started = False, False
            self.sheet = self._sheet(content, self._seed)

    def _certify(self, value: object) -> None:
        if not (self.handed_in and outcome(self.attempt).passed):
            self._refuse("only a passed test has a certificate")
            return
        try:
            self.certificate = self._printed(self._completion(read_name(value)))
        except CertificateError as error:
            self.certificate = {"refused": str(error)}
        except ServeError as error:
            LOG.warning("no certificate: %s", error)
            self.certificate = {"refused": NO_KEY}

    def _completion(self, name: str) -> Completion:
        about, went = self._topic.about, outcome(self.attempt)
        return Completion(
            learner=name,
            module=f"{about.title}: {self._exam.title}",
            version=about.reviewed.isoformat(),
            day=self._now().date().isoformat(),
            points=went.points,
            maximum=went.maximum,
            minutes=self._minutes,
            attempt=self._number + 1,
        )

    def _printed(self, completion: Completion) -> dict[str, Any]:
        about, site = self._topic.about, self._topic.deployment
        provider = (site.provider, site.provider_address, site.disclosure)
        met = [
            self._topic.objectives[name].text
            for name, (points, most) in sorted(self.attempt.by_objective().items())
            if points == most
        ]
        return {
            "title": NO_HOURS,
            "lines": lines(completion, met, provider, (about.reviewed, about.reviewed_by)),
            "code": code_of(completion, read_key(site.certificate_key)),
            "only": EDUCATION_ONLY,
        }

    def __repr__(self) -> str:
        return f"Exam({self._exam.id!r}, {self._exam.items} items, {len(self._forms)} attempts)"
