// Offers to put the site on the home screen, where the browser can: by its own dialog, or on iOS by a sentence.
class InstallApp extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    window.addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault();
      this.offer = event;
      this.show(button.parentElement);
    });
    window.addEventListener("appinstalled", () => (this.hidden = true));
    button.addEventListener("click", () => this.offer.prompt());
    // Only Safari on iOS knows this property, and has no dialog to open.
    if (navigator.standalone === false) this.show(this.querySelector("[data-ios]"));
  }

  show(part) {
    this.hidden = part.hidden = false;
  }
}

customElements.define("install-app", InstallApp);
