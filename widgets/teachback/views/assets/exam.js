// A test with attempts: the quiz that the kernel drew, what it says of it, and the certificate.

import { freshId, make, show } from "./dom.js";
import { SHEETS } from "./store.js";

const CUT = "The connection is lost. What you chose is still on this page. You can go on, and hand in when the connection is back.";
const GONE = "The connection is lost, and this test cannot be marked any more. What you chose stays on this page. To take the test, begin anew.";
const NO_CERTIFICATE = "The connection is lost, and no certificate can be made any more. What this page says stays until you leave it.";

/** Draw the test of `sheet`; marks, verdict and certificate come from the kernel, and only there. */
function drawExam(sheet, store, send) {
  let quiz = SHEETS.quiz(sheet, store, send);
  let model = null;
  const attempt = make("p", { className: "tb-attempt" });
  const place = make("div", { onchange: start }, quiz.element);
  const anew = make("button", { type: "button", className: "tb-button tb-primary", onclick: beginAnew }, "Begin anew, with other questions");
  const verdict = drawVerdict(() => tell("again", model.get("sheet").attempt + 1));
  const name = drawName((value) => tell("name", value));
  const certificate = make("div");
  const root = make("div", { className: "tb tb-exam" }, attempt, place);
  const marked = () => Boolean(model?.get("verdict").head);
  const isOpen = () => model && !marked() && Object.keys(store.load().chosen ?? {}).length > 0;

  function tell(what, value) {
    if (!model) return;
    model.set(what, value);
    model.save_changes();
  }

  /** The verdict comes before all the rest of how it went: it is what a nurse waits for. */
  function seat() {
    place.replaceChildren(quiz.element);
    quiz.outcome.before(verdict.element, name.element, certificate);
    say(sheet);
  }

  function beginAnew() {
    removeEventListener("beforeunload", askFirst);
    location.reload();
  }

  /** A browser asks before it leaves a page on which something would be lost. */
  function askFirst(event) {
    if (isOpen()) event.preventDefault();
  }

  function start() {
    if (model && !model.get("started")) tell("started", true);
  }

  function say(given) {
    show(attempt, given.questions.length ? `Attempt ${given.attempt} of ${given.attempts}. Do not leave or reload this page before you hand in: what you chose would be lost.` : "");
  }

  /** Another attempt is another sheet: nothing of the last one stays. */
  function redraw() {
    const next = model.get("sheet");
    if (!next.questions.length || next.attempt === sheet.attempt) return;
    sheet = next;
    store.save({});
    quiz = SHEETS.quiz(sheet, store, send);
    seat();
    place.querySelector(".tb-count")?.focus();
  }

  function hear() {
    const said = model.get("verdict");
    const isNews = Boolean(said.head) && verdict.element.hidden;
    verdict.update(said);
    if (isNews) verdict.focus();
    const given = model.get("certificate");
    name.refuse(given.refused ?? "");
    if (given.code && !certificate.children.length) {
      certificate.replaceChildren(...drawCertificate(given));
      certificate.querySelector("h3").focus();
    }
    name.element.hidden = !said.passed || certificate.children.length > 0;
  }

  /** Listen to the kernel's model; returns how to stop. */
  function listenTo(joined) {
    model = joined;
    const events = { "change:verdict": hear, "change:certificate": hear, "change:sheet": redraw };
    for (const [event, task] of Object.entries(events)) model.on(event, task);
    hear();
    return () => {
      for (const [event, task] of Object.entries(events)) model.off(event, task);
    };
  }

  /** Without its kernel nobody can mark a test or make a certificate: say so, and what to do. */
  function whenLost(why) {
    if (!quiz.finish || (marked() && (!model.get("verdict").passed || certificate.children.length))) return null;
    if (why !== "gone") return marked() ? null : CUT;
    name.element.hidden = true;
    if (marked()) return NO_CERTIFICATE;
    quiz.finish.replaceWith(anew);
    quiz.notice.hidden = true;
    return GONE;
  }

  seat();
  addEventListener("beforeunload", askFirst);
  return {
    element: root,
    listenTo,
    whenLost,
    answers: () => quiz.answers(),
    receive: (given) => quiz.receive(given),
    receiveResult: (marks) => quiz.receiveResult(marks),
    tell: () => quiz.tell(),
  };
}

function drawVerdict(onAgain) {
  const id = freshId("verdict");
  const head = make("h3", { id, tabIndex: -1 });
  const words = make("div", { attrs: { role: "status" } });
  const again = make("button", { type: "button", className: "tb-button tb-primary", onclick: onAgain }, "Take the other form");
  const element = make("section", { className: "tb-outcome tb-exam-verdict", hidden: true, attrs: { "aria-labelledby": id } }, head, words, again);

  function update(said) {
    element.hidden = !said.head;
    element.classList.toggle("is-passed", Boolean(said.passed));
    show(head, said.head ?? "");
    show(words, ...(said.lines ?? []).map((line) => make("p", {}, line)));
    again.hidden = !said.again;
  }

  return { element, update, focus: () => head.focus() };
}

function drawName(onName) {
  const id = freshId("name");
  const input = make("input", { id, type: "text", className: "tb-name", maxLength: 60 });
  const refused = make("p", { className: "tb-notice", attrs: { role: "status" } });
  const element = make(
    "form",
    { className: "tb-card", hidden: true, onsubmit: submit, attrs: { novalidate: "" } },
    make("label", { htmlFor: id, className: "tb-legend" }, "Name to print on the certificate"),
    make("p", { className: "tb-hint" }, "It goes to this page's kernel to be signed, and is kept nowhere."),
    input,
    refused,
    make("button", { type: "submit", className: "tb-button tb-primary" }, "Make the certificate"),
  );

  function submit(event) {
    event.preventDefault();
    if (input.value.trim()) onName(input.value);
    else show(refused, "Write your name first.");
  }

  function refuse(words) {
    show(refused, words);
    input.setAttribute("aria-invalid", String(Boolean(words)));
  }

  return { element, refuse };
}

function drawCertificate({ title, lines, code, only }) {
  const id = freshId("certificate");
  const rows = lines.map(([label, words]) => make("tr", {}, make("th", { attrs: { scope: "row" } }, label), make("td", {}, words || make("span", { className: "tb-sign" }, "Not yet checked by a clinician"))));
  const paper = make(
    "section",
    { className: "tb tb-certificate", attrs: { "aria-labelledby": id } },
    make("h3", { id, tabIndex: -1 }, title),
    make("table", {}, make("tbody", {}, ...rows)),
    make("p", {}, "Code to check this paper with:"),
    make("p", { className: "tb-code" }, code),
    make("p", { className: "tb-small" }, only),
  );
  return [paper, make("button", { type: "button", className: "tb-button tb-primary", onclick: () => printAlone(paper) }, "Print the certificate, or save it as PDF")];
}

/** Print one part of the page alone. */
function printAlone(part) {
  const copy = part.cloneNode(true);
  document.body.append(copy);
  document.documentElement.classList.add("tb-print-certificate");
  const done = () => {
    document.documentElement.classList.remove("tb-print-certificate");
    copy.remove();
  };
  addEventListener("afterprint", done, { once: true });
  window.print();
}

SHEETS.exam = drawExam;
