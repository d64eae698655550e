// The static site: after the first visit its pages are there without a network, too.

const worker = document.body.dataset.offline;
// From a file, and in private windows of some browsers, there is none; the page works all the same.
// It costs the page time to ask for it, so the page stands there first.
if (worker && location.protocol.startsWith("http")) addEventListener("load", () => navigator.serviceWorker?.register(worker).catch(() => {}));
