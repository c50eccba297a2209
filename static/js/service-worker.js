// The service worker. /sw.js says in SITE what this version of the site is made of, and loads Workbox and this file.
// Pages come from the network, and from the copy kept of them where it does not answer; static files come from the
// copy. Nothing else is kept: no answer to a POST, no redirect, no error, no fragment, no page of an account.
const { version, language, week, offline, guides, files } = self.SITE;
const { CacheFirst, NetworkFirst } = workbox.strategies;
const { registerRoute, setCatchHandler } = workbox.routing;

const PAGES = "pages";
const STATIC = "static-";
const MOST_PAGES = 60;
const PATIENCE = 3; // seconds, before a kept copy is shown while the network is still asked
const SESSION = /^\/sessions\/([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|next)\/$/;
const HASHED = /\.[0-9a-f]{12}\.\w+$/;
const plainPages = new Set([week, ...guides]);

// -- Static files ------------------------------------------------------------------------------------------------------

// A name with a hash never changes what it means. A page opened, or kept, before the last update still finds the files
// of its own version; names without hashes are of a developer's server and are asked for anew.
const ofThisVersion = {
  cacheName: STATIC + version,
  matchOptions: { ignoreVary: true },
  plugins: [
    {
      cachedResponseWillBeUsed: ({ cachedResponse, request }) =>
        cachedResponse ?? caches.match(request, { ignoreVary: true }),
    },
  ],
};
const isStatic = (url) => url.origin === location.origin && url.pathname.startsWith(self.SITE.static);
const isHashed = (url) => url.origin === location.origin && HASHED.test(url.pathname);
registerRoute(({ url }) => isHashed(url), new CacheFirst(ofThisVersion));
registerRoute(({ url }) => isStatic(url), new NetworkFirst(ofThisVersion));

// -- Pages -------------------------------------------------------------------------------------------------------------

// ?movement=3 is the same session looked at elsewhere; any other query makes another page, which is not kept.
function isKept({ origin, pathname, searchParams }) {
  const asked = [...searchParams.keys()];
  if (origin !== location.origin) return false;
  return plainPages.has(pathname) ? !asked.length : SESSION.test(pathname) && asked.every((name) => name === "movement");
}

// Copies in another language are others' too: after a switch no page of before is shown among those of now.
function readerOf(html) {
  const [, spoken, runner] = /<html lang="([^"]*)" data-runner="(\d*)"/.exec(html) ?? ["", "", ""];
  return `${runner} ${spoken}`;
}

// The copy says that it is one and of when, for the page to tell; and for whom and by which version, for us.
async function copyOf(response) {
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  const html = await response.text();
  headers.set("Kept-Version", version);
  headers.set("Kept-For", readerOf(html));
  return new Response(html.replace("<html", `<html data-kept="${new Date().toISOString()}"`), { headers });
}

async function forget(isForgotten) {
  const cache = await caches.open(PAGES);
  for (const key of await cache.keys()) {
    const copy = await cache.match(key);
    if (!copy || isForgotten(copy.headers)) await cache.delete(key);
  }
}

// Nothing is left on a device for whoever logs in next, nor for nobody.
function forgetOthers(reader) {
  return forget((headers) => headers.get("Kept-For") !== reader);
}

const pages = new NetworkFirst({
  cacheName: PAGES,
  networkTimeoutSeconds: PATIENCE,
  matchOptions: { ignoreSearch: true, ignoreVary: true },
  plugins: [
    {
      cacheKeyWillBeUsed({ request }) {
        const { origin, pathname } = new URL(request.url);
        return origin + pathname;
      },

      async cacheWillUpdate({ request, response }) {
        if (!isKept(new URL(request.url))) return null;
        const isPage = response.headers.get("Content-Type")?.startsWith("text/html");
        if (response.status === 200 && !response.redirected && isPage) {
          const copy = await copyOf(response);
          if (request.mode === "navigate") await forgetOthers(copy.headers.get("Kept-For"));
          return copy;
        }
        // Deleted, or sent to the login page: the copy is nobody's any more.
        if (response.type === "opaqueredirect" || [403, 404, 410].includes(response.status)) {
          await (await caches.open(PAGES)).delete(request, { ignoreSearch: true, ignoreVary: true });
        }
        return null;
      },

      // Keys come in the order in which they were written.
      async cacheDidUpdate() {
        const cache = await caches.open(PAGES);
        const keys = await cache.keys();
        await Promise.all(keys.slice(0, -MOST_PAGES).map((key) => cache.delete(key)));
      },

      handlerDidError: () => caches.match(offline, { cacheName: STATIC + version }),
    },
  ],
});
// A fragment for htmx is not navigated to, so it is neither kept nor answered from here.
registerRoute(({ request }) => request.mode === "navigate", pages);

