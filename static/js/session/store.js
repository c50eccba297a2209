// What this device knows of the runner's sessions and has not heard back about, kept in IndexedDB.
//
// One record a thing (a set, a movement, a session), under the address that it is sent to:
//   { url, runner, session, kind: "set"|"movement"|"session", body, state, changedAt, waiting?, refused? }
// `body` is what is sent and `state` what the thing is, once the server has answered by its word. `waiting` is its place in the queue and there only until
// the server has answered, so that an index on it holds the queue and nothing else.
import { openDB } from "../../vendor/idb/idb.js";

const KEEP_DAYS = 14;

const database = openDB("sets-and-strides", 1, {
  upgrade(db) {
    const records = db.createObjectStore("records", { keyPath: "url" });
    records.createIndex("session", "session");
    records.createIndex("waiting", "waiting");
    db.createObjectStore("drafts");
  },
}).catch(() => null);

// Without storage (some private windows) the page remembers for itself, and says so.
const memory = { records: new Map(), drafts: new Map() };

export async function persistent() {
  return (await database) !== null;
}

// Keep a change. A thing that waits already keeps its place in the queue; a change made earlier than the one that is
// kept is left alone.
export async function keep(record) {
  const merge = (before) => {
    if (before && before.changedAt > record.changedAt) return null;
    return { ...record, waiting: before?.waiting ?? place() };
  };
  const db = await database;
  if (!db) {
    const merged = merge(memory.records.get(record.url));
    if (merged) memory.records.set(record.url, merged);
    return;
  }
  const records = db.transaction("records", "readwrite", { durability: "strict" });
  const merged = merge(await records.store.get(record.url));
  if (merged) await records.store.put(merged);
  await records.done;
}

let latest = 0;
function place() {
  latest = Math.max(latest + 1, Date.now() * 1000);
  return latest;
}

// The queue of a runner, in order.
export async function waiting(runner) {
  const db = await database;
  const all = db
    ? await db.getAllFromIndex("records", "waiting")
    : [...memory.records.values()].filter((one) => one.waiting).sort((a, b) => a.waiting - b.waiting);
  return all.filter((one) => one.runner === runner);
}

export async function ofSession(session) {
  const db = await database;
  if (db) return db.getAllFromIndex("records", "session", session);
  return [...memory.records.values()].filter((one) => one.session === session);
}

// The server answered: the record waits no longer, unless it was changed meanwhile.
export async function settle(url, changedAt, more = {}) {
  const change = (now) => {
    if (!now || now.changedAt !== changedAt) return null;
    const { waiting: _, ...rest } = now;
    return { ...rest, ...more };
  };
  const db = await database;
  if (!db) {
    const changed = change(memory.records.get(url));
    if (changed) memory.records.set(url, changed);
    return;
  }
  const records = db.transaction("records", "readwrite");
  const changed = change(await records.store.get(url));
  if (changed) await records.store.put(changed);
  await records.done;
}

// The session that a page kept from before it began became on this device, if it did.
export async function draftBecame(draft) {
  const db = await database;
  return db ? db.get("drafts", draft) : memory.drafts.get(draft);
}

export async function rememberDraft(draft, session) {
  const db = await database;
  if (db) await db.put("drafts", session, draft);
  else memory.drafts.set(draft, session);
}

// What was answered long ago is on the server and of no use here.
export async function forgetOld() {
  const db = await database;
  if (!db) return;
  const limit = new Date(Date.now() - KEEP_DAYS * 86400e3).toISOString();
  const records = db.transaction("records", "readwrite");
  for await (const cursor of records.store) {
    if (!cursor.value.waiting && !cursor.value.refused && cursor.value.changedAt < limit) await cursor.delete();
  }
  await records.done;
}
