// A picture whose parts open what they can mean: tapping a part, or its name beside it, opens its note.

/** Without a script the notes open by themselves; what is open is marked in the picture. */
export function openPlaces() {
  for (const map of document.querySelectorAll(".tb-places")) {
    for (const note of map.querySelectorAll("details[data-place]")) joinPlace(map, note);
    map.querySelector("[data-tap]").hidden = false;
  }
}

function joinPlace(map, note) {
  const { place } = note.dataset;
  const bone = map.querySelector(`svg [data-place="${place}"]`);
  const parts = [bone, reachOf(bone), ...map.querySelectorAll(`svg [data-for="${place}"]`)];
  for (const part of parts) {
    part.classList.add("tb-tappable");
    part.addEventListener("click", () => open(note));
  }
  const mark = () => {
    for (const part of parts) part.classList.toggle("is-on", note.open);
    map.classList.toggle("is-chosen", map.querySelector("details[open]") !== null);
  };
  note.addEventListener("toggle", mark);
  mark();
}

/** A wide, unseen copy below everything: a thin bone is hit by a thumb, and a bone above it still wins. */
function reachOf(bone) {
  const reach = bone.cloneNode(true);
  reach.removeAttribute("id");
  reach.classList.add("tb-place-reach");
  bone.closest("svg").querySelector("desc").after(reach);
  return reach;
}

function open(note) {
  note.open = true;
  note.querySelector("summary").focus({ preventScroll: true });
  note.scrollIntoView({ block: "nearest" });
}
