// Paints one movement of the session: its target and its rows. The markup is the server's; a row or a movement more is
// a copy of one that is there.
import { numbers } from "./state.js";
import { read, shown, words } from "./words.js";

const LABELS = document.querySelector("#words");

export class Panel {
  constructor(element, state, position) {
    this.element = element;
    this.state = state;
    this.position = position;
    this.more = 0;
    this.warmUps = 0;
    this.weighted = false;
  }

  // A movement that the page did not bring: a copy of another one.
  static copyOf(other, state, position) {
    const element = other.element.cloneNode(true);
    element.id = `movement-${position}`;
    element.dataset.position = position;
    for (const row of element.querySelectorAll(".set")) row.remove();
    const heading = element.querySelector("[data-name]");
    heading.id = `movement-name-${position}`;
    element.setAttribute("aria-labelledby", heading.id);
    other.element.parentElement.append(element);
    const panel = new Panel(element, state, position);
    panel.rowToCopy = other.row(1) ?? other.element.querySelector(".set");
    return panel;
  }

  get movement() {
    return this.state.movement(this.position);
  }

  row(number) {
    return this.element.querySelector(`.set[data-number="${number}"]`);
  }

  // The numbers of its rows in order, warm-up sets first.
  get rowNumbers() {
    const { state } = this;
    const warm = Math.max(this.warmUps, ...[...state.done(this.position, { warmUps: true }).keys()].map(
      (number) => number - state.warmUpFrom + 1,
    ), 0);
    const planned = state.rung(this.movement).targets.length;
    const working = Math.max(planned, ...state.done(this.position).keys(), 0);
    const all = Math.min(working + this.more, state.mostSets);
    return [...numbers(Math.min(warm, state.mostWarmUps), state.warmUpFrom), ...numbers(all)];
  }

  done(number) {
    return this.state.done(this.position, { warmUps: number >= this.state.warmUpFrom }).get(number);
  }

  get next() {
    return this.movement.skipped ? undefined : this.rowNumbers.find((number) => !this.done(number));
  }

  show(is) {
    this.element.hidden = !is;
  }

  paint() {
    const { element, movement } = this;
    const rung = this.state.rung(movement);
    text(element, "[data-name]", movement.name);
    text(element, "[data-variation]", rung.name);
    text(element, "[data-amounts]", rung.amounts);
    text(element, "[data-unit]", rung.unit);
    text(element, "[data-load]", rung.load);
    const amounts = element.querySelector("[data-amounts]");
    amounts.classList.toggle("numeral", rung.alike);
    amounts.classList.toggle("numeral-md", !rung.alike);
    element.querySelector("[data-of-load]").hidden = !rung.load;
    element.querySelector("[data-target]").hidden = !rung.amounts;
    const why = element.querySelector("[data-why]");
    if (element.querySelector("[data-why-text]").textContent !== rung.why) {
      // The evidence beside it was that of another reason.
      why.replaceChildren(element.querySelector("[data-why-text]"));
      text(why, "[data-why-text]", rung.why);
    }
    why.hidden = !rung.why;
    const drawing = element.querySelector("movement-loop");
    drawing.dataset.title = rung.name;
    if (drawing.getAttribute("src") !== rung.drawing) drawing.setAttribute("src", rung.drawing);
    for (const link of element.querySelectorAll("[data-guide]")) link.href = movement.guide;
    element.classList.toggle("movement-skipped", movement.skipped);
    element.querySelector("[data-left-out]").hidden = !movement.skipped;
    this.paintRows(rung);
    this.paintActs(rung);
  }

  paintRows(rung) {
    const list = this.element.querySelector(".sets");
    const wanted = this.rowNumbers;
    for (const row of [...list.children]) if (!wanted.includes(Number(row.dataset.number))) row.remove();
    const { next } = this;
    for (const [place, number] of wanted.entries()) {
      const row = this.row(number) ?? this.newRow(number);
      if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
      this.paintRow(row, number, rung, number === next);
    }
  }

  newRow(number) {
    const copied = this.rowToCopy ?? this.element.querySelector(".set");
    this.rowToCopy ??= copied.cloneNode(true);
    const row = copied.cloneNode(true);
    row.dataset.number = number;
    delete row.dataset.dirty;
    for (const step of row.querySelectorAll(".step")) step.remove();
    row.querySelector("[data-error]").hidden = true;
    for (const radio of row.querySelectorAll("[name=rir]")) radio.checked = false;
    return row;
  }

