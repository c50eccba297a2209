// The session screen: a tap changes what this device knows, then what is shown, then what is sent. Nothing waits for
// the network. Without this script the same page is a plain form that saves set by set.
import "../movement-loop.js";
import "./step-field.js";
import "./rest-timer.js";
import { afterPaint } from "./after-paint.js";
import * as alerts from "./alerts.js";
import { Frame } from "./frame.js";
import * as holdTimer from "./hold-timer.js";
import * as ladder from "./ladder.js";
import * as outbox from "./outbox.js";
import { Panel } from "./panel.js";
import { SessionState, at } from "./state.js";
import * as store from "./store.js";
import { words } from "./words.js";

const LABELS = document.querySelector("#words");
const EVERY = 15_000;
const LONGEST_WAIT = 6000;
const STALE = 10_000;

const $ = (selector, root = document) => root.querySelector(selector);

class Screen {
  constructor(data) {
    this.state = new SessionState(data);
    this.editing = data.status === "done";
    this.opened = outbox.now();
    this.panels = new Map();
    for (const element of document.querySelectorAll(".movement")) {
      const position = Number(element.dataset.position);
      this.panels.set(position, new Panel(element, this.state, position));
    }
    const shown = document.querySelector(".movement:not([hidden])");
    this.focus = shown ? Number(shown.dataset.position) : 0;
    this.asked = new URLSearchParams(location.search).has("movement");
    this.rest = $("rest-timer");
    this.frame = new Frame(this.state, { editing: this.editing, sent: () => this.leave() });
  }

  async begin() {
    await this.findDraft();
    await this.recall(this.state.id);
    if (!this.asked && !this.editing) this.focus = this.state.nextOpen(0)?.position ?? 0;
    this.paint();
    this.listen();
    this.rest.resume(this.state.id);
    holdTimer.resume(this.state.id, (before, held) => this.held(before, held));
    if (!this.editing) alerts.stayAwake(true);
    if (!(await store.persistent())) this.frame.say("storage");
    await outbox.begin(this.state.runner);
    // A page that comes from the network knows all there is.
    if (Date.now() - at(document.querySelector("#announcer").dataset.madeAt) > STALE) this.catchUp();
    store.forgetOld();
  }

  // A page kept from before the session began: what was begun from it here goes on; a new day begins a new session.
  async findDraft() {
    const { state } = this;
    if (!state.draftId) return;
    const became = (await store.draftBecame(state.draftId)) ?? state.draftId;
    const records = await store.ofSession(became);
    const session = records.find((one) => one.kind === "session");
    state.id = session?.state.status === "done" ? newId() : became;
    if (state.id !== state.draftId) await store.rememberDraft(state.draftId, state.id);
  }

  // What this device keeps of the session, what the server refused of it too; whether that is news.
  async recall(session) {
    const records = await store.ofSession(session);
    this.frame.refused = records.some((one) => one.refused);
    return records.map((one) => this.take(one.kind, one.state)).some(Boolean);
  }

  take(kind, body) {
    if (kind === "set") return this.state.takeSet(body);
    if (kind === "movement") return this.state.takeMovement(body);
    return this.state.takeSession(body);
  }

  // -- What the runner does ------------------------------------------------------------------------------------------

  listen() {
    document.addEventListener("click", alerts.readySound, { passive: true });
    const movements = $("[data-movements]");
    movements.addEventListener("submit", (event) => this.submitted(event));
    movements.addEventListener("click", (event) => this.clicked(event), true);
    movements.addEventListener("input", (event) => {
      const row = event.target.closest(".set");
      if (row) row.dataset.dirty = "1";
    });
    document.addEventListener("click", (event) => this.wentTo(event));
    // A tap that came before this would have been sent as a form, to a session that is not there yet.
    for (const tick of document.querySelectorAll(".draft-only .set-tick")) tick.disabled = false;
    $("#finish-form").addEventListener("submit", (event) => this.finished(event));
    if (!this.editing) alerts.offerToNotify($("[data-notify]"));
    outbox.listen((news) => this.heard(news));
    setInterval(() => this.frame.paintTime(), EVERY);
    setInterval(() => document.hidden || this.catchUp(), EVERY * 2);
    window.addEventListener("focus", () => this.catchUp());
  }

  submitted(event) {
    const row = event.target.closest(".set");
    if (!row) return;
    event.preventDefault();
    const panel = this.panelOf(row);
    const number = Number(row.dataset.number);
    if (event.target.classList.contains("set-undo")) this.takeBack(panel, number);
    else this.log(panel, number);
  }

  clicked(event) {
    // The second tap of a double tap was meant for what stood there before.
    if (event.detail > 1 && event.target.closest(".set-tick, .set-undo-button")) {
      event.preventDefault();
      return;
    }
    const button = event.target.closest("[data-act], [data-swap], [data-hold]");
    if (!button) return;
    event.preventDefault();
    const panel = this.panelOf(button);
    if ("hold" in button.dataset) this.startHold(panel, Number(button.closest(".set").dataset.number));
    else if ("swap" in button.dataset) ladder.open(panel.movement, (slug) => this.swap(panel, slug));
    else this.act(panel, button.dataset.act);
  }

