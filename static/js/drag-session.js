// Drag a strength bib onto another day: the same as its menu's "Move to". Only where a pointer can hover; touch and
// keyboard have the menu.
const TYPE = "application/x-strength-day";

if (matchMedia("(hover: hover) and (pointer: fine)").matches) {
  let dragged = null;

  for (const bib of document.querySelectorAll("[data-session]")) {
    bib.draggable = true;
    bib.addEventListener("dragstart", (event) => {
      // Selecting text in an opened explanation is no move.
      if (event.target !== bib) return;
      dragged = bib;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData(TYPE, bib.dataset.session);
      bib.classList.add("dragged");
      mark(true);
    });
    bib.addEventListener("dragend", () => {
      bib.classList.remove("dragged");
      mark(false);
      dragged = null;
    });
  }

  for (const lane of document.querySelectorAll("[data-drop]")) {
    lane.addEventListener("dragover", (event) => {
      if (!button(lane)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "move";
      lane.classList.add("drop-here");
    });
    lane.addEventListener("dragleave", (event) => {
      if (!lane.contains(event.relatedTarget)) lane.classList.remove("drop-here");
    });
    lane.addEventListener("drop", (event) => {
      const to = button(lane);
      if (!to) return;
      event.preventDefault();
      to.form.requestSubmit(to);
    });
  }

  function button(lane) {
    return dragged?.querySelector(`button[name="to"][value="${lane.dataset.drop}"]`);
  }

  function mark(on) {
    for (const lane of document.querySelectorAll("[data-drop]")) {
      lane.classList.toggle("can-drop", on && Boolean(button(lane)));
      if (!on) lane.classList.remove("drop-here");
    }
  }
}
