// A number field with minus and plus beside it: 48 px each, so that no keyboard is needed. Without JavaScript the
// field stands alone. `step` is what a tap adds. A load has a `first` one, from which the steps are counted, or is one
// of `only` these; under the first there is none.
import { read, shown } from "./words.js";

class StepField extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const input = this.querySelector("input");
    const label = this.querySelector("label").textContent;
    input.before(this.button("\u2212", `${label} \u2212`, -1));
    input.after(this.button("+", `${label} +`, 1));
  }

  button(sign, name, direction) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "step";
    button.textContent = sign;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", () => this.step(direction));
    return button;
  }

  step(direction) {
    const input = this.querySelector("input");
    const now = read(input.value) || 0;
    const least = Number(input.min) || 0;
    const next = Math.max(least, this.after(now, direction));
    input.value = input.type === "number" ? next : shown(next);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  after(now, direction) {
    const step = Number(this.getAttribute("step"));
    if (!this.hasAttribute("first")) return round(now + direction * step);
    const first = Number(this.getAttribute("first"));
    const only = (this.getAttribute("only") || "").split(" ").filter(Boolean).map(Number);
    const up = direction > 0;
    if (only.length) return up ? (only.find((one) => one > now) ?? now) : (only.findLast((one) => one < now) ?? 0);
    const steps = (now - first) / step;
    const place = up ? Math.floor(steps + 1e-6) + 1 : Math.ceil(steps - 1e-6) - 1;
    if (place < 0) return up ? first : 0;
    return round(first + place * step);
  }
}

function round(value) {
  return Math.round(value * 100) / 100;
}

customElements.define("step-field", StepField);
