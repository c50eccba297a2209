// The offline page lists what the service worker has kept: training newest first, guides by name. It opens the page
// that was asked for as soon as there is a connection.
import { weekdayAndTime } from "./every-page.js";

const OFFLINE = "/offline/";

async function keptPage(cache, request) {
  const response = await cache.match(request);
  const html = new DOMParser().parseFromString(await response.text(), "text/html");
  return {
    path: new URL(request.url).pathname,
    title: html.title.split(" · ")[0],
    kept: html.documentElement.dataset.kept,
  };
}

async function keptPages() {
  const cache = await caches.open("pages");
  return Promise.all((await cache.keys()).map((request) => keptPage(cache, request)));
}

class KeptPages extends HTMLElement {
  show(pages) {
    this.querySelector("ul").replaceChildren(...pages.map((page) => this.row(page)));
    this.hidden = !pages.length;
  }

  row({ path, title, kept }) {
    const row = document.querySelector("#kept-page").content.cloneNode(true);
    row.querySelector("a").href = path;
    row.querySelector(".row-main").textContent = title;
    const time = row.querySelector("time");
    if (this.dataset.group === "training") {
      time.dateTime = kept;
      time.textContent = weekdayAndTime(kept);
    }
    return row;
  }
}

// Whoever is on the way to another page, tapped a kept one say, is not called back.
let isLeaving = false;
addEventListener("beforeunload", () => {
  isLeaving = true;
});
addEventListener("online", () => {
  if (location.pathname !== OFFLINE && !isLeaving) location.reload();
});

customElements.define("kept-pages", KeptPages);

if ("caches" in window) {
  const pages = await keptPages();
  const isTraining = ({ path }) => path === "/week/" || path.startsWith("/sessions/");
  const [training, guides] = ["training", "guides"].map((name) => document.querySelector(`[data-group="${name}"]`));
  training.show(pages.filter(isTraining).sort((one, other) => other.kept.localeCompare(one.kept)));
  guides.show(pages.filter((page) => !isTraining(page)).sort((one, other) => one.title.localeCompare(other.title)));
}
