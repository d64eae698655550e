"""What to look for on a page, and the sizes and spacings at which to look."""

CUT_TEXT = """style => {
  const view = document.querySelector("style.view") ?? document.createElement("style");
  document.head.append(Object.assign(view, { className: "view", textContent: style }));
  const wide = document.documentElement.clientWidth;
  const scrolls = x => x && (x.matches("[tabindex='0']") || scrolls(x.parentElement));
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const off = [];
  while (words.nextNode()) {
    const node = words.currentNode, range = document.createRange();
    range.selectNodeContents(node);
    const unseen = node.parentElement.closest(".tb-skip, .tb-unseen");  // heard, not seen
    if (!node.parentElement.checkVisibility() || unseen) continue;
    const svg = node.parentElement.closest("svg");  // letters may leave a drawing, if whole
    const cuts = svg && getComputedStyle(svg).overflow !== "visible";
    const room = cuts ? svg.getBoundingClientRect() : null;
    const [left, right] = room ? [room.left - 1, room.right + 1] : [-1, wide + 1];
    const boxes = [...range.getClientRects()].filter(box => box.width);
    if (boxes.some(box => box.right > right || box.left < left)
        && !scrolls(node.parentElement)) off.push(node.textContent.trim());
  }
  const cut = [...document.querySelectorAll("body :not(.tb-unseen)")].filter(x => {
    const { overflowX, overflowY, display } = getComputedStyle(x);
    return display !== "inline" && x.textContent.trim() && x.checkVisibility() && !x.closest("svg")
      && ((["hidden", "clip"].includes(overflowX) && x.scrollWidth > x.clientWidth + 1)
        || (["hidden", "clip"].includes(overflowY) && x.scrollHeight > x.clientHeight + 1));
  }).map(x => `cut: ${x.textContent.trim().slice(0, 60)}`);
  const wider = document.documentElement.scrollWidth > innerWidth;
  return [...off, ...cut, ...(wider ? ["the page scrolls sideways"] : [])];
}"""
SMALL = """all => all.map(x => [x, x.getBoundingClientRect()])
  .filter(([x, box]) => x.checkVisibility() && Math.min(box.width, box.height) < 44)
  .map(([x, box]) => `${x.textContent.trim()}: ${box.width} x ${box.height}`)"""
EDGELESS = """all => all.filter(x => x.checkVisibility() && ["Top", "Bottom"].every(side =>
  !parseFloat(getComputedStyle(x)[`border${side}Width`]))).map(x => x.textContent)"""
SPACED = """p { margin-bottom: 2em !important } * { line-height: 1.5 !important;
  letter-spacing: .12em !important; word-spacing: .16em !important }"""
VIEWS = {
    "320": (320, 740, ""),
    "1280": (1280, 800, ""),
    "320 spaced": (320, 740, SPACED),
    "1280 spaced": (1280, 800, SPACED),
    "320 x 256, as at 400 % zoom": (320, 256, ""),
    "200 % text": (640, 740, "html { font-size: 200% !important }"),
}
# Every size and weight of letters is one more that a device has to make ready, and a page of few
# is calmer. Sizes are those of the text: small, usual, and three of headings; a mark of a source.
TYPE = """() => {
  const sizes = [.7, .875, 1, 1.2, 1.45, 1.8, 2.1], weights = ["400", "700"];
  const usual = parseFloat(getComputedStyle(document.body).fontSize);
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const odd = new Set();
  while (words.nextNode()) {
    const { data, parentElement: element } = words.currentNode;
    if (!data.trim() || !element.checkVisibility() || element.closest("svg")) continue;
    const { fontSize, fontWeight } = getComputedStyle(element);
    const size = parseFloat(fontSize) / usual;
    if (!weights.includes(fontWeight) || !sizes.some(one => Math.abs(one - size) < .005))
      odd.add(`${size.toFixed(3)} times, weight ${fontWeight}: ${data.trim().slice(0, 40)}`);
  }
  return [...odd];
}"""
