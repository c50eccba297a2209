// Everything of the session screen around the movement in focus: the lane, the chips, what comes next, and the line
// that says what waits for a connection.
import { now } from "./outbox.js";
import { at } from "./state.js";
import { words } from "./words.js";

const LABELS = document.querySelector("#words");
const SYNC = document.querySelector("#sync");
// A quick answer is not worth a word.
const PATIENCE = 1500;

const $ = (selector, root = document) => root.querySelector(selector);

export class Frame {
  constructor(state, { editing, sent }) {
    Object.assign(this, { state, editing, sent, finished: false, refused: false });
  }

  paint(focus) {
    const { state } = this;
    $("[data-all-done]").hidden = Boolean(focus) || this.editing;
    $("[data-done]").textContent = state.setsDone;
    $("#finish").hidden = !state.begun;
    const warmUp = $("[data-warm-up]");
    if (warmUp) warmUp.hidden = state.setsDone > 0;
    this.paintChips(focus);
    this.paintUpcoming(focus);
    this.paintTime();
  }

  paintChips(focus) {
    const { state } = this;
    const list = $("[data-chips]");
    for (const [place, movement] of state.inOrder.entries()) {
      let chip = $(`[data-go="${movement.position}"]`, list);
      if (!chip) {
        const copy = list.firstElementChild.cloneNode(true);
        chip = $("[data-go]", copy);
        chip.dataset.go = movement.position;
        chip.href = `#movement-${movement.position}`;
        $("[data-name]", chip).textContent = movement.name;
      }
      const item = chip.parentElement;
      if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
      const done = state.done(movement.position).size;
      const isPlanned = state.rung(movement).targets.length > 0;
      $("[data-count]", chip).textContent = isPlanned ? `${done}/${state.planned(movement)}` : done;
      chip.classList.toggle("movement-chip-done", !movement.skipped && !state.left(movement).length);
      chip.classList.toggle("movement-chip-skipped", movement.skipped);
      if (movement.position === focus) chip.setAttribute("aria-current", "true");
      else chip.removeAttribute("aria-current");
      const add = $(`[data-add="${movement.position}"]`);
      if (add) add.parentElement.hidden = true;
    }
  }

  paintUpcoming(focus) {
    const link = $("[data-upcoming]");
    const next = focus ? this.state.nextOpen(focus) : null;
    link.hidden = !next || next.position === focus;
    if (link.hidden) return;
    const rung = this.state.rung(next);
    link.dataset.go = next.position;
    $("[data-name]", link).textContent = next.name;
    $("[data-target]", link).textContent = [rung.amounts, rung.load && `@ ${rung.load}`].filter(Boolean).join(" ");
  }

  paintTime() {
    const { state } = this;
    const lane = $("[data-lane]");
    lane.max = Math.max(state.setsPlanned, state.setsDone, 1);
    lane.value = state.setsDone;
    const gone = $("[data-gone]");
    if (gone && state.startedAt) {
      const minutes = Math.max(0, Math.floor((at(now()) - at(state.startedAt)) / 60_000));
      gone.textContent = words(LABELS, "minutes", { count: minutes });
    }
    const left = $("[data-left]");
    if (state.complete || this.editing) left.textContent = words(LABELS, "sets", { count: state.setsDone });
    else left.textContent = words(LABELS, "minutesLeft", { count: Math.round(state.secondsLeft / 60) });
  }

  paintQueue({ waiting, sets, needsLogin }) {
    clearTimeout(this.soon);
    const show = () => {
      $(".sync-login").hidden = !needsLogin;
      if (needsLogin) this.say("login");
      else if (waiting && this.finished) this.say("saved");
      else if (sets) this.say("waiting", { count: sets });
      else if (this.refused) this.say("refused");
      else SYNC.hidden = true;
      if (!waiting && this.finished) location.assign(`/sessions/${this.state.id}/`);
    };
    if (waiting && SYNC.hidden) this.soon = setTimeout(show, PATIENCE);
    else show();
  }

  say(name, values) {
    SYNC.hidden = false;
    $("[data-text]", SYNC).textContent = words(SYNC, name, values);
  }

  announce(text) {
    $("#announcer").textContent = text;
  }
}