  paintRow(row, number, current, isNext) {
    const done = this.done(number);
    const rung = done ? this.state.rung(this.movement, done.variation) : current;
    const isWarmUp = number >= this.state.warmUpFrom;
    const label = isWarmUp ? `W${number - this.state.warmUpFrom + 1}` : String(number);
    row.classList.toggle("set-done", Boolean(done));
    row.classList.toggle("set-next", isNext);
    row.classList.toggle("set-warm-up", isWarmUp);
    for (const one of row.querySelectorAll("[data-label]")) one.textContent = label;
    const target = this.state.target(this.movement, number);
    const now = done ?? target;
    if (done || !row.dataset.dirty) this.fill(row, number, rung, now);
    const load = row.querySelector("[data-load-field]");
    load.hidden = !(rung.loaded || this.weighted || now.kg);
    load.setAttribute("step", rung.loads.step);
    load.setAttribute("first", rung.loads.first);
    load.setAttribute("only", rung.loads.only.join(" "));
    const last = row.querySelector("[data-last]");
    last.replaceChildren();
    if (!done && target.last) last.append(lastTime(target.last, this.state));
    const tick = row.querySelector(".set-tick-word");
    tick.textContent = done ? tick.dataset.save : tick.dataset.log;
    row.querySelector(".set-undo").hidden = !done;
    row.querySelector("[data-hold]").hidden = !(rung.timed && isNext);
  }

  fill(row, number, rung, now) {
    const counts = rung.timed ? "seconds" : "reps";
    const amount = row.querySelector('[name="reps"], [name="seconds"]');
    const load = row.querySelector('[name="load"]');
    const label = row.querySelector("[data-reps]");
    label.textContent = label.dataset[counts];
    const id = `set-${this.position}-${number}-`;
    rename(amount, counts, id + counts, row);
    rename(load, "load", `${id}load`, row);
    amount.closest("step-field").setAttribute("step", rung.timed ? 5 : 1);
    amount.value = now[counts] ?? "";
    load.value = now.kg ? shown(Math.round((now.kg / this.state.kgPerLoad) * 4) / 4) : "";
    for (const radio of row.querySelectorAll("[name=rir]")) radio.checked = Number(radio.value) === now.rir;
  }

  paintActs(rung) {
    const acts = this.element.querySelector("[data-acts]");
    if (!acts) return;
    const { skipped } = this.movement;
    const order = this.state.inOrder;
    act(acts, "more").hidden = skipped || this.next !== undefined || this.rowNumbers.length >= this.state.mostSets;
    act(acts, "warmer").hidden = skipped;
    act(acts, "weighted").hidden = skipped || rung.loaded || this.weighted;
    const skip = act(acts, "skip");
    if (!skip) return;
    skip.textContent = skipped ? skip.dataset.unskip : skip.dataset.skip;
    act(acts, "earlier").hidden = order[0] === this.movement;
    act(acts, "later").hidden = order.at(-1) === this.movement;
  }

  // The set as the row has it, or the sentence that says what is wrong with it.
  read(number) {
    const row = this.row(number);
    const done = this.done(number);
    const rung = this.state.rung(this.movement, done?.variation);
    const counts = rung.timed ? "seconds" : "reps";
    const amount = read(row.querySelector(`[name="${counts}"]`).value);
    if (!Number.isInteger(amount) || amount < 1 || amount > (rung.timed ? 1800 : 200)) {
      return { wrong: words(LABELS, `${counts}Wrong`), field: counts };
    }
    const load = read(row.querySelector('[name="load"]').value) ?? 0;
    const kg = load * this.state.kgPerLoad;
    if (!(kg >= 0 && kg <= 1000)) return { wrong: words(LABELS, "loadWrong"), field: "load" };
    const rir = row.querySelector("[name=rir]:checked");
    return {
      set: {
        exercise: this.movement.exercise,
        variation: rung.slug,
        position: this.position,
        number,
        reps: rung.timed ? null : amount,
        seconds: rung.timed ? amount : null,
        kg: kg || null,
        rir: rir ? Number(rir.value) : (done?.rir ?? null),
        warm_up: number >= this.state.warmUpFrom,
        removed: false,
      },
    };
  }

  complain(number, wrong) {
    const row = this.row(number);
    const error = row.querySelector("[data-error]");
    error.hidden = !wrong;
    error.textContent = wrong?.wrong ?? "";
    for (const input of row.querySelectorAll(".set-input")) {
      const is = wrong?.field === input.name;
      input.toggleAttribute("aria-invalid", is);
      if (is) {
        input.setAttribute("aria-describedby", error.id);
        input.focus();
      }
    }
  }
}

function act(acts, name) {
  return acts.querySelector(`[data-act="${name}"]`);
}

function text(element, selector, value) {
  const found = element.querySelector(selector);
  if (found && found.textContent !== value) found.textContent = value;
}

function rename(input, name, id, row) {
  if (input.id === id && input.name === name) return;
  const label = row.querySelector(`label[for="${input.id}"]`);
  input.name = name;
  input.id = id;
  label.htmlFor = id;
  if (name !== "load") row.querySelector("[data-error]").id = `${id}-error`;
}

function lastTime(last, state) {
  const amount = last.seconds ? `${last.seconds} s` : String(last.reps);
  const load = last.kg ? ` × ${shown(Math.round((last.kg / state.kgPerLoad) * 4) / 4)}` : "";
  const fragment = document.createDocumentFragment();
  const word = document.createElement("span");
  word.className = "set-word";
  word.textContent = `${words(LABELS, "lastTime")} `;
  fragment.append(word, amount + load);
  return fragment;
}
