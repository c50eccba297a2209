// What every page does, in one request: it registers the service worker, and tells it who is logged in and which pages to
// keep for a time without connection; sends what was logged without one; and tells the server the browser's time zone.

// A kept page tells who was logged in then; only one fresh from the server tells who is now.
const { lang } = document.documentElement;
const { runner, kept } = document.documentElement.dataset;

export function weekdayAndTime(moment) {
  return new Date(moment).toLocaleString(lang, { weekday: "short", hour: "numeric", minute: "2-digit" });
}

function tellKept() {
  const note = document.querySelector("#kept-note");
  if (!kept || !note) return;
  const time = note.querySelector("time");
  time.dateTime = kept;
  time.textContent = weekdayAndTime(kept);
  note.hidden = false;
}

async function tell(keep, guides = false) {
  const { active } = await navigator.serviceWorker.ready;
  if (active.state === "activating") {
    // It is still throwing away what is too old, and would hear us before it is done.
    await new Promise((resolve) => active.addEventListener("statechange", resolve, { once: true }));
  }
  active.postMessage({ reader: `${runner} ${lang}`, keep, guides });
}

function keepForLater() {
  const named = [...document.querySelectorAll('meta[name="keep-offline"]')].map((meta) => meta.content);
  // A page that came before the worker took over was not seen by it, even if the worker has taken over since.
  const [navigation] = performance.getEntriesByType("navigation");
  const unseen = navigation?.workerStart ? [] : [location.pathname];
  tell([...unseen, ...named], !navigator.connection?.saveData);
}

function whenIdle(act) {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 10_000 });
  else setTimeout(act, 2000);
}

async function begin() {
  const wasControlled = Boolean(navigator.serviceWorker.controller);
  try {
    await navigator.serviceWorker.register("/sw.js");
  } catch {
    return; // The browser keeps nothing, in a private window say.
  }
  if (kept) return;
  keepForLater();
  // A new version that takes over from an older one keeps everything anew.
  if (wasControlled) navigator.serviceWorker.addEventListener("controllerchange", keepForLater);
}

if ("serviceWorker" in navigator && "caches" in window) {
  tellKept();
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") === "/accounts/logout/") caches.delete("pages");
  });
  // Installing is offered in the settings, and nowhere by itself.
  window.addEventListener("beforeinstallprompt", (event) => event.preventDefault());
  if (document.readyState === "complete") whenIdle(begin);
  else window.addEventListener("load", () => whenIdle(begin));
}

// Sets that were logged without a connection are sent from whichever page is opened next.
if (runner && !kept && localStorage.getItem("sets-waiting")) {
  import("./session/outbox.js").then((outbox) => outbox.begin(Number(runner)));
}

// So that "today" is right for visitors and at sign-up.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `time-zone=${zone}; path=/; max-age=31536000; samesite=lax`;
