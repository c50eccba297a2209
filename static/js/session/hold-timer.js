// A hold fills the screen: a count-in, the side, the seconds left. At the target it ends by itself, so that nobody has to
// let go of the floor to reach for the phone; Stop ends it sooner. Its start is a moment in time that is kept, so a
// reload goes on where it was.
import { beep, readySound, stayAwake, vibrate } from "./alerts.js";
import { keepForLater, kept } from "./outbox.js";

const KEY = "hold";
const LEAD_IN = 5;
const CHANGE_SIDES = 5;

const dialog = document.querySelector("#hold");
const phase = dialog.querySelector(".hold-phase");
const number = dialog.querySelector(".hold-seconds");
let hold = null;
let ticking = 0;
let lastSecond = null;

// Hold for `seconds` on each of `sides`; `done` gets the seconds of the shorter side, or nothing where it was given up.
export function start({ session, position, set, seconds, sides }, done) {
  readySound();
  hold = { session, position, set, seconds, sides, held: [], at: Date.now() + LEAD_IN * 1000, done };
  run();
}

// Go on with the hold of this session that a reload interrupted; `done` gets what was to be done with it, too.
export function resume(session, done) {
  try {
    const before = JSON.parse(kept(KEY) ?? "{}");
    if (before.session !== session || Date.now() > before.at + before.seconds * 2000) return;
    hold = { ...before, done: (held) => done(before, held) };
    run();
  } catch {
    // Something else was kept under that name.
  }
}

function run() {
  keep();
  if (!dialog.open) dialog.showModal();
  stayAwake(true);
  clearInterval(ticking);
  lastSecond = null;
  show();
  ticking = setInterval(show, 100);
}

function keep() {
  const { done: _, ...plain } = hold;
  keepForLater(KEY, JSON.stringify(plain));
}

function show() {
  const passed = (Date.now() - hold.at) / 1000;
  const left = hold.seconds - Math.floor(passed);
  say(passed < 0 ? "ready" : "holding");
  const shown = passed < 0 ? Math.ceil(-passed) : Math.max(0, left);
  if (shown !== lastSecond) {
    number.textContent = shown;
    if (shown > 0 && shown <= 3) beep();
    lastSecond = shown;
  }
  if (passed >= hold.seconds) side(hold.seconds);
}

function say(name) {
  const which = hold.sides > 1 ? `${phase.dataset[hold.held.length ? "second" : "first"]}: ` : "";
  const text = which + phase.dataset[name];
  if (phase.textContent !== text) phase.textContent = text;
}

// One side is over.
function side(seconds) {
  beep({ high: true, long: true });
  vibrate([300, 100, 300]);
  hold.held.push(seconds);
  if (hold.held.length < hold.sides) {
    hold.at = Date.now() + CHANGE_SIDES * 1000;
    run();
    return;
  }
  end(Math.min(...hold.held));
}

function end(seconds) {
  const { done } = hold;
  clearInterval(ticking);
  hold = null;
  keepForLater(KEY, null);
  if (dialog.open) dialog.close();
  done(seconds);
}

dialog.addEventListener("click", (event) => {
  const { dataset } = event.target.closest("button") ?? { dataset: {} };
  if ("cancel" in dataset) end(null);
  if ("stop" in dataset) {
    const held = Math.floor((Date.now() - hold.at) / 1000);
    if (held >= 1) side(held);
    else end(null);
  }
});
// Escape gives up.
dialog.addEventListener("cancel", () => hold && end(null));