// Whatever goes wrong in here, a broken cache say, the network still answers.
setCatchHandler(({ request }) => fetch(request));

// -- What pages ask to be kept -----------------------------------------------------------------------------------------

async function keep(event, path) {
  if (!isKept(new URL(path, location))) return;
  const [, done] = pages.handleAll({ event, request: new Request(path, { redirect: "error" }) });
  await done.catch(() => {}); // The next page asks again.
}

async function isCurrent(path, reader) {
  const copy = await caches.match(path, { cacheName: PAGES });
  return copy?.headers.get("Kept-Version") === version && copy.headers.get("Kept-For") === reader;
}

// What these pages can set in motion: each has its still drawings in itself.
async function keepDrawings(paths) {
  const cache = await caches.open(STATIC + version);
  for (const path of paths) {
    const html = await (await caches.match(path, { cacheName: PAGES }))?.text();
    for (const [, drawing] of html?.matchAll(/<movement-loop[^>]* src="([^"]+)"/g) ?? []) {
      if (!(await caches.match(drawing))) await cache.add(drawing).catch(() => {}); // The next page asks again.
    }
  }
}

// One after the other: whoever reads meanwhile comes first. The page that asks may have come while this worker took over,
// and belong to none: without a worker its scripts and drawings are not found when the connection goes.
async function keepAll(event) {
  const { reader, keep: named, guides: withGuides } = event.data;
  await clients.claim();
  await forgetOthers(reader);
  const wanted = [...named];
  for (const path of withGuides ? guides : []) {
    if (!(await isCurrent(path, reader))) wanted.push(path);
  }
  for (const path of wanted) await keep(event, path);
  await keepDrawings(wanted);
}

addEventListener("message", (event) => event.waitUntil(keepAll(event)));

// -- Versions ----------------------------------------------------------------------------------------------------------

async function install() {
  const cache = await caches.open(STATIC + version);
  await cache.addAll(files.map((name) => new Request(name, { cache: HASHED.test(name) ? "default" : "reload" })));
  // Of nobody, so that its language is asked for and not the runner's own.
  const headers = { "Accept-Language": language };
  const page = await fetch(offline, { cache: "reload", credentials: "omit", headers });
  if (!page.ok) throw new Error(`${offline} answered ${page.status}`);
  await cache.put(offline, await copyOf(page));
}

// The version before stays: its pages may still be open, and those kept by it look like nothing without its files.
async function forgetOldVersions() {
  const others = (await caches.keys()).filter((name) => name.startsWith(STATIC) && name !== STATIC + version);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  const known = [version, ...others.slice(-1).map((name) => name.slice(STATIC.length))];
  await forget((headers) => !known.includes(headers.get("Kept-Version")));
}

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(install());
});

addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([forgetOldVersions(), clients.claim(), registration.navigationPreload?.enable()]));
});

// -- Notes on a locked screen ------------------------------------------------------------------------------------------

// A tap on one leads back to the session that it came from.
addEventListener("notificationclick", (event) => {
  event.notification.close();
  const back = async () => {
    const open = await clients.matchAll({ type: "window" });
    const page = open.find((one) => SESSION.test(new URL(one.url).pathname)) ?? open[0];
    return page ? page.focus() : clients.openWindow(week);
  };
  event.waitUntil(back());
});
