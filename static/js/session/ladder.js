// The ladder of a movement as a sheet: one tap does another version today.
import { afterPaint } from "./after-paint.js";
import { words } from "./words.js";

const sheet = document.querySelector("#ladder-sheet");
const list = sheet.querySelector("[data-rungs]");
const template = sheet.querySelector("template");
let choose = null;

export function open(movement, chosen) {
  choose = chosen;
  list.replaceChildren(...movement.rungs.map((rung) => item(rung, movement)));
  sheet.showModal();
}

function item(rung, movement) {
  const row = template.content.cloneNode(true);
  const button = row.querySelector("button");
  button.dataset.rung = rung.slug;
  if (rung.slug === movement.variation) {
    button.setAttribute("aria-current", "true");
    button.autofocus = true;
  }
  row.querySelector("[data-name]").textContent = rung.name;
  row.querySelector("[data-target]").textContent = [rung.amounts, rung.load && `@ ${rung.load}`]
    .filter(Boolean)
    .join(" ");
  const note = row.querySelector("[data-note]");
  const which = rung.slug === movement.suggest ? "suggested" : rung.missing ? "missing" : "";
  note.textContent = which && words(note, which);
  note.hidden = !which;
  return row;
}

sheet.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  // A tap beside the sheet closes it, too.
  if (button || event.target === sheet) sheet.close();
  if (button?.dataset.rung) afterPaint(() => choose(button.dataset.rung));
});
