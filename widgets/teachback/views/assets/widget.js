// The front end of every widget: drawn here, or already drawn on the page and then adopted.

import { drawChecklist } from "./checklist.js";
import { drawQuiz } from "./quiz.js";
import { noStore } from "./store.js";

const DRAW = { quiz: drawQuiz, checklist: drawChecklist };
export const PAGE = Symbol.for("teachback.page");

/** Draw a sheet; the answers go to `link.send` once a kernel has adopted the drawing. */
export function draw(sheet, store) {
  const link = { send() {} };
  const drawn = DRAW[sheet.kind](sheet, store, (answers) => link.send(answers));
  return { ...drawn, link };
}

/** Join a drawing to a kernel's model: answers flow both ways, the drawing's own come first. */
export function join(drawn, model) {
  if (!drawn.receive) return () => {};
  const hear = () => drawn.receive(model.get("answers"));
  drawn.link.send = (answers) => {
    model.set("answers", answers);
    model.save_changes();
  };
  if (Object.keys(drawn.answers()).length) drawn.link.send(drawn.answers());
  else if (Object.keys(model.get("answers")).length) hear();
  model.on("change:answers", hear);
  return () => model.off("change:answers", hear);
}

function render({ model, el }) {
  const sheet = model.get("sheet");
  const adopted = globalThis[PAGE]?.adopt(sheet, model);
  if (adopted) return adopted;
  const drawn = draw(sheet, noStore);
  el.append(drawn.element);
  return join(drawn, model);
}

export default { render };
