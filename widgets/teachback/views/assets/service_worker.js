// Keeps the pages of the static site for the time without a network; with one, the newest page wins.

const KEPT = "teachback-VERSION";
const PAGES = ADDRESSES;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(PAGES)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith("teachback-") && name !== KEPT;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name)))).then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(fetch(request).catch(() => kept(request)));
});

/** The kept page; the start page has two addresses. */
async function kept(request) {
  const address = request.url.replace(/[?#].*$/, "").replace(/\/index\.html$/, "/");
  return (await caches.match(address)) ?? (await caches.match(`${address}index.html`)) ?? Response.error();
}