  wentTo(event) {
    const link = event.target.closest("[data-go], [data-upcoming], [data-add]");
    if (!link) return;
    event.preventDefault();
    const position = Number(link.dataset.go ?? link.dataset.add);
    if ("add" in link.dataset) this.add(position);
    this.look(position, { heading: true });
  }

  panelOf(element) {
    return this.panels.get(Number(element.closest(".movement").dataset.position));
  }

  log(panel, number) {
    const found = panel.read(number);
    panel.complain(number, found.wrong && found);
    if (found.wrong) return;
    const before = panel.done(number);
    this.keepSet({ ...found.set, logged_at: before?.logged_at });
    delete panel.row(number).dataset.dirty;
    if (number < this.state.warmUpFrom) panel.more = 0;
    panel.paint();
    afterPaint(() => this.goOn(panel, number, { changed: Boolean(before) || this.editing }));
  }

  // After a set is logged: to the next one, with a rest before it. After it is changed nothing moves.
  goOn(panel, number, { changed }) {
    const label = panel.row(number).querySelector("[data-label]").textContent;
    if (changed) {
      this.paint();
      this.frame.announce(words(LABELS, "logged", { number: label }));
      return;
    }
    const over = this.state.complete;
    if (over) this.rest.stop();
    else this.rest.start(panel.movement.rest);
    const stays = this.state.left(panel.movement).length || panel.next;
    const next = stays ? panel.movement : this.state.nextOpen(panel.position);
    this.look(next?.position ?? 0);
    const then = stays || !next ? "" : ` ${next.name}, ${this.state.rung(next).amounts}`;
    this.frame.announce(words(LABELS, "logged", { number: label }) + then);
  }

  takeBack(panel, number) {
    const done = panel.done(number);
    if (!done) return;
    const label = panel.row(number).querySelector("[data-label]").textContent;
    this.keepSet({ ...done, removed: true });
    panel.paint();
    afterPaint(() => {
      this.rest.stop();
      this.look(panel.position);
      this.frame.announce(words(LABELS, "removed", { number: label }));
    });
  }

  keepSet(set) {
    const id = this.state.setId(set.position, set.number);
    const changed_at = this.stamp(this.state.sets.get(id)?.changed_at);
    const body = { ...set, id, logged_at: set.logged_at ?? changed_at, changed_at };
    this.state.takeSet(body);
    const { id: _, ...sent } = body;
    this.report("set", `${this.state.url}/sets/${id}`, body, sent);
  }

  startHold(panel, number) {
    const found = panel.read(number);
    panel.complain(number, found.wrong && found);
    if (found.wrong) return;
    this.rest.stop();
    const sides = this.state.rung(panel.movement).perLeg ? 2 : 1;
    const hold = { session: this.state.id, position: panel.position, set: number, seconds: found.set.seconds, sides };
    holdTimer.start(hold, (held) => this.held(hold, held));
  }

  held({ position, set }, seconds) {
    const panel = this.panels.get(position);
    panel?.paint();
    const row = panel?.row(set);
    if (!row || !seconds) return;
    row.querySelector('[name="seconds"]').value = seconds;
    this.log(panel, set);
  }

  act(panel, name) {
    if (name === "more") panel.more = 1;
    if (name === "warmer") panel.warmUps = panel.rowNumbers.filter((one) => one >= this.state.warmUpFrom).length + 1;
    if (name === "weighted") panel.weighted = true;
    if (name === "skip") this.leaveOut(panel);
    if (name === "earlier" || name === "later") this.change(panel, name === "later" ? 1 : -1);
    this.paint();
    if (name === "more" || name === "warmer") this.tickOf(panel)?.focus();
  }

  leaveOut(panel) {
    const skipped = !panel.movement.skipped;
    this.keepMovement(panel.movement, { skipped });
    this.planChanged();
    if (skipped) this.look(this.state.nextOpen(panel.position)?.position ?? 0, { heading: true });
  }

  change(panel, step) {
    const order = this.state.inOrder;
    const place = order.indexOf(panel.movement);
    const [moved] = order.splice(place, 1);
    order.splice(place + step, 0, moved);
    order.forEach((movement, index) => {
      if (movement.order !== index + 1) this.keepMovement(movement, { order: index + 1 });
    });
  }

  swap(panel, variation) {
    this.keepMovement(panel.movement, { variation });
    for (const row of panel.element.querySelectorAll(".set")) delete row.dataset.dirty;
    this.look(panel.position, { heading: true });
  }

  add(position) {
    const movement = structuredClone(this.state.others.find((one) => one.position === position));
    movement.order = Math.max(0, ...this.state.movements.map((one) => one.order)) + 1;
    if (!this.state.movement(position)) this.state.movements.push(movement);
    this.keepMovement(movement, {});
    this.planChanged();
  }

  // The map of the muscles is the server's: of another plan it would tell an untruth.
  planChanged() {
    $("[data-plan-muscles]")?.remove();
  }

