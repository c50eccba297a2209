// <upload-progress> inside a form that htmx sends: how much of it is sent, and a word where the connection broke.

class UploadProgress extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.bar = this.querySelector("progress");
    this.form.addEventListener("htmx:beforeRequest", () => this.show("sending", 0));
    this.form.addEventListener("htmx:xhr:progress", ({ detail }) => {
      if (detail.lengthComputable && detail.total) this.show("sending", detail.loaded / detail.total);
    });
    this.form.addEventListener("htmx:sendError", () => this.show("broken"));
    this.form.addEventListener("htmx:responseError", () => this.show("refused"));
  }

  show(state, share = 0) {
    this.hidden = false;
    this.bar.hidden = state !== "sending";
    this.bar.value = share;
    for (const words of this.querySelectorAll("[data-state]")) words.hidden = words.dataset.state !== state;
    for (const button of this.form.querySelectorAll("button")) button.disabled = state === "sending";
  }
}

customElements.define("upload-progress", UploadProgress);
