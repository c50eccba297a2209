// The pause after a set, docked at the bottom. Its end is a moment in time, kept for this tab under the set's id, so a
// reload, a locked phone or a tab in the background leave it right.
const KEY = "rest";

class RestTimer extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    this.end = this.kept() ?? Date.now() + (this.number("seconds") - this.number("ago")) * 1000;
    this.keep();
    this.show();
    this.ticking = setInterval(() => this.show(), 250);
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
  }

  number(name) {
    return Number.parseInt(this.getAttribute(name), 10);
  }

  kept() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY));
      return kept?.after === this.getAttribute("after") ? kept.end : null;
    } catch {
      return null;
    }
  }

  keep() {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ after: this.getAttribute("after"), end: this.end }));
    } catch {
      // Without storage a reload starts from the server's time.
    }
  }

  handleEvent(event) {
    const button = event.target.closest("button");
    if (!button) return;
    this.end = "skip" in button.dataset ? 0 : Math.max(this.end, Date.now()) + Number(button.dataset.more) * 1000;
    this.keep();
    this.show();
  }

  show() {
    const left = Math.ceil((this.end - Date.now()) / 1000);
    const wasResting = !this.hidden;
    this.hidden = left <= 0;
    this.querySelector("[role=timer]").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (this.hidden && wasResting && this.end > 0) this.over();
  }

  over() {
    document.querySelector("#announcer").textContent = this.dataset.over;
    navigator.vibrate?.(300);
  }
}

customElements.define("rest-timer", RestTimer);
