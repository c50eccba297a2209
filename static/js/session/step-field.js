// A number field with minus and plus beside it: 48 px each, so that no keyboard is needed. Without JavaScript the
// field stands alone.
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
    const comma = input.value.includes(",");
    const now = Number.parseFloat(input.value.replace(",", ".")) || 0;
    const size = Number.parseFloat(this.getAttribute("step"));
    const least = Number.parseFloat(input.min) || 0;
    const next = Math.max(least, Math.round((now + direction * size) * 100) / 100);
    input.value = comma ? String(next).replace(".", ",") : String(next);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

customElements.define("step-field", StepField);
