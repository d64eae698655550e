// The front end of every widget: drawn here, or already drawn on the page and then adopted.

import { noStore, SHEETS } from "./store.js";

export const PAGE = Symbol.for("teachback.page");

/** Draw a sheet; the answers go to `link.send` once a kernel has adopted the drawing. */
export function draw(sheet, store) {
  const link = { send() {}, joined: false };
  const drawn = SHEETS[sheet.kind](sheet, store, (...said) => link.send(...said));
  return { ...drawn, link };
}

/** Join a drawing to a kernel's model: answers flow both ways, the drawing's own come first. */
export function join(drawn, model) {
  if (!drawn.tell) return () => {};
  if (!drawn.receive) return joinShared(drawn, model);
  const hear = () => drawn.receive(model.get("answers"));
  const hearResult = () => drawn.receiveResult(model.get("result"));
  drawn.link.send = (answers, sure, handedIn) => {
    model.set("answers", answers);
    model.set("sure", sure);
    if (handedIn) model.set("handed_in", true);
    model.save_changes();
  };
  if (drawn.link.joined || Object.keys(drawn.answers()).length) drawn.tell();
  else if (Object.keys(model.get("answers")).length) hear();
  drawn.link.joined = true;
  hearResult();
  model.on("change:answers", hear);
  model.on("change:result", hearResult);
  const leave = drawn.listenTo?.(model);
  return () => {
    leave?.();
    model.off("change:answers", hear);
    model.off("change:result", hearResult);
  };
}

/** A shared checklist only tells; Python never fills it in. */
function joinShared(drawn, model) {
  drawn.link.send = (state) => {
    model.set("state", state);
    model.save_changes();
  };
  drawn.tell();
  return () => Object.assign(drawn.link, { send() {} });
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