  keepMovement(movement, changes) {
    const { position, exercise, variation, order, skipped } = { ...movement, ...changes };
    const body = { position, exercise, variation, order, skipped, changed_at: this.stamp(movement.changedAt) };
    this.state.takeMovement(body);
    const { position: _, ...sent } = body;
    this.report("movement", `${this.state.url}/movements/${position}`, body, sent);
  }

  async finished(event) {
    event.preventDefault();
    const form = event.target;
    if (!this.state.setsDone) {
      this.formError(words(LABELS, "nothing"));
      return;
    }
    const told = new FormData(form);
    const number = (name) => (told.get(name) ? Number(told.get(name)) : null);
    const today = new Date().toLocaleDateString("sv");
    const finished = this.state.day < today ? this.state.lastLogged : outbox.now();
    this.rest.stop();
    alerts.stayAwake(false);
    await this.report("session", this.state.url, {
      ...this.beginning(),
      status: "done",
      changed_at: this.stamp(this.state.changedAt),
      finished_at: finished,
      effort: number("effort"),
      pain: number("pain"),
      notes: told.get("notes") ?? "",
    });
    for (const button of document.querySelectorAll('[form="finish-form"], #finish-form [type=submit]')) {
      button.disabled = true;
    }
    await Promise.race([outbox.flush(), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT))]);
    if (!(await this.waits())) {
      this.leave();
      return;
    }
    this.frame.finished = true;
    this.frame.say("saved");
    window.scrollTo({ top: 0, behavior: "instant" });
  }

  // Whether something of this session is not on the server yet.
  async waits() {
    return (await store.waiting(this.state.runner)).some((one) => one.session === this.state.id);
  }

  // To the summary, which is the server's.
  leave() {
    location.assign(`/sessions/${this.state.id}/`);
  }

  formError(text) {
    const message = $("#finish-error");
    message.hidden = false;
    message.textContent = text;
    message.scrollIntoView({ block: "center" });
  }

  // -- To the device and the server ----------------------------------------------------------------------------------

  // A moment later than the change before it, whatever the clocks say.
  stamp(before) {
    const now = outbox.now();
    return at(before) >= at(now) ? new Date(at(before) + 1).toISOString() : now;
  }

  beginning() {
    const { state } = this;
    if (state.begun || !state.plan) return {};
    const day = new Date().toLocaleDateString("sv");
    return { plan: state.plan, day, started_at: this.opened };
  }

  async report(kind, url, state, body = state) {
    const { id: session, begun } = this.state;
    if (kind !== "session" && !begun) {
      const beginning = { ...this.beginning(), status: "under-way", changed_at: this.opened };
      this.state.takeSession(beginning);
      await this.report("session", this.state.url, beginning);
    }
    await outbox.report({ url, session, kind, body, state, changedAt: state.changed_at });
  }

  // What another tab or device did.
  async heard({ session, answer, kind, status, refused }) {
    if (status) this.frame.paintQueue(status);
    if (session !== this.state.id) return;
    if (refused) this.frame.refused = true;
    const changed = answer ? this.take(kind, answer) : await this.recall(session);
    if (changed) this.paint();
  }

  async catchUp() {
    if (!this.state.begun) return;
    let response;
    try {
      response = await fetch(this.state.url, { credentials: "same-origin" });
      if (!response.ok) return;
      const whole = await response.json();
      let changed = false;
      for (const movement of whole.movements) changed = this.state.takeMovement(movement) || changed;
      for (const set of whole.sets) changed = this.state.takeSet(set) || changed;
      if (whole.status === "done" && !this.editing && !(await this.waits())) this.leave();
      if (changed) this.paint();
    } catch {
      // No connection: what is here is what there is.
    }
  }

  // -- What is shown ----------------------------------------------------------------------------------------------------

  look(position, { heading = false } = {}) {
    const moved = this.focus !== position;
    this.focus = position;
    this.paint();
    const panel = this.panels.get(position);
    if (!panel) {
      $("#all-done-title").focus({ preventScroll: true });
      if (moved) window.scrollTo({ top: 0, behavior: "instant" });
      return;
    }
    if (moved || heading) window.scrollTo({ top: 0, behavior: "instant" });
    if (heading) panel.element.querySelector("[data-name]").focus({ preventScroll: true });
    else {
      this.tickOf(panel)?.focus({ preventScroll: true });
      panel.element.querySelector(".set-next")?.scrollIntoView({ block: "nearest" });
    }
  }

  tickOf(panel) {
    return panel.element.querySelector(".set-next .set-tick");
  }

  paint() {
    const { state } = this;
    for (const movement of state.movements) {
      if (!this.panels.has(movement.position)) {
        const other = this.panels.values().next().value;
        this.panels.set(movement.position, Panel.copyOf(other, state, movement.position));
      }
    }
    for (const [position, panel] of this.panels) panel.show(position === this.focus);
    // The others are painted when they come into focus: a tap must not wait for what nobody sees.
    this.panels.get(this.focus)?.paint();
    this.frame.paint(this.focus);
  }
}

// Random, as version 4; crypto.randomUUID() is there on https only.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

new Screen(JSON.parse($("#session-state").textContent)).begin();
