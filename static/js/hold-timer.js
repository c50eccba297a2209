// Times a hold: a count-in of three seconds, then the seconds left, then those over. Stop fills in the seconds field.
// The start is a moment in time, so a tab in the background stays right. A hold on each side counts the shorter one.
const COUNT_IN = 3;

class HoldTimer extends HTMLElement {
  connectedCallback() {
    this.held = [];
    this.find("start").addEventListener("click", () => this.begin());
    this.find("stop").addEventListener("click", () => this.stop());
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
  }

  find(name) {
    return this.querySelector(`[data-${name}]`);
  }

  get sides() {
    return Number.parseInt(this.getAttribute("sides"), 10);
  }

  begin() {
    this.start = Date.now() + COUNT_IN * 1000;
    this.find("hold").hidden = false;
    this.find("stop").focus();
    clearInterval(this.ticking);
    this.show();
    this.ticking = setInterval(() => this.show(), 100);
  }

  say(name) {
    const phase = this.find("phase");
    const side = this.sides > 1 ? `${phase.dataset[this.held.length ? "second" : "first"]}: ` : "";
    const words = side + phase.dataset[name];
    if (phase.textContent !== words) phase.textContent = words;
  }

  show() {
    const passed = (Date.now() - this.start) / 1000;
    const left = Number.parseInt(this.getAttribute("seconds"), 10) - Math.floor(passed);
    const seconds = this.find("seconds");
    if (passed < 0) {
      this.say("ready");
      seconds.textContent = Math.ceil(-passed);
      return;
    }
    if (left <= 0 && !this.reached) {
      this.reached = true;
      navigator.vibrate?.(300);
    }
    this.say(left > 0 ? "holding" : "over");
    seconds.textContent = left > 0 ? left : `+${-left}`;
  }

  stop() {
    const held = Math.floor((Date.now() - this.start) / 1000);
    this.reached = false;
    if (held > 0) this.held.push(held);
    if (held > 0 && this.held.length < this.sides) {
      this.begin();
      return;
    }
    clearInterval(this.ticking);
    this.find("hold").hidden = true;
    if (this.held.length === this.sides) this.fill(Math.min(...this.held));
    this.held = [];
  }

  fill(seconds) {
    const field = document.getElementById(this.getAttribute("field"));
    if (!field) return;
    field.value = seconds;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.form.querySelector("[type=submit]").focus();
  }
}

customElements.define("hold-timer", HoldTimer);
