// A field with a button beside it that copies it. Without JavaScript the field is marked and copied by hand.
class CopyField extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small button-quiet";
    button.textContent = this.dataset.copy;
    button.addEventListener("click", () => this.copy(button));
    this.append(button);
  }

  async copy(button) {
    const field = this.querySelector("input");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Pages without https have no clipboard; the older way still works there.
      document.execCommand("copy");
    }
    button.textContent = this.dataset.copied;
  }
}

customElements.define("copy-field", CopyField);
