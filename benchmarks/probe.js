// Runs inside a measured page, the same in both: answers the first question as soon as it stands
// there, then clicks some more, and says in one console line what it measured.
(plan) => {
  const card = () => document.querySelector(plan.card);
  const input = (place) => card()?.querySelectorAll("input")[place];
  const button = () => card()?.querySelector("button");
  const onPage = (element) => (element?.getClientRects().length ?? 0) > 0;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const says = (why) => () => card()?.querySelector(plan.feedback)?.textContent.includes(why);

  /** The time at which `test` was first true, tried at every change of the page and every frame. */
  function when(test) {
    return new Promise((resolve) => {
      let done = false;
      const look = () => {
        if (done || !test()) return;
        done = true;
        watcher.disconnect();
        resolve(performance.now());
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, { childList: true, subtree: true, characterData: true });
      const frame = () => {
        look();
        if (!done) requestAnimationFrame(frame);
      };
      frame();
    });
  }

  async function firstReason() {
    await when(() => onPage(input(0)) && onPage(button()));
    input(0).click();
    button().click();
    return when(says(plan.first));
  }

  async function clickToReason({ place, why }) {
    input(place).click();
    await pause(plan.think);
    const reason = when(says(why));
    const start = performance.now();
    button().click();
    return (await reason) - start;
  }

  async function measure() {
    let freeze = 0;
    const first = await firstReason();
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (startTime + duration > first) freeze = Math.max(freeze, duration);
      }
    }).observe({ type: "longtask", buffered: true });
    await when(() => document.querySelector(plan.settled));
    await pause(1000);
    const clicks = [];
    for (const option of plan.clicks) clicks.push(await clickToReason(option));
    return { origin: performance.timeOrigin, first, freeze, clicks };
  }

  measure().then((result) => console.log(plan.mark + JSON.stringify(result)));
}
