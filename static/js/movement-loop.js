// A drawing that moves: <movement-loop src="…"> round still ones, which stay where there is no script, on paper, and
// for whoever asks for less motion, until they press play. The drawing is SVG whose own clock is the way, one second
// from place to place; its data-moves say "from to seconds" for each move of a round.
const LESS_MOTION = matchMedia("(prefers-reduced-motion: reduce)");
const FRAME = 0.2; // seconds, forward or back
const PAINTS = 1000 / 30; // milliseconds from one to the next
const TAP = 2000; // milliseconds after a tap, in which more of them come and are answered first
const LATE = 3; // paints in a row that took three times as long: too slow a device to move by itself
const STILL = "drawings-still";

let tapped = 0;
addEventListener("pointerdown", () => (tapped = performance.now()), { passive: true, capture: true });

// The smoothest way from rest to rest: minimum jerk (Flash and Hogan, 1985).
const eased = (part) => part ** 3 * (10 - 15 * part + 6 * part ** 2);

class MovementLoop extends HTMLElement {
  static observedAttributes = ["src"];

  #svg = null;
  #moves = [];
  #seconds = 0; // of this round
  #rounds = 0;
  #playing = false;
  #visible = false;
  #painted = 0;
  #late = 0;
  #request = 0;
  #rest = 0;
  #sight = new IntersectionObserver(([entry]) => this.#seen(entry.isIntersecting));

  connectedCallback() {
    // A copy of one that moved begins anew.
    for (const stage of this.querySelectorAll("[data-stage]")) stage.remove();
    delete this.dataset.moving;
    for (const control of this.querySelectorAll("[data-loop]")) control.hidden = false;
    this.addEventListener("click", this);
    this.addEventListener("input", this);
    this.#sight.observe(this);
    this.#label();
  }

  disconnectedCallback() {
    this.#sight.disconnect();
    this.#stop();
  }

  // Another variation: its drawing takes the place of all others.
  attributeChangedCallback(name, before, now) {
    if (before === null || before === now) return;
    this.#forget();
    this.querySelector("[data-still]").replaceChildren();
    if (now) whenIdle(() => this.#load().then((there) => there && this.#show(this.#deepest)));
  }

  handleEvent(event) {
    const control = event.target.closest("[data-loop]");
    if (!control) return;
    if (event.type === "input") this.#go(Number(control.value));
    else if (control.dataset.loop === "play") this.#toggle();
    else if (control.dataset.loop === "back") this.#go(this.#seconds - FRAME);
    else if (control.dataset.loop === "on") this.#go(this.#seconds + FRAME);
  }

  // -- What it shows -------------------------------------------------------------------------------------------------

  get #round() {
    return this.#moves.reduce((sum, [, , seconds]) => sum + seconds, 0);
  }

