// Sends what waits in the store, in order and one at a time, until the server has answered: now, when the connection
// is back, when the page is looked at again, and on every later page of the site. Sending twice does no harm: the
// server takes the later change of a thing and ignores what it knows.
import * as store from "./store.js";

const PATIENCE = 10_000;
const SLOWEST = 60_000;
const CLOCK = "clock-offset";
const CLOCK_PATIENCE = 3000;
// Tells every page that something waits, without opening the database.
const FLAG = "sets-waiting";

const channel = "BroadcastChannel" in window ? new BroadcastChannel("sessions") : null;
const listeners = new Set();
let runner = null;
let retry = 0;
let pause = 2000;
let needsLogin = false;

// The moment now by the server's clock, as far as it is known, as ISO text.
export function now() {
  return new Date(Date.now() + Number(kept(CLOCK) || 0)).toISOString();
}

// How far this device's clock is off, from the time of an answer; that is to the second, so less is not worth a word.
function setClock(response) {
  const off = Date.parse(response.headers.get("Date") ?? "") - Date.now();
  if (!Number.isNaN(off)) keepForLater(CLOCK, Math.abs(off) > CLOCK_PATIENCE ? String(off) : null);
}

export function kept(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keepForLater(name, value) {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Without storage nothing is remembered from page to page.
  }
}

export function begin(ofRunner) {
  if (runner !== null) return flush();
  runner = ofRunner;
  for (const event of ["online", "pageshow", "focus"]) window.addEventListener(event, () => flush());
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  channel?.addEventListener("message", (event) => tell(event.data));
  return flush();
}

// `listener` hears { session } when something of a session changed, here or in another tab, with the server's `answer`
// or that it `refused`, and { status } of the queue.
export function listen(listener) {
  listeners.add(listener);
}

function tell(news) {
  for (const listener of listeners) listener(news);
}

function spread(news) {
  tell(news);
  channel?.postMessage(news);
}

// Keep a change on this device, then send it. Resolves when it is kept.
export async function report(record) {
  await store.keep({ ...record, runner });
  keepForLater(FLAG, "1");
  spread({ session: record.session });
  flush();
}

let running = null;
let again = false;

// Send all that waits; resolves to whether nothing waits any more.
export function flush() {
  if (running) {
    again = true;
    return running;
  }
  running = alone(async () => {
    let done;
    do {
      again = false;
      done = await sendAll();
    } while (again && done);
    return done;
  }).finally(() => {
    running = null;
  });
  return running;
}

// One tab sends at a time, where the browser has locks.
function alone(work) {
  return navigator.locks ? navigator.locks.request("outbox", work) : work();
}

async function sendAll() {
  clearTimeout(retry);
  let failed = false;
  for (const record of await store.waiting(runner)) {
    const answer = await send(record);
    if (answer === "later" || answer === "login") {
      needsLogin = answer === "login";
      failed = true;
      break;
    }
    needsLogin = false;
    pause = 2000;
    if (answer === "refused") spread({ session: record.session, refused: true });
    else spread({ session: record.session, answer, kind: record.kind });
  }
  await status();
  if (failed && !needsLogin) {
    retry = setTimeout(flush, pause);
    pause = Math.min(pause * 2, SLOWEST);
  }
  return !failed;
}

async function send(record) {
  let response;
  try {
    response = await fetch(record.url, {
      method: "PUT",
      headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") },
      body: JSON.stringify(record.body),
      credentials: "same-origin",
      redirect: "error",
      signal: AbortSignal.timeout?.(PATIENCE),
    });
  } catch {
    return "later";
  }
  setClock(response);
  if (response.status === 401 || response.status === 403) return "login";
  if (response.status >= 500 || response.status === 408 || response.status === 429) return "later";
  if (!response.ok) {
    await store.settle(record.url, record.changedAt, { refused: response.status });
    return "refused";
  }
  let answer;
  try {
    answer = await response.json();
  } catch {
    return "later";
  }
  // What counts may be another device's later change.
  const changedAt = new Date(answer.changed_at ?? record.changedAt).toISOString();
  await store.settle(record.url, record.changedAt, { state: answer, changedAt });
  return answer;
}

function cookie(name) {
  return document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}

export async function status() {
  const queue = await store.waiting(runner);
  keepForLater(FLAG, queue.length ? "1" : null);
  const sets = queue.filter((one) => one.kind === "set").length;
  spread({ status: { waiting: queue.length, sets, needsLogin } });
  return queue;
}
