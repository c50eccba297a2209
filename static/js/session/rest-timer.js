// The pause after a set, docked at the bottom. Its end is a moment in time that is kept, so a reload, a locked phone and
// a tab in the background leave it right.
import { beep, notify, vibrate } from "./alerts.js";
import { keepForLater, kept } from "./outbox.js";
import { clock } from "./words.js";

const KEY = "rest";

class RestTimer extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
  }

  // Go on with a pause of this session that has not ended yet.
  resume(session) {
    this.session = session;
    try {
      const { of, end } = JSON.parse(kept(KEY) ?? "{}");
      if (of === session && end > Date.now()) this.run(end);
    } catch {
      // Something else was kept under that name.
    }
  }

  start(seconds) {
    this.run(Date.now() + seconds * 1000);
  }

  stop() {
    clearInterval(this.ticking);
    this.hidden = true;
    document.body.classList.remove("resting");
    keepForLater(KEY, null);
  }

  run(end) {
    this.end = end;
    keepForLater(KEY, JSON.stringify({ of: this.session, end }));
    clearInterval(this.ticking);
    this.hidden = false;
    document.body.classList.add("resting");
    this.show();
    this.ticking = setInterval(() => this.show(), 250);
  }

  handleEvent(event) {
    const { dataset } = event.target.closest("button") ?? { dataset: {} };
    if ("skip" in dataset) this.stop();
    if ("more" in dataset) this.run(Math.max(this.end, Date.now()) + 30_000);
    if ("less" in dataset) this.run(this.end - 15_000);
  }

  show() {
    const left = Math.ceil((this.end - Date.now()) / 1000);
    this.querySelector("[role=timer]").textContent = clock(Math.max(0, left));
    if (left <= 0) this.over();
  }

  over() {
    this.stop();
    document.querySelector("#announcer").textContent = this.dataset.over;
    vibrate([200, 100, 200]);
    beep({ high: true });
    notify(this.dataset.over);
  }
}

customElements.define("rest-timer", RestTimer);