  get #deepest() {
    return this.#moves[0][2];
  }

  // The drawing itself, in the page beside the still ones; false where there is no connection and no copy.
  async #load() {
    if (this.#svg) return true;
    const source = this.getAttribute("src");
    const svg = this.querySelector("template")?.content.querySelector("svg") ?? (await fetched(source));
    if (!svg || this.#svg || source !== this.getAttribute("src")) return Boolean(this.#svg);
    this.#svg = document.importNode(svg, true);
    this.#svg.dataset.stage = "";
    this.#moves = this.#svg.dataset.moves.split(";").map((move) => move.split(" ").map(Number));
    const still = this.querySelector("[data-still]");
    const title = still.querySelector("svg:last-child title")?.textContent ?? this.dataset.title;
    if (title) this.#svg.querySelector("title").textContent = title;
    still.after(this.#svg);
    this.#svg.pauseAnimations();
    this.dataset.moving = "";
    for (const range of this.querySelectorAll("input[data-loop]")) range.max = this.#round;
    return true;
  }

  #forget() {
    this.#pause();
    this.#svg?.remove();
    this.#svg = null;
    this.#seconds = this.#rounds = 0;
    delete this.dataset.moving;
  }

  #show(seconds) {
    this.#seconds = seconds;
    let left = seconds;
    let place = this.#moves[0][0];
    for (const [from, to, takes] of this.#moves) {
      place = from + (to - from) * eased(Math.min(1, left / takes));
      left -= takes;
      if (left < 0) break;
    }
    this.#svg.setCurrentTime(place);
    for (const range of this.querySelectorAll("input[data-loop]")) {
      range.value = seconds;
      range.setAttribute("aria-valuetext", `${seconds.toFixed(1)} / ${this.#round.toFixed(1)} s`);
    }
  }

  // -- Playing -------------------------------------------------------------------------------------------------------

  #seen(visible) {
    this.#visible = visible;
    if (visible && "autoplay" in this.dataset && !this.#rounds && !this.#playing) this.#begin();
    this.#tick();
  }

  #begin() {
    if (!LESS_MOTION.matches && !localStorage.getItem(STILL)) this.#play();
  }

  async #toggle() {
    const playing = !this.#playing;
    if ("autoplay" in this.dataset) {
      if (playing) localStorage.removeItem(STILL);
      else localStorage.setItem(STILL, "1");
    }
    this.#rounds = this.#late = tapped = 0;
    if (playing) await this.#play();
    else this.#pause();
  }

  async #play() {
    this.#playing = true;
    this.#label();
    if (!(await this.#load())) this.#pause();
    this.#painted = 0;
    this.#tick();
  }

  #pause() {
    this.#playing = false;
    this.#stop();
    this.#label();
  }

  #stop() {
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#rest);
  }

  // One frame, or a place on the slider: there it stays.
  async #go(seconds) {
    this.#pause();
    if (!(await this.#load())) return;
    this.#show(Math.min(Math.max(0, seconds), this.#round));
  }

  #tick() {
    this.#stop();
    if (!this.#playing || !this.#visible || !this.#svg) {
      this.#painted = 0;
      return;
    }
    const rest = tapped + TAP - performance.now();
    if (tapped && rest > 0 && "autoplay" in this.dataset) {
      this.#painted = 0;
      this.#rest = setTimeout(() => this.#tick(), rest);
    } else this.#request = requestAnimationFrame((now) => this.#paint(now));
  }

  // What was not painted, in a hidden tab or after a tap, is not caught up with.
  #paint(now) {
    const gone = this.#painted ? now - this.#painted : 0;
    if (!this.#painted) this.#painted = now;
    else if (gone >= PAINTS) {
      this.#painted = now;
      this.#late = gone > 3 * PAINTS ? this.#late + 1 : 0;
      const seconds = this.#seconds + Math.min(gone, 4 * PAINTS) / 1000;
      if (seconds >= this.#round) this.#rounds += 1;
      this.#show(seconds % this.#round);
      const enough = this.#rounds >= Number(this.dataset.rounds ?? Infinity);
      if (enough || ("autoplay" in this.dataset && this.#late >= LATE)) {
        this.#pause();
        this.#show(this.#deepest);
      }
    }
    this.#tick();
  }

  // The button says what a press does.
  #label() {
    this.toggleAttribute("data-playing", this.#playing);
    for (const button of this.querySelectorAll('[data-loop="play"]')) {
      button.querySelector("[data-label]").textContent = this.#playing ? button.dataset.pause : button.dataset.play;
    }
  }
}

function whenIdle(act) {
  if ("requestIdleCallback" in window) requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 200);
}

async function fetched(source) {
  try {
    const response = await fetch(source);
    if (!response.ok) return null;
    return new DOMParser().parseFromString(await response.text(), "image/svg+xml").querySelector("svg");
  } catch {
    return null; // No connection and no copy: the still drawing stays.
  }
}

customElements.define("movement-loop", MovementLoop);
